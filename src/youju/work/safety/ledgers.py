"""The ledgers of 劳动保护, in the order of their paper forms."""

from youju.ledger.ledgers import Ledger
from youju.records.models import Exhibit, NilReport
from youju.work.safety.models import (
    Accident,
    AnkangCup,
    Hazard,
    Inspector,
    InspectorCertificate,
    ProtectionCommittee,
    SafetyActivity,
    SafetyRule,
)

Kind = Exhibit.Kind

COMMITTEES = Ledger(
    model=ProtectionCommittee,
    columns=("organisation", "form", "head", "members", "group_inspectors", "from_on", "until_on"),
    filters=("organisation", "form", "from_on"),
    proof=(Kind.APPROVAL,),
    at_unit=("members", "from_on"),
    help=(
        "每个工会的劳动保护监督检查委员会登记一条，人数少的登记监督检查委员；换届时终止原记录另登一条。\n"
        "请上传成立文件或上级批复。\n"
        "“劳动保护监督组织建立率”由此得出。"
    ),
)

INSPECTORS = Ledger(
    model=Inspector,
    columns=("organisation", "person", "workplace", "from_on", "until_on"),
    filters=("organisation", "from_on", "until_on"),
    proof=(Kind.APPROVAL,),
    at_unit=("workplace", "from_on"),
    help=(
        "每名在岗的劳动保护检查员登记一条，离岗时填写离岗日期；证书在检查员证书台账登记。\n"
        "请上传任命文件。\n"
        "“劳动保护检查员持证上岗率”的分母由此得出。"
    ),
)

CERTIFICATES = Ledger(
    model=InspectorCertificate,
    columns=("organisation", "inspector", "certificate_number", "issuer", "from_on", "until_on"),
    filters=("organisation", "issuer", "until_on"),
    proof=(Kind.CERTIFICATE,),
    at_unit=("until_on",),
    through=("inspector__person",),
    help=(
        "每本证书登记一条；复训换证另登一条，不改旧证。\n"
        "请上传证书照片或扫描件。\n"
        "“劳动保护检查员持证上岗率”的分子由此得出，过期的不算。"
    ),
)

RULES = Ledger(
    model=SafetyRule,
    columns=("organisation", "employer", "kind", "title", "union_consulted", "from_on", "until_on"),
    filters=("organisation", "kind", "union_consulted"),
    proof=(Kind.OTHER,),
    at_unit=("employer", "kind"),
    help=(
        "企业的每项安全生产制度登记一条；修订后重新发布的终止原记录另登一条。\n"
        "请上传制度文本。\n"
        "“建立安全规章企业数”由此得出。"
    ),
)

ANKANG = Ledger(
    model=AnkangCup,
    columns=("occurred_on", "organisation", "employer", "theme", "teams", "workers", "result"),
    filters=("organisation",),
    proof=(Kind.OTHER, Kind.PHOTO),
    help=(
        "每个参加“安康杯”竞赛的单位每年登记一条。\n"
        "请上传报名表或活动照片。\n"
        "安康杯参赛单位、班组、职工数由此得出。"
    ),
)

HAZARDS = Ledger(
    model=Hazard,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "place",
        "level",
        "description",
        "found_by",
        "proposal",
        "answered_on",
        "due_on",
        "fixed_on",
        "rechecked_on",
        "rechecked_by",
    ),
    filters=("organisation", "level"),
    proof=(Kind.PHOTO,),
    help=(
        "每处隐患登记一条，答复、整改、复查随后补登。\n"
        "请上传整改前后的照片。\n"
        "隐患数、整改率和逾期提醒由此得出。"
    ),
)

ACTIVITIES = Ledger(
    model=SafetyActivity,
    columns=("occurred_on", "organisation", "kind", "title", "place", "content", "unnamed"),
    filters=("organisation", "kind"),
    proof=(Kind.SIGN_IN, Kind.PHOTO),
    help=(
        "宣传咨询、群众检查、演练、签名承诺等活动一次登记一条；培训和竞赛在各自台账登记。\n"
        "请上传签到表和活动照片。\n"
        "“群众性安全生产活动”次数和人次由此得出。"
    ),
)

ACCIDENTS = Ledger(
    model=Accident,
    columns=(
        "occurred_on",
        "organisation",
        "place",
        "grade",
        "deaths",
        "injured",
        "loss",
        "description",
        "reported_on",
        "union_took_part",
        "inquiry_closed_on",
    ),
    filters=("organisation", "grade", "occurred_on"),
    proof=(Kind.OTHER,),
    help=(
        "每起生产安全事故登记一条，不论等级；没有发生的另报零报告，不在此登记。\n"
        "请上传事故报告或调查处理材料。\n"
        "重大以上的计入“重特大事故”。"
    ),
)

NIL_REPORTS = Ledger(
    model=NilReport,
    columns=("organisation", "kind", "from_on", "until_on", "signed_by"),
    filters=("organisation", "kind", "until_on"),
    proof=(Kind.OTHER,),
    help=(
        "本单位在一段日子里没有发生某类事项的，由负责人签字报一条，建议每季度一报。\n"
        "请上传签字盖章的零报告。\n"
        "“未发生重特大事故”等说法须由各单位的零报告证明。"
    ),
)

LEDGERS = (COMMITTEES, INSPECTORS, CERTIFICATES, RULES, HAZARDS, ACTIVITIES, ANKANG, ACCIDENTS, NIL_REPORTS)
