"""The ledgers of this line of work as people fill them in."""

from youju.ledger.ledgers import Ledger
from youju.records.models import Exhibit
from youju.work.institutions.models import (
    AnnualStage,
    ArchiveBox,
    Institution,
    Lesson,
    Meeting,
    PartyLink,
    Survey,
    Target,
    TargetCheck,
    Task,
    UpperSupport,
    WallItem,
    WallText,
)

Kind = Exhibit.Kind

INSTITUTIONS = Ledger(
    model=Institution,
    columns=("organisation", "kind", "name", "version", "adopted_on", "adopted_by", "from_on", "until_on"),
    filters=("kind", "organisation"),
    proof=(Kind.OTHER,),
    help=(
        "登记施行的每件工作制度；修订后给原版本填废止日期，再登记新版本。\n"
        "凭据：印发的制度文本。\n"
        "用于：六项制度、三项制度的项数，制定修订制度件数。"
    ),
)

TARGETS = Ledger(
    model=Target,
    columns=(
        *("year", "organisation", "level", "line", "item", "indicator", "comparator", "value", "unit"),
        *("weight", "owner", "due_on", "parent", "occurred_on"),
    ),
    filters=("year", "level", "line", "organisation", "central"),
    proof=(Kind.OTHER,),
    help=(
        "登记一年的每项目标：上级下达的、本级计划的、与单位签订责任书的，逐级注明“分解自”。\n"
        "凭据：下达文件、年度计划、签字盖章的责任书。\n"
        "完成数不用填：选了考核指标的，由台账自动算出，一点即可看到依据。"
    ),
)

TARGET_CHECKS = Ledger(
    model=TargetCheck,
    columns=(
        *("occurred_on", "organisation", "target", "kind", "checked_by", "result", "score", "opinion"),
        *("remedy_by", "remedied_on"),
    ),
    filters=("kind", "result", "organisation"),
    proof=(Kind.OTHER,),
    help=(
        "对一项目标进行年中检查或年末考核，一次记一条，写明结论、得分和整改期限。\n"
        "凭据：检查记录、考核评分表。\n"
        "用于：目标检查考核次数；到期未考核的目标会提醒。"
    ),
)

STAGES = Ledger(
    model=AnnualStage,
    columns=("year", "organisation", "kind", "title", "occurred_on", "led_by"),
    filters=("year", "kind", "organisation"),
    proof=(Kind.OTHER, Kind.MINUTES),
    help=(
        "登记一年的工作环节：年度计划、年初布置、年中检查、年末考核、年度工作总结，一个环节一条。\n"
        "凭据：计划、通知、检查通报、考核结果、总结等文件。\n"
        "用于：布置、检查、考核三环节，年度计划与年终总结份数。"
    ),
)

LESSONS = Ledger(
    model=Lesson,
    columns=("year", "organisation", "title", "content", "occurred_on"),
    filters=("year", "organisation"),
    help=(
        "写总结前，把一年成绩得益于什么逐条记下来，每条一个方面。\n"
        "不需要凭据，可在“具体做法”里引用其他台账的编号。\n"
        "用于：总结“经验体会”的条数和条目。"
    ),
)

MEETINGS = Ledger(
    model=Meeting,
    columns=(
        *("occurred_on", "organisation", "kind", "title", "place", "chair", "due", "present", "on_leave"),
        *("leader_present", "leader_reported", "leaders", "agenda", "resolutions", "served_line"),
    ),
    groups={
        "到会情况": ("due", "present", "on_leave", "leader_present", "leader_reported", "leaders"),
    },
    filters=("kind", "leader_present", "served_line", "organisation"),
    proof=(Kind.SIGN_IN, Kind.MINUTES, Kind.PHOTO),
    help=(
        "登记每次会议：年度总结部署会、季度例会、动员会、政府工会联席会等；职代会另有台账。\n"
        "凭据：会议通知、签到表、会议记录和照片；议定的事项再登记到“待办事项”，以便跟踪。\n"
        "用于：各类会议次数、参会率、主要领导到会率，季度未开例会会提醒。"
    ),
)

TASKS = Ledger(
    model=Task,
    columns=(
        *("occurred_on", "organisation", "origin", "item", "line", "parent", "meeting", "hard", "owner"),
        *("due_on", "done_on", "result"),
    ),
    filters=("origin", "line", "hard", "central", "organisation"),
    help=(
        "凡要跟踪的事都记在这里：会议决议、上级交办、工作不足、下年度计划，一件一条，办结后填办结日期。\n"
        "一项重点工作分成几件的，先登记重点工作，各件再选“所属事项”。\n"
        "用于：总结的不足和下年度计划条数、解决难点问题数、按期办结率，逾期会提醒。"
    ),
)

WALL_TEXTS = Ledger(
    model=WallText,
    columns=("organisation", "kind", "title", "version", "from_on", "until_on"),
    filters=("kind", "organisation"),
    help=(
        "登记应当上墙的内容及其版本：班子概况、目标任务、会员权利义务、四项社会职能等。\n"
        "依据修订、人员变动后，给原版本填停用日期，再登记新版本。\n"
        "用于：上墙公布率的分母，墙上仍是旧版本的会提醒。"
    ),
)

WALL_ITEMS = Ledger(
    model=WallItem,
    columns=("organisation", "text", "place", "from_on", "checked_on", "next_check_on", "until_on"),
    filters=("text", "organisation"),
    proof=(Kind.PHOTO,),
    help=(
        "登记每一处上墙公示：什么内容、贴在哪里、什么时候检查过；换下时填撤下日期。\n"
        "凭据：能看清内容和地点的照片。\n"
        "用于：上墙内容各项、上墙公布率，逾期未检查会提醒。"
    ),
)

ARCHIVES = Ledger(
    model=ArchiveBox,
    columns=(
        *("box", "title", "year", "form", "line", "organisation", "retention", "files_due"),
        *("files_present", "place", "keeper", "from_on", "until_on"),
    ),
    filters=("year", "form", "line", "retention", "organisation"),
    help=(
        "登记每盒（卷）档案：题名、年度、保管期限、应归和实归件数；移交或销毁后填日期。\n"
        "凭据：归档目录、移交清单。\n"
        "用于：建立台账种类、档案齐全率，不齐的会提醒。"
    ),
)

UPPER = Ledger(
    model=UpperSupport,
    columns=(
        *("occurred_on", "organisation", "body", "kind", "item", "served_line", "means", "amount"),
        *("leaders", "due_on", "done_on", "result"),
    ),
    filters=("body", "kind", "served_line", "organisation"),
    proof=(Kind.OTHER, Kind.PHOTO),
    help=(
        "登记县总工会、党委政府的交办、指导、支持和专题研究，一件一条；交办事项填办结期限，办完填办结日期。\n"
        "凭据：文件、会议纪要、指导现场照片、拨款或物资单据。\n"
        "用于：上级指导次数、支持事项数、县总交办事项办结率，逾期会提醒。"
    ),
)

PARTY_LINKS = Ledger(
    model=PartyLink,
    columns=("occurred_on", "organisation", "kind", "item", "document", "partners"),
    filters=("kind", "organisation"),
    proof=(Kind.OTHER, Kind.MINUTES),
    help=(
        "登记党建带工建的事项：把工会工作纳入党建、与共青团和妇联一并部署等。\n"
        "凭据：党委文件或会议记录。\n"
        "用于：工会工作纳入党建、党建带群建统筹部署次数。"
    ),
)

SURVEYS = Ledger(
    model=Survey,
    columns=(
        *("occurred_on", "organisation", "theme", "line", "trade", "for_whom", "units_visited"),
        *("workers_asked", "reported_on"),
    ),
    filters=("line", "for_whom", "organisation"),
    proof=(Kind.OTHER,),
    help=(
        "登记每项调研：一个主题一条，写明行业、为谁开展、走访和访谈的数量。\n"
        "凭据：调研方案、报告、问卷汇总。\n"
        "用于：调研项数，按条线分。"
    ),
)

LEDGERS = (
    *(INSTITUTIONS, TARGETS, TARGET_CHECKS, STAGES, MEETINGS, TASKS, WALL_TEXTS, WALL_ITEMS, ARCHIVES),
    *(UPPER, PARTY_LINKS, SURVEYS, LESSONS),
)
