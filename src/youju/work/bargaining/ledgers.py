"""The ledgers of 集体协商与劳动关系, in the order of their paper forms."""

from youju.ledger.ledgers import Ledger
from youju.records.models import Exhibit
from youju.work.bargaining.models import (
    AreaContract,
    AreaUnit,
    Arrears,
    CollectiveContract,
    Consultation,
    Dismissal,
    Dispute,
    Inspection,
    Letter,
)

Kind = Exhibit.Kind

CONSULTATIONS = Ledger(
    model=Consultation,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "kind",
        "offered_by",
        "replied_on",
        "reply",
        "met_on",
        "workers_chief",
        "workers_side",
        "employers_chief",
        "employers_side",
        "recorder",
        "result",
        "contract",
    ),
    groups={
        "答复和会议": ("replied_on", "reply", "reason_refused", "met_on"),
        "双方代表": (
            "workers_chief",
            "workers_side",
            "women_of_workers_side",
            "employers_chief",
            "employers_side",
            "recorder",
        ),
        "结果": ("result", "contract"),
    },
    filters=("organisation", "kind", "result"),
    proof=(Kind.MINUTES, Kind.SIGN_IN, Kind.OTHER),
    help=(
        "每发出或收到一份协商要约登记一条，答复、开会、结果随后在同一条上补登。\n"
        "请上传要约书、答复书、协商会议记录和签到表。\n"
        "“开展平等协商单位”“协商要约份数”由此得出。"
    ),
)

CONTRACTS = Ledger(
    model=CollectiveContract,
    columns=(
        "organisation",
        "employer",
        "kind",
        "title",
        "workers_covered",
        "voted_on",
        "delegates_due",
        "delegates_present",
        "votes_for",
        "signed_on",
        "filed_on",
        "filing_number",
        "objected_on",
        "objection",
        "published_on",
        "from_on",
        "until_on",
        "on_pay",
        "on_hours",
        "on_safety",
        "on_insurance",
        "on_training",
        "on_women",
    ),
    groups={
        "审议": ("voted_on", "delegates_due", "delegates_present", "votes_for"),
        "签订、报送和公布": (
            "signed_on",
            "filed_on",
            "filing_number",
            "published_on",
            "objected_on",
            "objection",
        ),
        "合同条款": ("on_pay", "on_hours", "on_safety", "on_insurance", "on_training", "on_women"),
    },
    filters=("organisation", "kind", "signed_on", "until_on"),
    proof=(Kind.CONTRACT, Kind.MINUTES, Kind.SIGN_IN),
    at_unit=("employer", "kind", "until_on"),
    help=(
        "每份集体合同登记一条；续签另登一条，期限内变更的在原记录上更正并说明理由。\n"
        "请上传合同文本、职代会审议的会议记录和签到表。\n"
        "集体合同、工资专项、女职工专项三项签订率、签订份数、续订率和条款覆盖项由此得出。"
    ),
)

INSPECTIONS = Ledger(
    model=Inspection,
    columns=(
        "occurred_on",
        "organisation",
        "contract",
        "inspectors",
        "articles",
        "articles_kept",
        "findings",
        "due_on",
        "mended_on",
        "congress_told_on",
    ),
    filters=("organisation",),
    proof=(Kind.MINUTES,),
    help=(
        "每检查一份集体合同的履行情况登记一条，有条款未履行的写明问题和整改期限。\n"
        "请上传检查记录或报告。\n"
        "“集体合同履约检查次数”由此得出。"
    ),
)

DISPUTES = Ledger(
    model=Dispute,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "kind",
        "matter",
        "people_involved",
        "representatives",
        "major",
        "accepted_on",
        "mediator",
        "result",
        "closed_on",
        "agreement_number",
        "recovered",
    ),
    filters=("organisation", "kind", "major", "result"),
    proof=(Kind.OTHER, Kind.MINUTES),
    help=(
        "每件劳动争议登记一条，自申请之日起十五日内应有结果；没有发生重大争议的另报零报告，不在此登记。\n"
        "请上传申请书、调解笔录、调解协议书。\n"
        "受理件数、调解成功率和“重大劳动争议”由此得出。"
    ),
)

ARREARS = Ledger(
    model=Arrears,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "months",
        "people_involved",
        "amount",
        "demanded_on",
        "answered_on",
        "reported_on",
        "settled_on",
        "amount_settled",
        "note",
    ),
    filters=("organisation",),
    proof=(Kind.OTHER, Kind.RECEIPT),
    help=(
        "每发现一起拖欠工资登记一条，要求改正、答复、报请处理、清偿随后补登；没有发生的另报零报告。\n"
        "请上传书面意见、单位答复和清偿凭据。\n"
        "“拖欠工资”“追回拖欠工资金额”由此得出。"
    ),
)

AREA_CONTRACTS = Ledger(
    model=AreaContract,
    columns=(
        "organisation",
        "reach",
        "field",
        "kind",
        "title",
        "workers_covered",
        "voted_on",
        "delegates_due",
        "delegates_present",
        "votes_for",
        "signed_on",
        "filed_on",
        "filing_number",
        "objected_on",
        "objection",
        "published_on",
        "from_on",
        "until_on",
    ),
    groups={
        "审议": ("voted_on", "delegates_due", "delegates_present", "votes_for"),
        "签订、报送和公布": (
            "signed_on",
            "filed_on",
            "filing_number",
            "published_on",
            "objected_on",
            "objection",
        ),
    },
    filters=("reach", "kind", "until_on"),
    proof=(Kind.CONTRACT, Kind.MINUTES, Kind.SIGN_IN),
    help=(
        "一份合同覆盖一个区域或行业的多家单位时在此登记，单独签订的登记在“集体合同”。\n"
        "请上传合同文本和区域性、行业性职代会审议的会议记录。\n"
        "覆盖的单位逐家登记在“区域合同覆盖单位”。"
    ),
)

AREA_UNITS = Ledger(
    model=AreaUnit,
    columns=("organisation", "contract", "employer", "workers", "from_on", "until_on"),
    filters=("organisation",),
    proof=(Kind.OTHER,),
    at_unit=("contract", "from_on"),
    help=(
        "区域性、行业性集体合同覆盖的用人单位，每家登记一条；中途退出的填截止日期。\n"
        "“区域性、行业性集体合同覆盖单位”由此得出。"
    ),
)

LETTERS = Ledger(
    model=Letter,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "kind",
        "document_number",
        "matter",
        "law",
        "inspectors",
        "answered_on",
        "outcome",
        "referred_on",
    ),
    filters=("organisation", "kind", "outcome"),
    proof=(Kind.OTHER, Kind.MINUTES),
    help=(
        "工会劳动法律监督发出的提示函、意见书、建议书，每份登记一条，答复和结果随后补登。\n"
        "请上传文书和单位的书面答复。\n"
        "“劳动法律监督文书”由此得出。"
    ),
)

DISMISSALS = Ledger(
    model=Dismissal,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "kind",
        "people",
        "workers",
        "grounds",
        "planned_on",
        "opinion",
        "opinion_on",
        "answered_on",
    ),
    filters=("organisation", "kind"),
    proof=(Kind.OTHER,),
    help=(
        "用人单位单方解除劳动合同或裁员前通知工会的，每次登记一条，工会意见和单位答复随后补登。\n"
        "请上传单位的通知和书面答复；不写职工姓名。\n"
        "“解除和裁员涉及职工”由此得出。"
    ),
)

LEDGERS = (
    CONSULTATIONS,
    CONTRACTS,
    AREA_CONTRACTS,
    AREA_UNITS,
    INSPECTIONS,
    DISPUTES,
    ARREARS,
    LETTERS,
    DISMISSALS,
)
