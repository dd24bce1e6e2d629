from youju.ledger.populations import unions
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.democracy.models import Congress, Disclosure

# The regulation exists and applies everywhere; the numbers of its articles could not be checked.
REGULATION = "《企业民主管理规定》（总工发〔2012〕12号，条款号尚未核实）"


@rule("democracy.no_congress", "未召开职代会", source=REGULATION, confidence=Confidence.UNCONFIRMED)
def no_congress(scope):
    """本期内还没有召开有效职代会的基层工会；职代会每年至少召开一次。请督促召开并登记。"""
    held = Congress.objects.within(scope).valid()
    return unions(scope).exclude(pk__in=held.values("organisation"))


@rule("democracy.not_quorate", "职代会到会不足", source=REGULATION, confidence=Confidence.UNCONFIRMED)
def not_quorate(scope):
    """实到代表不足应到三分之二的职代会，决议无效，不计入建制率。请核对人数，确属不足的应重新召开。"""
    held = Congress.objects.within(scope)
    return held.exclude(pk__in=held.valid().values("pk"))


@rule("democracy.no_disclosure", "未公开", source=REGULATION, confidence=Confidence.UNCONFIRMED)
def no_disclosure(scope):
    """本期内没有公开记录的基层工会。请督促公开并登记。"""
    held = Disclosure.objects.within(scope)
    return unions(scope).exclude(pk__in=held.values("organisation"))
