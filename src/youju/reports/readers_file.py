"""Is an HTML summary that somebody hands in what was sealed, and by whose key?

A file cannot vouch for itself: its digest and signature are computed again here, and the page is rendered
anew from the signed content, so that words changed on the page but not in the data are found as well.
"""

import re
from dataclasses import dataclass

from youju.base import vault
from youju.reports.document import Document
from youju.reports.render import canonical, html

MOST_BYTES = 32 * 1024 * 1024
BLOCK = r'<script type="application/json" id="youju-{name}">(.*?)</script>'
MAIN = re.compile(r"<main>.*?</main>", re.DOTALL)
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is in order, and what to know about it."""

    good: bool
    text: str


@dataclass(frozen=True)
class Examined:
    findings: tuple[Finding, ...]
    document: Document | None = None

    @property
    def good(self) -> bool:
        return all(one.good for one in self.findings)


def examine(data: bytes, fingerprint: str = "") -> Examined:
    """Examine a file against a fingerprint of a public key, without one against our own."""
    if len(data) > MOST_BYTES:
        return _unread("文件太大，不是有据的总结网页。")
    try:
        page = data.decode()
        document = canonical.document_from_json(_block(page, "document"), _block(page, "seal"))
        findings = tuple(_findings(page, document, _plain(fingerprint)))
    except UNREADABLE:
        return _unread("这不是有据的总结网页，或者文件已损坏。")
    return Examined(findings, document)


def _unread(text: str) -> Examined:
    return Examined((Finding(False, text),))


def _block(page: str, name: str) -> str:
    """The one data block of that name; two of them would let a page show one and sign the other."""
    found = re.findall(BLOCK.format(name=name), page, re.DOTALL)
    if len(found) != 1:
        raise ValueError(name)
    return found[0]


def _plain(fingerprint: str) -> str:
    """A fingerprint as people copy it: in groups, in capitals."""
    return re.sub(r"[\s:：-]", "", fingerprint).lower()


def _findings(page: str, document: Document, fingerprint: str):
    seal = document.seal
    if seal is None:
        yield Finding(False, "这是草稿，没有定稿签名，不能作为依据。")
        return
    whole = canonical.digest(document) == seal.digest
    yield Finding(whole, "内容与摘要一致。" if whole else "内容与摘要不符：文字、数字或所附记录被改动过。")
    signed = vault.signature_valid(seal.digest.encode(), seal.signature, seal.public_key)
    yield Finding(signed, "签名有效。" if signed else "签名无效：文件不是由所写的钥匙签出的。")
    yield _key(seal.public_key, fingerprint)
    if whole and signed:
        yield _shown(page, document)


def _key(public_key: str, fingerprint: str) -> Finding:
    actual = vault.fingerprint_of(public_key)
    if fingerprint:
        same = _plain(actual) == fingerprint
        told = "与您提供的指纹一致" if same else "与您提供的指纹不同，可能是别人另签的文件"
        return Finding(same, f"公钥指纹 {actual}，{told}。")
    ours = actual == vault.fingerprint()
    told = "是本系统的钥匙" if ours else "不是本系统的钥匙：请向报送单位核对指纹后，填上指纹再核验"
    return Finding(ours, f"公钥指纹 {actual}，{told}。")


def _shown(page: str, document: Document) -> Finding:
    """What a reader sees must be what was signed, to the byte."""
    due = html(document).decode()
    if page == due:
        return Finding(True, "页面显示的内容与签名的内容完全相同。")
    if _main(page) == _main(due):
        return Finding(
            False, "正文与签名的内容相同，但页面的样式或程序不同：可能由其他版本生成，也可能被改动。"
        )
    return Finding(
        False, "页面上显示的文字与签名的内容不同：页面被改动，或由其他版本生成，请以签名的内容为准。"
    )


def _main(page: str) -> str:
    found = MAIN.search(page)
    return found[0] if found else ""
