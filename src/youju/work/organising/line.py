from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.people.models import Membership
from youju.records.models import Exhibit
from youju.work.organising import indicators, rules
from youju.work.organising.models import Formation

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
    synonyms={
        "from_on": ("入会日期", "批准入会日期", "加入工会日期"),
        "until_on": ("退会日期", "终止日期"),
        "began_by": ("入会途径", "会籍变动"),
        "card_number": ("会员卡号", "会员证编号", "会员编号"),
    },
)

LINE = Line(
    code=LineOfWork.ORGANISING.value,
    label=LineOfWork.ORGANISING.label,
    icon="sitemap",
    ledgers=(FORMATIONS, MEMBERS),
    indicators=(
        indicators.workers,
        indicators.unions_existing,
        indicators.unions_formed,
        indicators.members_joined,
        indicators.members,
        indicators.women_members,
        indicators.members_retained,
        indicators.members_transferred_in,
        indicators.members_resumed,
        indicators.members_transferred_out,
        indicators.members_left,
        indicators.membership_rate,
    ),
    rules=(rules.not_unionised, rules.not_approved, rules.formation_missing),
)
