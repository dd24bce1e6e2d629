import csv
from io import BytesIO, StringIO

import pytest
from docx import Document

from youju.config.chinese import Parser
from youju.config.commands import read
from youju.config.console import Refusal

LIST = "code,zh,en,unit\nO04,新发展会员数,newly recruited,人\nX99,other,any,-\n"


def printed(capsys, *args):
    parser = Parser(prog="youju read")
    read.add_arguments(parser)
    assert read.run(parser.parse_args([str(arg) for arg in args])) == 0
    return capsys.readouterr().out


def rows(out):
    return list(csv.DictReader(StringIO(out)))


@pytest.fixture
def names(tmp_path):
    file = tmp_path / "names.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


def test_claims_are_printed_with_place_value_and_code(tmp_path, capsys, names):
    file = tmp_path / "07.txt"
    file.write_text("今年发展会员320人，筹款1.5万元。", encoding="utf-8")
    found = rows(printed(capsys, file, "--csv", "--indicators", names))
    assert found == [
        {"nn": "07", "start": "6", "end": "10", "value": "320", "unit": "人", "code": "O04"},
        {"nn": "07", "start": "13", "end": "18", "value": "15000", "unit": "元", "code": "X99"},
    ]


def test_our_own_indicators_are_the_list_when_none_is_given(tmp_path, capsys):
    file = tmp_path / "a.txt"
    file.write_text("今年新发展会员320人。", encoding="utf-8")
    assert rows(printed(capsys, file, "--csv"))[0]["code"] == "organising.members_joined"


def test_without_csv_each_claim_is_a_line_with_its_name(tmp_path, capsys, names):
    file = tmp_path / "a.txt"
    file.write_text("发展会员320人，筹款1.5万元。", encoding="utf-8")
    assert printed(capsys, file, "--indicators", names) == "320人\t新发展会员数\n1.5万元\t—\n"


def test_claims_without_a_number_are_left_out(tmp_path, capsys, names):
    file = tmp_path / "a.txt"
    file.write_text("全部建立了职代会制度，未发生重大劳动争议。", encoding="utf-8")
    assert rows(printed(capsys, file, "--csv", "--indicators", names)) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_texts_of_any_usual_encoding_are_read(tmp_path, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes("发展会员320人。\r\n".encode(encoding))
    assert read.text_of(file) == "发展会员320人。\n"


def test_a_word_file_is_read(tmp_path):
    document, data = Document(), BytesIO()
    document.add_paragraph("发展会员320人。")
    document.save(data)
    file = tmp_path / "a.docx"
    file.write_bytes(data.getvalue())
    assert read.text_of(file) == "发展会员320人。"


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"no word"), ("a.txt", b"\xff\xff\x00"), ("none.txt", None)]
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path, name, data):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(Refusal, match=name):
        read.text_of(file)


@pytest.mark.parametrize("content", [None, "name,unit\n会员,人\n"])
def test_a_list_that_cannot_be_read_is_refused(tmp_path, content, capsys):
    file, names = tmp_path / "a.txt", tmp_path / "names.csv"
    file.write_text("会员20人。", encoding="utf-8")
    if content:
        names.write_text(content, encoding="utf-8")
    with pytest.raises(Refusal, match=r"names\.csv"):
        printed(capsys, file, "--indicators", names)
