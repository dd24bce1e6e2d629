"""The ledgers of 民主管理, in the order of their paper forms."""

from youju.ledger.ledgers import Ledger
from youju.records.models import Exhibit
from youju.work.democracy.models import (
    Board,
    Box,
    CatalogueItem,
    Congress,
    Delegate,
    Dialogue,
    Disclosure,
    Drive,
    Opening,
    Proposal,
    Suggestion,
    Voice,
    WorkerSeat,
)

Kind = Exhibit.Kind

CONGRESSES = Ledger(
    model=Congress,
    columns=(
        "occurred_on",
        "organisation",
        "kind",
        "session",
        "delegates_due",
        "delegates_present",
        "owners",
        "agenda",
        "hears",
        "passes",
        "supervises",
        "elects",
        "appraises",
        "resolutions",
        "papers_sent_on",
        "posted_on",
        "reported_on",
    ),
    groups={
        "到会代表": ("delegates_due", "delegates_present", "owners"),
        "行使的职权": ("hears", "passes", "supervises", "elects", "appraises"),
    },
    filters=("organisation", "kind", "occurred_on"),
    proof=(Kind.SIGN_IN, Kind.MINUTES, Kind.PHOTO),
    at_unit=("occurred_on", "delegates_present", "delegates_due", "resolutions"),
    help=(
        "每召开一次职代会、教代会或职工大会登记一条；会员（代表）大会不在此登记。\n"
        "请上传签到表、会议记录（决议）和现场照片。\n"
        "职代会建制率、单位数和“四权维护”由此得出，到会不足三分之二的不算。"
    ),
)

DELEGATES = Ledger(
    model=Delegate,
    columns=(
        "organisation",
        "name",
        "ward",
        "group",
        "session",
        "ward_due",
        "ward_present",
        "votes",
        "from_on",
        "until_on",
    ),
    filters=("organisation", "group"),
    proof=(Kind.MINUTES,),
    help=(
        "每名职工代表在一届任期内登记一条，离岗或届满时填写任期届满日期。\n"
        "请上传选区选举记录和公布的名单。\n"
        "“参与民主管理职工数”由此得出。"
    ),
)

PROPOSALS = Ledger(
    model=Proposal,
    columns=(
        "occurred_on",
        "organisation",
        "congress",
        "title",
        "name",
        "seconders",
        "decision",
        "decision_reason",
        "department",
        "due_on",
        "answered_on",
        "outcome",
        "opinion",
    ),
    filters=("organisation", "decision", "outcome", "opinion"),
    proof=(Kind.OTHER,),
    help=(
        "一事一案，每件提案登记一条，审查、答复和提案人意见随后补登。\n"
        "请上传提案表和书面答复。\n"
        "提案数、办复率、满意率由此得出。"
    ),
)

BOARDS = Ledger(
    model=Board,
    columns=("organisation", "place", "kind", "rhythm", "keeper", "from_on", "until_on"),
    filters=("organisation", "kind", "rhythm"),
    proof=(Kind.PHOTO,),
    help=(
        "每处公开栏登记一条；何时更新由事务公开台账得出，不在这里填写。\n"
        "请上传公开栏照片。\n"
        "“公开栏设立数”和逾期未更新提醒由此得出。"
    ),
)

CATALOGUE = Ledger(
    model=CatalogueItem,
    columns=("organisation", "kind", "topic", "item", "rhythm", "department", "from_on", "until_on"),
    filters=("organisation", "kind", "topic", "rhythm"),
    proof=(Kind.OTHER,),
    help=(
        "单位公开目录中的每个事项登记一条，写明公开周期；公开时在事务公开台账选择该事项。\n"
        "请上传公开目录文本。\n"
        "公开目录事项逾期未公开提醒由此得出。"
    ),
)

DISCLOSURES = Ledger(
    model=Disclosure,
    columns=("occurred_on", "organisation", "kind", "catalogue_item", "item", "channel", "board", "place"),
    filters=("organisation", "kind", "channel", "occurred_on"),
    proof=(Kind.PHOTO,),
    at_unit=("occurred_on", "channel"),
    help=(
        "每公开一项内容登记一条，写明公开事项；贴在公开栏的选择公开栏，更新日期由此得出。\n"
        "请上传公开栏或公开页面的照片。\n"
        "厂务公开建制率、单位数、公开事项数由此得出。"
    ),
)

DRIVES = Ledger(
    model=Drive,
    columns=("occurred_on", "ends_on", "organisation", "title", "theme", "place", "organiser"),
    filters=("organisation",),
    proof=(Kind.OTHER, Kind.PHOTO),
    help=(
        "每次金点子、献一计等征集活动登记一条；收到的建议在合理化建议台账登记并选择本次活动。\n"
        "请上传活动通知和照片。\n"
        "“金点子活动场次”由此得出。"
    ),
)

SUGGESTIONS = Ledger(
    model=Suggestion,
    columns=(
        "occurred_on",
        "organisation",
        "drive",
        "name",
        "topic",
        "title",
        "verdict",
        "reviewed_on",
        "review_note",
        "owner",
        "due_on",
        "carried_out_on",
        "effect",
        "benefit",
        "award",
        "award_money",
    ),
    groups={
        "评审": ("verdict", "reviewed_on", "review_note"),
        "实施和奖励": ("owner", "due_on", "carried_out_on", "effect", "benefit", "award", "award_money"),
    },
    filters=("organisation", "topic", "verdict", "award", "drive"),
    proof=(Kind.OTHER,),
    help=(
        "每条合理化建议登记一条，评审、实施、效益、奖励随后补登。\n"
        "请上传建议表、评审记录和效益证明。\n"
        "建议条数、参与人数、采纳率、实施率、经济效益由此得出。"
    ),
)

BOXES = Ledger(
    model=Box,
    columns=("organisation", "place", "keeper", "from_on", "until_on"),
    filters=("organisation",),
    proof=(Kind.PHOTO,),
    help=("每个意见箱登记一条，撤除时填写撤除日期。\n请上传意见箱照片。\n“意见箱设立数”由此得出。"),
)

OPENINGS = Ledger(
    model=Opening,
    columns=("occurred_on", "organisation", "box", "openers", "letters", "note"),
    filters=("organisation",),
    proof=(Kind.PHOTO,),
    help=(
        "每次开箱登记一条，两人以上在场，没有信件的也登记；信件内容在职工诉求台账登记。\n"
        "请上传开箱照片或记录。\n"
        "意见箱逾期未开箱提醒由此得出。"
    ),
)

VOICES = Ledger(
    model=Voice,
    columns=(
        "occurred_on",
        "organisation",
        "kind",
        "channel",
        "name",
        "content",
        "assigned_to",
        "assigned_on",
        "due_on",
        "answer",
        "answered_on",
        "told_on",
        "satisfied",
    ),
    filters=("organisation", "kind", "channel", "satisfied"),
    proof=(Kind.OTHER,),
    help=(
        "职工的建议、意见、困难，一件登记一条，交办、办结、回复随后补登；不愿具名的勾选匿名。\n"
        "请上传来信或答复材料。\n"
        "受理件数、办结件数、办结率由此得出。"
    ),
)

DIALOGUES = Ledger(
    model=Dialogue,
    columns=(
        "occurred_on",
        "organisation",
        "topic",
        "place",
        "leaders",
        "questions",
        "answers",
        "due_on",
        "kept_promise_on",
    ),
    filters=("organisation",),
    proof=(Kind.SIGN_IN, Kind.MINUTES, Kind.PHOTO),
    help=(
        "单位领导与职工对话一次登记一条，参加人填职工，领导填在出席的单位领导一栏。\n"
        "请上传签到表、对话记录和照片。\n"
        "对话次数、参加职工人次由此得出。"
    ),
)

WORKER_SEATS = Ledger(
    model=WorkerSeat,
    columns=("organisation", "employer", "board", "name", "congress", "from_on", "until_on", "told_on"),
    filters=("organisation", "board"),
    proof=(Kind.MINUTES, Kind.OTHER),
    at_unit=("board", "until_on"),
    help=(
        "公司的职工董事、职工监事，每人每届登记一条，离任的填届满日期。\n"
        "请上传职代会选举的会议记录和公司变更登记材料。\n"
        "“职工董事、职工监事席位”由此得出。"
    ),
)

LEDGERS = (
    CONGRESSES,
    DELEGATES,
    WORKER_SEATS,
    PROPOSALS,
    CATALOGUE,
    BOARDS,
    DISCLOSURES,
    DRIVES,
    SUGGESTIONS,
    BOXES,
    OPENINGS,
    VOICES,
    DIALOGUES,
)
