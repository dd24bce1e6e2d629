"""The ledgers of this line of work as people fill them in."""

from youju.ledger.ledgers import Ledger
from youju.records.models import Exhibit
from youju.work.workers_home.forms import SampleForm, SelfCheckForm, SpotCheckForm
from youju.work.workers_home.models import (
    Facility,
    Home,
    HomeItem,
    HomeStandard,
    Pilot,
    Sample,
    SatisfactionBallot,
    SelfCheck,
    SpotCheck,
)

Kind = Exhibit.Kind

HOMES = Ledger(
    model=Home,
    columns=("organisation", "level", "named_by", "from_on", "until_on", "note"),
    filters=("level", "organisation"),
    proof=(Kind.CERTIFICATE, Kind.PHOTO),
    at_unit=("named_by", "from_on"),
    help=(
        "登记开展建家的单位和命名的等级；晋级时给原等级填终止日期，再登记新等级。\n"
        "凭据：命名文件、牌匾照片。\n"
        "用于：建家单位、新命名职工之家家数。"
    ),
)

STANDARDS = Ledger(
    model=HomeStandard,
    columns=("organisation", "name", "version", "issued_by", "pass_mark", "from_on", "until_on"),
    proof=(Kind.OTHER,),
    help=(
        "登记建家标准的每个版本；县里发布的由县登记，各乡镇直接使用，也可另立本地标准。\n"
        "凭据：发布标准的文件。\n"
        "用于：自查和抽查按施行中的标准逐项打分。"
    ),
)

ITEMS = Ledger(
    model=HomeItem,
    columns=("standard", "order", "dimension", "content", "marks", "required", "organisation", "from_on"),
    filters=("standard", "required"),
    help=(
        "登记标准的每一个检查项目：序号、类别、内容、标准分；不合格即整体不合格的勾选“必备项”。\n"
        "不需要凭据，以标准文件为准。\n"
        "用于：自查表、抽查表由这些项目生成。"
    ),
)

SELF_CHECKS = Ledger(
    model=SelfCheck,
    form=SelfCheckForm,
    columns=("occurred_on", "organisation", "standard", "checked_by", "gaps", "remedy", "remedy_by"),
    filters=("standard", "organisation"),
    proof=(Kind.OTHER, Kind.PHOTO),
    at_unit=("occurred_on",),
    help=(
        "各单位对照建家标准自查，逐项打分，扣分的写明原因和整改措施。\n"
        "凭据：盖章的自查表。\n"
        "用于：建家自查单位数、自查率，未自查的会提醒。"
    ),
)

SAMPLES = Ledger(
    model=Sample,
    form=SampleForm,
    columns=("occurred_on", "organisation", "standard", "percent", "seed", "witnessed_by"),
    filters=("standard",),
    proof=(Kind.OTHER,),
    help=(
        "抽查前先抽样：填公布的种子和比例，系统从所属基层工会中抽出单位；同一种子总是抽中同样的单位，可以复验。\n"
        "凭据：公布抽样种子的通知。\n"
        "用于：抽查对象；抽中未查的会提醒。"
    ),
)

SPOT_CHECKS = Ledger(
    model=SpotCheck,
    form=SpotCheckForm,
    columns=(
        *("occurred_on", "organisation", "sample", "self_check", "standard", "checkers", "opinion"),
        *("remedy_by", "remedied_on"),
    ),
    filters=("sample", "standard", "organisation"),
    proof=(Kind.OTHER, Kind.PHOTO),
    help=(
        "乡镇（街道）工会两人以上到单位抽查，对照同一标准逐项打分；选定对应的自查，可看出差异。\n"
        "凭据：签字的抽查表、现场照片。\n"
        "用于：建家抽查单位数、抽查率，自查与抽查相差较大的会提醒。"
    ),
)

BALLOTS = Ledger(
    model=SatisfactionBallot,
    columns=(
        *("occurred_on", "organisation", "group", "issued", "returned"),
        *("satisfied", "basically", "dissatisfied"),
    ),
    filters=("group", "organisation"),
    proof=(Kind.OTHER,),
    help=(
        "登记满意度测评：职工一次、投资经营者一次，分别登记发出、收回和各档票数。\n"
        "凭据：测评表汇总或计票记录。\n"
        "用于：职工满意率、投资经营者满意率、两个满意达标。"
    ),
)

FACILITIES = Ledger(
    model=Facility,
    columns=(
        *("organisation", "kind", "name", "quantity", "source", "provided_by", "place", "cost"),
        *("from_on", "until_on"),
    ),
    filters=("kind", "source", "organisation"),
    proof=(Kind.PHOTO,),
    help=(
        "登记职工活动阵地的设施器材，注明是工会提供还是企业配套；报废时填停用日期。\n"
        "凭据：现场照片、交接单。\n"
        "用于：工会提供设施种类、企业配套设施种类。"
    ),
)

PILOTS = Ledger(
    model=Pilot,
    columns=("organisation", "employer", "kind", "grounds", "from_on", "until_on", "outcome"),
    filters=("kind", "organisation"),
    proof=(Kind.OTHER, Kind.PHOTO),
    help=(
        "登记试点单位：职工之家、集体合同、民主管理等，写明选点理由，结束时填日期和成效。\n"
        "凭据：确定试点的文件、试点总结。\n"
        "用于：各类试点单位家数。"
    ),
)

LEDGERS = (*(HOMES, STANDARDS, ITEMS, SELF_CHECKS, SAMPLES, SPOT_CHECKS, BALLOTS, FACILITIES, PILOTS),)
