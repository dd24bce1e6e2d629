from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.democracy import indicators, rules
from youju.work.democracy.models import Congress, Disclosure

CONGRESSES = Ledger(
    model=Congress,
    columns=(
        "occurred_on",
        "organisation",
        "kind",
        "session",
        "delegates_due",
        "delegates_present",
        "agenda",
        "resolutions",
    ),
    filters=("organisation", "kind", "occurred_on"),
    proof=(Exhibit.Kind.SIGN_IN, Exhibit.Kind.MINUTES, Exhibit.Kind.PHOTO),
    help=(
        "每召开一次职代会、教代会或职工大会登记一条；会员（代表）大会不在此登记。\n"
        "请上传签到表、会议记录（决议）和现场照片。\n"
        "“职代会建制率”由此得出，到会不足三分之二的不算。"
    ),
)

DISCLOSURES = Ledger(
    model=Disclosure,
    columns=("occurred_on", "organisation", "kind", "item", "channel", "place"),
    filters=("organisation", "kind", "channel", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO,),
    help=(
        "每公开一项内容登记一条，写明公开事项和公开栏所在。\n"
        "请上传公开栏或公开页面的照片。\n"
        "“厂务公开建制率”由此得出。"
    ),
)

LINE = Line(
    code=LineOfWork.DEMOCRACY.value,
    label=LineOfWork.DEMOCRACY.label,
    icon="users-group",
    ledgers=(CONGRESSES, DISCLOSURES),
    indicators=(indicators.congress_rate, indicators.open_affairs_rate),
    rules=(rules.no_congress, rules.not_quorate, rules.no_disclosure),
)
