"""就业服务"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.employment import indicators, rules
from youju.work.employment.models import FollowUp, JobOffer, JobPlacement, LabourExport, ServiceEvent

OFFERS = Ledger(
    model=JobOffer,
    columns=(
        "occurred_on",
        "organisation",
        "employer",
        "employer_name",
        "post",
        "openings",
        "pay",
        "destination",
        "until",
    ),
    filters=("destination", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.OTHER,),
    help=(
        "登记用人单位通过工会提供的岗位：一个单位一种岗位一条，写明招用人数。\n"
        "凭据：招工简章、用人单位委托书。\n"
        "用于：推荐就业岗位（个）。"
    ),
)

FOLLOW_UPS = Ledger(
    model=FollowUp,
    columns=(
        "occurred_on",
        "organisation",
        "placement",
        "after",
        "still_there",
        "where_now",
        "visited_by",
    ),
    filters=("after", "still_there", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.OTHER,),
    through=("placement__person",),
    help=(
        "登记对介绍就业人员的回访：录用后三个月、六个月各回访一次，一次一条；离岗的写明现状。\n"
        "凭据：回访记录、用人单位证明。\n"
        "用于：就业回访率、就业稳定率。"
    ),
)

EVENTS = Ledger(
    model=ServiceEvent,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "kind",
        "place",
        "partner",
        "employers",
        "openings",
        "unnamed",
        "outcome",
    ),
    filters=("kind", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO, Exhibit.Kind.SIGN_IN),
    help=(
        "登记创业、再就业服务活动：招聘会、创业扶持、再就业帮扶、政策咨询等，一次一条；技术培训另记培训台账。\n"
        "凭据：活动照片、签到表、通知。\n"
        "用于：创业、再就业活动（次），招聘会（场）。"
    ),
)

PLACEMENTS = Ledger(
    model=JobPlacement,
    columns=(
        "occurred_on",
        "organisation",
        "person",
        "employer",
        "employer_name",
        "offer",
        "post",
        "destination",
        "place",
        "hired",
        "contract_signed",
        "partner",
    ),
    filters=("destination", "hired", "contract_signed", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.CONTRACT, Exhibit.Kind.OTHER),
    help=(
        "登记每一次介绍就业：一人介绍到一个岗位记一条，录用后勾选“已录用”，签了合同再勾选“已签劳动合同”。\n"
        "凭据：劳动合同首页和签字页，或用人单位的录用证明。\n"
        "用于：介绍就业人数及介绍到苏南、本县企业就业人数（按人，不重复计，未录用的不计）。"
    ),
)

EXPORTS = Ledger(
    model=LabourExport,
    columns=(
        "occurred_on",
        "organisation",
        "person",
        "destination",
        "place",
        "employer_name",
        "trade",
        "law_trained_on",
        "organised_by",
        "returned_on",
    ),
    filters=("destination", "organised_by", "trade", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.CONTRACT, Exhibit.Kind.OTHER),
    help=(
        "登记外出务工人员：一人外出一次记一条，返乡后补填返乡日期。\n"
        "凭据：劳务合同、用人单位证明或劳动所的输出花名册。\n"
        "用于：劳务输出人数（按外出日期，同一人只计一次）。"
    ),
)

LINE = Line(
    code=LineOfWork.EMPLOYMENT,
    label=LineOfWork.EMPLOYMENT.label,
    icon="briefcase",
    ledgers=(OFFERS, PLACEMENTS, FOLLOW_UPS, EVENTS, EXPORTS),
    indicators=(
        indicators.people_placed,
        indicators.people_placed_south,
        indicators.people_placed_county,
        indicators.labour_exported,
        indicators.labour_returned,
        indicators.destinations,
        indicators.posts_offered,
        indicators.followed_up_rate,
        indicators.still_there_rate,
        indicators.service_events,
        indicators.job_fairs,
        indicators.service_attendances,
    ),
    rules=(
        rules.no_contract,
        rules.left_twice,
        rules.not_followed_up,
        rules.left_job,
        rules.offer_unused,
        rules.left_untrained,
        rules.back_early,
        rules.event_not_shown,
    ),
    dues=(rules.follow_up,),
)
