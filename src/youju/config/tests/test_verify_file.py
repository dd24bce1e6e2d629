import pytest

from youju.base import vault
from youju.config.chinese import Parser
from youju.config.commands import verify_file
from youju.config.console import Refusal
from youju.reports.readers_file import examine
from youju.reports.render import canonical, html
from youju.reports.render.tests.sample import sample_document


@pytest.fixture
def document():
    """The sample, sealed with the key of this installation."""
    import dataclasses

    sample = sample_document()
    blank = dataclasses.replace(sample.seal, public_key=vault.public_key(), fingerprint=vault.fingerprint())
    digest = canonical.digest(dataclasses.replace(sample, seal=blank))
    seal = dataclasses.replace(blank, digest=digest, signature=vault.sign(digest.encode()))
    return dataclasses.replace(sample, seal=seal)


@pytest.fixture
def sealed(document):
    return html(document)


def said(capsys, path, *args):
    parser = Parser(prog="youju verify-file")
    verify_file.add_arguments(parser)
    code = verify_file.run(parser.parse_args([str(path), *args]))
    return code, capsys.readouterr().out


def test_a_file_of_our_own_passes(capsys, tmp_path, sealed, document):
    file = tmp_path / "总结.html"
    file.write_bytes(sealed)
    code, out = said(capsys, file)
    assert code == 0
    assert "核验通过" in out
    assert document.seal.edition in out


def test_a_changed_file_fails_and_says_where(capsys, tmp_path, sealed):
    file = tmp_path / "总结.html"
    file.write_bytes(sealed.replace("36户".encode(), "96户".encode()))
    code, out = said(capsys, file)
    assert code == 1
    assert "内容与摘要不符" in out
    assert "核验不通过" in out


def test_a_missing_file_is_refused(capsys, tmp_path):
    with pytest.raises(Refusal, match="打不开"):
        said(capsys, tmp_path / "none.html")


def bad(data, key=""):
    return [one.text for one in examine(data, key).findings if not one.good]


def test_words_changed_on_the_page_only_are_found(sealed):
    head, main = sealed.split(b"<main>")
    visible, data = main.split(b'<script type="application/json" id="youju-document">')
    changed = head + b"<main>" + visible.replace("36户".encode(), "96户".encode())
    changed += b'<script type="application/json" id="youju-document">' + data
    (only,) = bad(changed)
    assert only.startswith("页面上显示的文字与签名的内容不同")


def test_another_style_is_told_from_another_text(sealed):
    (only,) = bad(sealed.replace(b"<style>", b"<style>/* */"))
    assert only.startswith("正文与签名的内容相同")


def test_a_second_data_block_is_refused(sealed):
    block = b'<script type="application/json" id="youju-document">{}</script>'
    assert bad(sealed.replace(b"</main>", b"</main>" + block)) == ["这不是有据的总结网页，或者文件已损坏。"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"<html></html>", b"[" * 100_000])
def test_what_is_no_summary_is_said_to_be_none(data):
    assert bad(data) == ["这不是有据的总结网页，或者文件已损坏。"]


def test_a_file_signed_anew_by_another_key_is_told_by_its_fingerprint(sealed, document, monkeypatch):
    ours = vault.fingerprint()
    grouped = " ".join(ours[n : n + 4] for n in range(0, len(ours), 4)).upper()
    assert examine(sealed, grouped).good
    assert "与您提供的指纹不同" in bad(sealed, "00" * 16)[0]
    monkeypatch.setattr(vault, "fingerprint", lambda: "another")
    assert "不是本系统的钥匙" in bad(sealed)[0]


def test_a_forged_signature_is_invalid(sealed, document):
    forged = sealed.replace(document.seal.signature.encode(), b"00" * 64)
    assert "签名无效：文件不是由所写的钥匙签出的。" in bad(forged)


def test_a_draft_proves_nothing(document):
    import dataclasses

    draft = html(dataclasses.replace(document, seal=None))
    assert bad(draft) == ["这是草稿，没有定稿签名，不能作为依据。"]
