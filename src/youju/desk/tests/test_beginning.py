"""The first useful screen: last year's summary in, targets and tasks ticked, ledgers to keep, undo."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from youju.records.record import State
from youju.work.institutions.duties import Target
from youju.work.institutions.meetings import Task

pytestmark = pytest.mark.django_db
TEXT = "全年新发展会员320人，慰问困难职工家庭36户。\n存在的不足：一是档案还不够齐全；二是活动形式单一。"
BEGIN = "report-begin"


def word(text):
    document, content = Document(), BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(content)
    return SimpleUploadedFile("2024年总结.docx", content.getvalue())


def read(desk, **data):
    return desk.post(reverse(BEGIN), {"year": "2025", **data})


def ticked(**more):
    data = {"text": TEXT, "year": "2025", "take": "1", "name": "2024年总结.txt", "key": "k"}
    data |= {"aim-organising.members_joined": "1", "value-organising.members_joined": "350"}
    return data | {"point-0": "1", "item-0": "补齐工会档案"} | more


def standing(model):
    return list(model.objects.everywhere("x").exclude(state=State.VOIDED))


def test_an_empty_desk_leads_here(desk, township):
    assert reverse(BEGIN) in desk.get(reverse("home")).content.decode()
    assert "读出来" in desk.get(reverse(BEGIN)).content.decode()


def test_a_word_file_is_read_and_nothing_is_entered_yet(desk, township):
    page = read(desk, file=word(TEXT)).content.decode()
    assert 'name="value-organising.members_joined" value="320"' in page
    assert 'value="档案还不够齐全"' in page
    assert reverse("ledger-list", args=["relief.visits"]) in page
    assert "2024年总结.txt" in page
    assert standing(Target) == standing(Task) == []


def test_what_was_ticked_is_entered_with_the_words_and_values_typed(desk, township):
    answer = desk.post(reverse(BEGIN), ticked())
    (target,), (task,) = standing(Target), standing(Task)
    assert (target.indicator, target.value) == ("organising.members_joined", 350)
    assert task.item == "补齐工会档案"
    page = desk.get(answer["Location"]).content.decode()
    assert "补齐工会档案" in page
    assert reverse("ledger-list", args=["organising.members"]) in page


def test_sending_the_form_twice_enters_once(desk, township):
    first, second = (desk.post(reverse(BEGIN), ticked()) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert len(standing(Target)) == 1


def test_a_value_that_is_no_number_is_told_and_nothing_is_lost(desk, township):
    answer = desk.post(reverse(BEGIN), ticked(**{"value-organising.members_joined": "很多"}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“新发展会员”的目标值不是数字" in page
    assert 'value="很多"' in page
    assert 'value="补齐工会档案"' in page
    assert standing(Target) == []


def test_nothing_ticked_or_nothing_sent_is_told(desk, township):
    bare = {"text": TEXT, "take": "1"}
    assert "至少勾选一项" in desk.post(reverse(BEGIN), bare).content.decode()
    assert read(desk).status_code == 422
    assert "请另存为 .docx 或 .txt" in read(desk, file=SimpleUploadedFile("a.pdf", b"x")).content.decode()


def test_all_of_it_is_undone_by_one_button(desk, township):
    where = desk.post(reverse(BEGIN), ticked())["Location"]
    page = desk.post(where, {"reason": "传错了"}, follow=True).content.decode()
    assert "已撤销，作废 2 条记录" in page
    assert "已撤销：传错了" in page
    assert standing(Target) == standing(Task) == []


def test_it_is_for_those_who_enter_records(at_desk, desk, township, auditor, outsider):
    assert at_desk(auditor).get(reverse(BEGIN)).status_code == 403
    where = desk.post(reverse(BEGIN), ticked())["Location"]
    assert at_desk(outsider).get(where).status_code == 404
    assert at_desk(auditor).post(where).status_code == 403
