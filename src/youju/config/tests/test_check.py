import json

import pytest
from tests.makers import make_membership, make_person

from youju.config.chinese import Parser
from youju.config.commands import check
from youju.config.console import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(tmp_path, township, village, monkeypatch):
    for n in range(12):
        make_membership(village, make_person(village, name=f"张{n}"))
    monkeypatch.setattr(check.checks, "database_exists", lambda: True)
    file = tmp_path / "draft.txt"
    file.write_text("今年新发展会员12人，慰问困难家庭36户，新建工会四家家。", encoding="utf-8")
    return file


def printed(capsys, file, *args, org="ZHEN"):
    parser = Parser(prog="youju check")
    check.add_arguments(parser)
    options = parser.parse_args([str(file), "--org", org, "--year", "2025", *args])
    assert check.run(options) == 0
    return capsys.readouterr().out


def test_claims_and_faults_are_printed_for_programs(capsys, draft):
    found = json.loads(printed(capsys, draft, "--json"))
    first = found["claims"][0]
    assert {key: first[key] for key in ("start", "end", "text", "kind", "code", "value", "unit")} == {
        "start": 7,
        "end": 10,
        "text": "12人",
        "kind": "count",
        "code": "organising.members_joined",
        "value": 12,
        "unit": "人",
    }
    assert (first["verdict"], first["ledger_value"]) == ("一致", 12)
    assert found["claims"][1]["verdict"] == "无台账"
    assert [(fault["kind"], fault["message"]) for fault in found["faults"]] == [("doubled", "“家”重复")]


def test_people_read_the_verdicts_in_words(capsys, draft):
    out = printed(capsys, draft)
    assert "一致　12人　新发展会员　台账 12人" in out
    assert "无台账　36户" in out
    assert "文字　“家”重复" in out
    assert "共 3 处说法，1 处一致；文字问题 1 处" in out


def test_an_unknown_organisation_or_file_is_refused(capsys, draft, tmp_path):
    with pytest.raises(Refusal, match="没有代码"):
        printed(capsys, draft, org="NOWHERE")
    with pytest.raises(Refusal, match="打不开"):
        printed(capsys, tmp_path / "none.txt")
