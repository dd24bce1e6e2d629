"""The glossary pairs each identifier with its Chinese, as the code itself says it."""

from django.apps import apps

from tests.documents.written import check, table
from youju.catalogue import DUES, INDICATORS, LINES, RULES
from youju.org.models import Organisation, Role
from youju.records.record import State

TERMS = (
    ("record", "记录", "anything kept, with owner, state, version, history"),
    ("entry", "台账条目", "a record of something that happened"),
    ("register", "名册", "a record of something that holds from a day until a day"),
    ("ledger", "台账", "a kind of record, and how it is shown and filled in"),
    ("line of work", "工作条线", "what one folder under `work/` holds"),
    ("indicator", "指标", "a named set of records and the way to add them up"),
    ("definition", "口径", "the docstring of an indicator, shown to readers"),
    ("share", "比率", "a base and, for each subject, its proof"),
    ("base", "基数（应…数）", "the subjects of a share"),
    ("met / gap / outside", "已达到 / 缺 / 不适用", "the sides of a share"),
    ("rule", "规则", "a named set of records or units that need attention"),
    ("due", "要办的事", "a named set of open records, or of units that owe something, with its last day"),
    ("nil report", "零报告", "a unit's signed statement that nothing happened"),
    ("claim", "数据引用", "a figure as a report says it, bound to its records"),
    ("citation", "引用凭据", "one record behind one claim, as it stood in history"),
    ("edition", "定稿", "a sealed report; a new text is a new version (第二版)"),
    ("seal", "定稿并锁定", "freeze a report with everything it cites"),
    ("exhibit", "附件", "a file shown as proof of a record"),
    ("late", "补录", "recorded more than N days after it happened"),
    ("attendances / persons", "人次 / 人", "rows of participants / different persons; never added together"),
    ("unnamed", "未列名人次", "a head-count beside a scanned sign-in sheet"),
    ("self-confirmed", "本级自行确认", "confirmed by the one who recorded it, because nobody else could"),
    ("request return", "申请退回", "a unit asks for a record to be returned or corrected"),
    ("federation", "总工会", "the body that owns the data, its chain and its number series"),
    ("poster", "上墙公示", "one of the four wall items, printed as one sheet of A3 or A2"),
    ("screen / board", "大屏展示", "a link that needs no log-in, and the totals it shows"),
    ("reach", "管辖范围", "which units stand below which on which days"),
)


def glossary() -> str:
    models = [m for m in apps.get_models() if m.__module__.startswith("youju.")]
    named = [m for m in models if not str(m._meta.verbose_name).isascii()]
    parts = [
        "# Glossary\n\nMade by `tests/documents/test_glossary.py`; change words where they stand.",
        "## Terms\n\n" + table(("identifier", "中文", "meaning"), *TERMS),
        "## Models\n\n"
        + table(
            ("model", "中文", "ledger code"),
            *sorted(
                (f"`{m.__name__}`", str(m._meta.verbose_name), getattr(m, "ledger_code", "")) for m in named
            ),
        ),
        "## Lines of work\n\n" + table(("code", "中文"), *((line.code, str(line.label)) for line in LINES)),
        "## Indicators\n\n"
        + table(
            ("code", "中文", "unit", "口径"),
            *((i.code, i.label, i.unit, i.definition.replace("\n", "")) for i in INDICATORS.values()),
        ),
        "## Rules\n\n"
        + table(("code", "中文", "source"), *((r.code, r.label, r.source) for r in RULES.values())),
        "## What falls due\n\n"
        + table(("code", "中文", "事由"), *((d.code, d.label, d.definition) for d in DUES.values())),
        "## States, roles, kinds of body\n\n"
        + table(
            ("identifier", "中文"),
            *(
                (str(value), str(label))
                for c in (State, Role, Organisation.Kind)
                for value, label in c.choices
            ),
        ),
    ]
    return "\n\n".join(parts) + "\n"


def test_the_glossary_says_what_the_code_says():
    check("glossary.md", glossary())
