import logging

import pytest

from youju.config.logs import KEPT, ImpersonalFormatter, MonthlyFile


def record(message, *args, error=None):
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("youju", logging.ERROR, __file__, 1, message, args, info)


def test_numbers_of_people_are_left_out():
    text = ImpersonalFormatter().format(
        record("Not Found: /people/%s/ 手机13812345678", "32092219800101123X")
    )
    assert "32092219800101123X" not in text
    assert "13812345678" not in text
    assert text.count("〔号码〕") == 2


def test_short_numbers_and_record_keys_stay():
    text = ImpersonalFormatter().format(record("送温暖-2025-0042 018f3c2a-77aa-7cde-9f00-0123456789ab"))
    assert "2025-0042 018f3c2a-77aa-7cde-9f00-0123456789ab" in text


def test_an_exception_shows_its_kind_and_place_but_not_its_words():
    with pytest.raises(ValueError, match="张某某") as caught:
        int("张某某")
    text = ImpersonalFormatter().format(record("failed", error=caught.value))
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "张某某" not in text


def test_the_folder_appears_with_the_first_line(tmp_path):
    handler = MonthlyFile(tmp_path / "logs")
    assert not (tmp_path / "logs").exists()
    handler.emit(record("第一行"))
    handler.close()
    (file,) = (tmp_path / "logs").iterdir()
    assert "第一行" in file.read_text("utf-8")


def test_a_new_month_begins_a_new_file_and_old_years_go(tmp_path, monkeypatch):
    for month in range(1, 13):
        (tmp_path / f"youju-2023-{month:02}.log").touch()
    handler = MonthlyFile(tmp_path)
    monkeypatch.setattr("time.strftime", lambda form: form.replace("%Y-%m", "2024-01"))
    handler.emit(record("一月"))
    monkeypatch.setattr("time.strftime", lambda form: form.replace("%Y-%m", "2024-02"))
    handler.emit(record("二月"))
    handler.close()
    found = sorted(file.name for file in tmp_path.iterdir())
    assert found[-2:] == ["youju-2024-01.log", "youju-2024-02.log"]
    assert "youju-2023-01.log" not in found
    assert len(found) <= KEPT + 1
