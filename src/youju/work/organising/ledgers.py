"""The ledgers of 组织建设, in the order of their paper forms."""

from youju.ledger.ledgers import Ledger
from youju.people.models import Membership
from youju.records.models import Exhibit
from youju.work.organising.models import (
    Election,
    Formation,
    Handbook,
    LegalPerson,
    Measure,
    Officer,
    Prospect,
    UnionBody,
    Visit,
    WorkGroup,
)

Kind = Exhibit.Kind

PROSPECTS = Ledger(
    model=Prospect,
    columns=(
        "organisation",
        "employer",
        "workers",
        "contact",
        "from_on",
        "stage",
        "contacted_on",
        "preparing_on",
        "approval_number",
        "approved_on",
        "elected_on",
        "registered_on",
        "union",
        "obstacle",
    ),
    filters=("organisation", "stage"),
    proof=(Kind.APPROVAL, Kind.OTHER),
    help=(
        "每家应建会而未建会的用人单位登记一条，办到哪一步就填哪一步的日期，进度由系统得出；建成或停办后填移出日期。\n"
        "请上传建会申请、批复等材料。\n"
        "“应建会单位”“名录内建成工会单位”由此得出。"
    ),
)

WORK_GROUPS = Ledger(
    model=WorkGroup,
    columns=("organisation", "name", "leader", "offices", "people", "task", "from_on", "until_on"),
    filters=("organisation", "from_on"),
    proof=(Kind.OTHER,),
    help=(
        "每个抽调人员组成的建会工作组登记一条，写明从哪些部门抽调。\n"
        "请上传成立工作组的文件或分工表。\n"
        "“建会工作小组”由此得出。"
    ),
)

VISITS = Ledger(
    model=Visit,
    columns=(
        "occurred_on",
        "organisation",
        "kind",
        "employer",
        "served_line",
        "visitors",
        "met",
        "content",
        "result",
    ),
    filters=("organisation", "kind", "served_line"),
    proof=(Kind.PHOTO, Kind.OTHER),
    help=(
        "到用人单位或基层工会走访、指导一次登记一条，不论为了建会、合同、建家还是换届。\n"
        "请上传走访照片或记录。\n"
        "走访、面对面指导、建家指导、督促换届等次数和家数由此得出。"
    ),
)

MEASURES = Ledger(
    model=Measure,
    columns=("occurred_on", "organisation", "kind", "title", "document_number", "content", "result"),
    filters=("organisation", "kind"),
    proof=(Kind.OTHER,),
    help=(
        "为推进建会采取的措施、自身建设（规范化）完成的事项，一项登记一条。\n"
        "请上传文件、方案或完成情况的材料。\n"
        "“推进建会措施”“自身建设完成事项”由此得出。"
    ),
)

FORMATIONS = Ledger(
    model=Formation,
    columns=(
        "occurred_on",
        "organisation",
        "form",
        "employer",
        "approval_number",
        "approved_on",
        "meeting_on",
        "members",
        "women_members",
        "chair",
    ),
    filters=("organisation", "form", "occurred_on"),
    proof=(Exhibit.Kind.APPROVAL, Exhibit.Kind.MINUTES, Exhibit.Kind.SIGN_IN),
    at_unit=("occurred_on", "form", "approval_number"),
    help=(
        "每新建一个基层工会登记一条；换届、更名不在此登记。\n"
        "请上传上一级工会批复、成立大会会议记录和签到表。\n"
        "“新组建基层工会”由此得出。"
    ),
)

MEMBERS = Ledger(
    model=Membership,
    columns=(
        "organisation",
        "person",
        "kind",
        "began_by",
        "from_on",
        "card_number",
        "until_on",
        "ended_by",
    ),
    filters=("organisation", "kind", "began_by", "ended_by", "from_on"),
    proof=(Exhibit.Kind.OTHER,),
    help=(
        "一人在一个工会的一段会籍登记一条；转会时先终止原会籍，再在新工会登记转入。\n"
        "请上传入会申请书、会员登记表或会籍转接单。\n"
        "会员总数、新发展会员、转入转出和入会率由此得出。"
    ),
)

ELECTIONS = Ledger(
    model=Election,
    columns=(
        "occurred_on",
        "organisation",
        "kind",
        "session",
        "meeting",
        "due",
        "present",
        "ballots_issued",
        "ballots_returned",
        "ballots_valid",
        "ballots_void",
        "seats",
        "chair",
        "chair_votes",
        "approval_number",
        "term_years",
        "term_ends_on",
    ),
    groups={
        "会议和选票": (
            "due",
            "present",
            "ballots_issued",
            "ballots_returned",
            "ballots_valid",
            "ballots_void",
        ),
        "当选和任期": (
            "seats",
            "candidates",
            "chair",
            "chair_votes",
            "members",
            "term_years",
            "extended_until",
        ),
        "公示和批复": ("noticed_from", "noticed_until", "approval_number", "approved_on"),
    },
    filters=("organisation", "kind", "meeting"),
    proof=(Kind.MINUTES, Kind.SIGN_IN, Kind.APPROVAL),
    at_unit=("occurred_on", "present", "due", "term_ends_on"),
    ends="term_ends_on",
    help=(
        "每次成立选举、换届选举、届中改选登记一条；是否有效由到会人数、选票和得票自动判断。\n"
        "请上传签到表、选举记录（计票单）和上级批复。\n"
        "“换届工会数”和届满提醒由此得出。"
    ),
)

OFFICERS = Ledger(
    model=Officer,
    columns=(
        "organisation",
        "name",
        "position",
        "also",
        "full_time",
        "began_by",
        "from_on",
        "trained_on",
        "until_on",
        "ended_by",
        "duties",
    ),
    filters=("organisation", "position", "full_time", "began_by", "ended_by"),
    proof=(Kind.APPROVAL,),
    at_unit=("also", "full_time", "from_on"),
    help=(
        "每名工会干部在一个工会的一段任职登记一条，离任时填写离任日期和原因，不删除。\n"
        "请上传选举结果批复或任命文件。\n"
        "工会干部人数、变动人次、新任干部人数和空缺提醒由此得出。"
    ),
)

BODIES = Ledger(
    model=UnionBody,
    columns=("organisation", "kind", "name", "head", "members", "from_on", "until_on"),
    filters=("organisation", "kind"),
    proof=(Kind.APPROVAL,),
    at_unit=("members", "from_on"),
    help=(
        "工会内设的经审、女职工组织和分会、小组，每个登记一条；换届时终止原记录另登一条。\n"
        "请上传成立文件或上级批复。\n"
        "经审、女职工组织建立率和工会小组数由此得出。"
    ),
)

LEGAL_PERSONS = Ledger(
    model=LegalPerson,
    columns=(
        "organisation",
        "certificate_number",
        "code",
        "representative",
        "seat",
        "issuer",
        "from_on",
        "until_on",
    ),
    filters=("organisation", "issuer"),
    proof=(Kind.CERTIFICATE,),
    at_unit=("code", "until_on"),
    help=(
        "每本工会法人资格证书登记一条；变更或换证时终止原记录另登一条。\n"
        "请上传证书照片或扫描件。\n"
        "“工会法人资格登记率”和到期提醒由此得出。"
    ),
)

HANDBOOKS = Ledger(
    model=Handbook,
    columns=("occurred_on", "organisation", "person", "handbook_number", "kind", "received_by"),
    filters=("organisation", "kind"),
    proof=(Kind.RECEIPT,),
    help=(
        "每发给一名会员一册手册登记一条，换发、补发另登。\n"
        "请上传签领表。\n"
        "“会员手册发放数”“会员手册持有率”由此得出。"
    ),
)

LEDGERS = (
    PROSPECTS,
    WORK_GROUPS,
    VISITS,
    MEASURES,
    FORMATIONS,
    ELECTIONS,
    OFFICERS,
    BODIES,
    LEGAL_PERSONS,
    MEMBERS,
    HANDBOOKS,
)
