"""The reader's file: one HTML page that opens from disk and leads from every figure to its records."""

import base64
import hashlib
import string
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from youju.reports.document import Document, Heading, Item, Paragraph, Proof, Seal, Table
from youju.reports.render import appendix
from youju.reports.render.canonical import canonical_json, seal_json
from youju.reports.render.composition import is_short, title_lines

FOLDER = Path(__file__).parent
PAPER_WIDTH = sum(appendix.WIDTHS)
PHONE_TITLE = 10  # characters; pieces of this width are put together as the screen allows
LISTED = 50  # items of a list shown without script; the rest is in the data block


def html(document: Document) -> bytes:
    """The whole file. Its data block is `canonical_json`, so its digest can be checked by anyone."""
    style, script = _source("page.css"), _source("page.js")
    page = string.Template(_source("page.html")).substitute(
        policy=policy(document),
        title=escape(document.title.replace("\n", "")),
        style=style,
        script=script,
        status=_status(document),
        article=_article(document),
        appendix=_annex(document) if document.proofs else "",
        seal=_seal(document, document.seal) if document.seal else "",
        content=canonical_json(document),
        beside=seal_json(document),
    )
    return page.encode()


@cache
def _source(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def policy(document: Document) -> str:
    """Only this page's own style and script; nothing can be fetched from anywhere."""
    style, script, pictures = _source("page.css"), _source("page.js"), _has_photos(document)
    rules = [
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        *(["img-src data:"] if pictures else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _has_photos(document: Document) -> bool:
    return any(item.photos for proof in document.proofs for _, items in proof.sides for item in items)


def _status(document: Document) -> str:
    if not document.seal:
        return f"<b>{appendix.DRAFT_MARK}</b>"
    seal = document.seal
    return f"<b>定稿</b> {escape(seal.edition)} · {escape(seal.version)} · {escape(appendix.sealed_at(seal))}"


# ---- running text


def _article(document: Document) -> str:
    parts = [f"<h1>{''.join(map(_title_line, title_lines(document.title)))}</h1>"]
    if not document.seal:
        parts.insert(0, f'<p class="only-print draft-print">{appendix.DRAFT_MARK}</p>')
    if document.motto:
        parts.append(f'<p class="motto">{escape(document.motto)}</p>')
    parts += [_block(document, block) for block in document.blocks]
    if document.proofs:
        parts.append(f'<p class="only-print">附件：{appendix.TITLE}</p>')
    parts.append(
        f'<div class="sign"><div>{escape(document.organisation)}<br>{escape(document.date)}</div></div>'
    )
    notes = [f"<p>（{escape(note.rstrip('。'))}）</p>" for note in document.notes]
    return "\n".join([*parts, f'<div class="notes">{"".join(notes)}</div>' if notes else ""])


def _title_line(line: str) -> str:
    """One line on a wide screen; a phone may break it again, but not inside a word either."""
    return f"<span>{'<wbr>'.join(map(escape, title_lines(line, PHONE_TITLE)))}</span>"


def _block(document: Document, block: Heading | Paragraph | Table) -> str:
    if isinstance(block, Heading):
        level = min(max(block.level, 1), 3) + 1
        return f"<h{level}>{escape(block.text)}</h{level}>"
    if isinstance(block, Table):
        table = _table(block.columns, block.rows)
        return f'<div class="tabular" tabindex="0" role="group" aria-label="表格">{table}</div>'
    return f"<p>{''.join(map(_run, appendix.runs(document, block)))}</p>"


def _run(run: appendix.Run) -> str:
    words = escape(run.text)
    if run.key:
        key = escape(run.key)
        # The word joiner keeps the printed code on the line of its claim.
        words = (
            f'<a class="claim-link" href="#claim-{key}" data-claim="{key}">'
            f'<span class="words">{words}</span><sup>&#8288;[{key}]</sup></a>'
        )
    return f"<mark>{words}<small>{run.mark}</small></mark>" if run.mark else words


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]], widths: Iterable[float] = ()) -> str:
    head = "".join(f'<th scope="col"{_short(cell)}>{escape(cell)}</th>' for cell in columns)
    body = "".join(
        f"<tr>{''.join(f'<td{_short(cell)}>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    # Attributes, not styles: the page allows no style but its own.
    sizes = "".join(f'<col width="{100 * width / PAPER_WIDTH:.2f}%">' for width in widths)
    columns = f"<colgroup>{sizes}</colgroup>" if sizes else ""
    return f"<table>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _short(cell: str) -> str:
    return ' class="short"' if all(map(is_short, cell.split("\n"))) else ""


# ---- proof


def _annex(document: Document) -> str:
    lines = appendix.lines(document)
    table = _table(appendix.COLUMNS, map(appendix.cells, lines), appendix.WIDTHS)
    claims = "\n".join(map(_claim, document.proofs, lines))
    return (
        '<section class="annex" id="claims"><p class="only-print annex-word">附件</p>'
        f"<h2>{appendix.TITLE}</h2>"
        "<p>每一项都可以点开，列出口径、期间和背后的每一条记录；姓名已隐去部分。</p>"
        f'{claims}<div class="only-print">{table}</div></section>'
    )


def _claim(proof: Proof, line: appendix.Line) -> str:
    key = escape(line.key)
    value = f"{escape(line.value)}" + (f"<small>（{escape(line.base)}）</small>" if line.base else "")
    count = line.records if proof.withheld else f"{line.records} 条"
    return (
        f'<details class="claim" id="claim-{key}" data-claim="{key}"><summary>'
        f'<span class="code">{key}</span><span>{escape(line.label)}</span>'
        f'<span class="value">{value}</span><span class="count">{count}</span></summary>'
        f"{_facts(proof)}{''.join(_side(title, items) for title, items in proof.sides)}</details>"
    )


def _facts(proof: Proof) -> str:
    facts = {
        "口径": escape(proof.definition),
        "期间": escape(proof.period),
        "截至": escape(proof.as_of),
        "基数": escape(proof.base),
        "补录占比": escape(proof.late_share),
        "证据强度": escape("，".join(proof.strength)),
        "指标": f"<code>{escape(proof.code)}</code>",
    }
    rows = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in facts.items() if text)
    reckoning = appendix.reckoning(proof)
    state = "sum" if reckoning.agrees else "sum off"
    return f'<div class="facts"><dl>{rows}</dl><p class="{state}">{escape(reckoning.text)}</p></div>'


def _side(title: str, items: tuple[Item, ...]) -> str:
    if not items:
        return ""
    columns = ("名称", "编号", "日期", "单位", "贡献", "说明")
    rows = [
        (
            item.title,
            item.number,
            item.date,
            item.organisation,
            item.contribution,
            "；".join(
                filter(None, ("补录" if item.late else "", item.note, *item.exhibits, item.digest[:12]))
            ),
        )
        for item in items[:LISTED]
    ]
    rest = len(items) - LISTED
    more = (
        f"<p>以上为前 {LISTED} 条，另有 {rest} 条：在允许脚本的浏览器中点击即可看到全部。</p>"
        if rest > 0
        else ""
    )
    return (
        f'<div class="plain"><h4>{escape(title)} {len(items)}</h4>'
        f'<div class="tabular">{_table(columns, rows)}</div>{more}</div>'
    )


# ---- seal


def _seal(document: Document, seal: Seal) -> str:
    facts = {
        "定稿编号": f"{escape(seal.edition)}　{escape(seal.version)}",
        "定稿": f"{escape(appendix.sealed_at(seal))}　{escape(seal.sealed_by)}",
        "内容摘要": f'<span class="long">SHA-256 {escape(seal.digest)}</span>',
        "签名": f'<span class="long">Ed25519 {escape(seal.signature)}</span>',
        "公钥指纹": f'<span class="long">{escape(seal.fingerprint)}</span>',
    }
    if document.url:
        address = escape(document.url)
        facts["公开页面"] = f'<a href="{address}" rel="noreferrer">{address}</a>'
    rows = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in facts.items())
    code = appendix.qr(document).svg_inline(border=1, omitsize=True, title=appendix.QR_NAME)
    advice = appendix.seal_advice(document)
    return f'<footer class="seal"><div><dl>{rows}</dl><p>{advice}</p></div>{code}</footer>'
