from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit, NilReport
from youju.work.safety import indicators, rules
from youju.work.safety.models import Accident, Inspector, InspectorCertificate, ProtectionCommittee

COMMITTEES = Ledger(
    model=ProtectionCommittee,
    columns=("organisation", "form", "head", "members", "group_inspectors", "from_on", "until_on"),
    filters=("organisation", "form", "from_on"),
    proof=(Exhibit.Kind.APPROVAL,),
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
    proof=(Exhibit.Kind.APPROVAL,),
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
    proof=(Exhibit.Kind.CERTIFICATE,),
    help=(
        "每本证书登记一条；复训换证另登一条，不改旧证。\n"
        "请上传证书照片或扫描件。\n"
        "“劳动保护检查员持证上岗率”的分子由此得出，过期的不算。"
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
        "union_took_part",
    ),
    filters=("organisation", "grade", "occurred_on"),
    proof=(Exhibit.Kind.OTHER,),
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
    proof=(Exhibit.Kind.OTHER,),
    help=(
        "本单位在一段日子里没有发生某类事项的，由负责人签字报一条，建议每季度一报。\n"
        "请上传签字盖章的零报告。\n"
        "“未发生重特大事故”等说法须由各单位的零报告证明。"
    ),
)

LINE = Line(
    code=LineOfWork.SAFETY.value,
    label=LineOfWork.SAFETY.label,
    icon="shield-check",
    ledgers=(COMMITTEES, INSPECTORS, CERTIFICATES, ACCIDENTS, NIL_REPORTS),
    indicators=(indicators.committee_rate, indicators.certified_rate, indicators.serious_accidents),
    rules=(
        rules.not_certified,
        rules.certificate_expiring,
        rules.no_committee,
        rules.nil_report_missing,
        rules.contradicted,
    ),
)
