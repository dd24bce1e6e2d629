"""Figures over several lines of work, which do not know each other."""

from youju.ledger.ledgers import Line
from youju.ledger.several import aspects
from youju.work.bargaining.models import CollectiveContract, Consultation
from youju.work.democracy.models import Congress
from youju.work.relief.models import WarmthVisit


@aspects(
    "combined.means_of_protection",
    "维权主要手段",
    synonyms=("维权主要手段数", "维护职工合法权益的手段"),
)
def means_of_protection(scope):
    """平等协商、集体合同、职代会、送温暖四种维护职工权益的手段中，本期有记录证明用到的项数。
    平等协商以本期内开过协商会议的为准，集体合同以截止日在有效期内的为准，
    职代会以本期内到会满三分之二的为准，送温暖以本期内的慰问为准。"""
    days = (scope.period.start, scope.period.end)
    return {
        "平等协商": Consultation.objects.in_scope(scope).filter(met_on__range=days),
        "集体合同": CollectiveContract.objects.holding(scope),
        "职代会": Congress.objects.within(scope).valid(),
        "送温暖": WarmthVisit.objects.within(scope),
    }


LINE = Line(
    code="combined",
    label="综合",
    icon="stack-2",
    ledgers=(),
    indicators=(means_of_protection,),
)
