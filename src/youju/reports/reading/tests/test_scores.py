"""How well texts are read that were labelled by hand: floors with a little slack under what is reached."""

from time import process_time

from youju.reports.names import our_indicators
from youju.reports.reading.reading import read
from youju.reports.reading.tests.scoring import labelled_paragraphs, labelled_texts, score, total


def test_the_ten_labelled_summaries_are_read_nearly_without_fault():
    reached = total(labelled_texts(), exactly=True)
    assert reached.right > 350
    assert reached.spans >= 0.99
    assert reached.indicators >= 0.97
    assert reached.comparators >= 0.99


def test_both_source_summaries_are_read_without_fault():
    for name in ("S1", "S2"):
        reached = score(*labelled_texts()[name])
        assert (reached.extra, reached.missed) == (0, 0)
        assert reached.named == reached.right


def test_paragraphs_of_other_unions_are_read_as_well():
    reached = total(labelled_paragraphs("paragraphs.txt"), exactly=True)
    assert reached.right > 150
    assert reached.spans >= 0.98
    assert reached.indicators >= 0.95


def test_paragraphs_written_after_the_reader_are_read_above_the_floor():
    reached = total(labelled_paragraphs("heldout.txt"))
    assert reached.right > 250
    assert reached.spans >= 0.97
    assert reached.indicators >= 0.88


def test_trades_that_were_never_seen_are_read_in_every_form_of_number():
    reached = total(labelled_paragraphs("unseen.txt"), exactly=True)
    assert reached.right > 65
    assert reached.spans >= 0.97
    assert reached.comparators >= 0.97
    assert score(*labelled_paragraphs("unseen.txt")["没有数据"]).extra == 0


def test_five_thousand_characters_are_read_in_well_under_a_second():
    texts = "\n".join(text for text, _labels in labelled_texts().values())
    ours = our_indicators()
    read(texts[:500], ours)  # the binder of a list is made once
    start = process_time()
    assert len(read(texts[:5000], ours).claims) > 200
    assert process_time() - start < 1


def test_a_paragraph_of_dates_names_and_plans_holds_no_claim():
    paragraphs = labelled_paragraphs("paragraphs.txt") | labelled_paragraphs("heldout.txt")
    for title in ("不是数据的数字", "下一年", "容易认错的数字"):
        text, labels = paragraphs[title]
        assert labels == []
        assert score(text, labels).extra == 0, title
