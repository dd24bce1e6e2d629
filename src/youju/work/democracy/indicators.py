from youju.ledger.populations import unions
from youju.ledger.shares import share
from youju.work.democracy.models import Congress, Disclosure


@share(
    "democracy.congress_rate",
    "职代会建制率",
    of=unions,
    synonyms=("职工代表大会制度", "职代会制度", "建立职代会", "教代会"),
)
def congress_rate(scope):
    """截止日存在的基层工会中，本期内至少召开一次有效职代会的所占比例。
    职工代表大会、教职工代表大会、职工大会均算；实到代表不足应到三分之二的无效，不算。
    日期以职代会台账的召开日期为准。"""
    return Congress.objects.within(scope).valid()


@share(
    "democracy.open_affairs_rate",
    "厂务公开建制率",
    of=unions,
    synonyms=("厂务公开制度", "厂务公开", "校务公开", "政务公开", "公开率"),
)
def open_affairs_rate(scope):
    """截止日存在的基层工会中，本期内至少公开一次的所占比例。
    企业的厂务公开、学校的校务公开、机关的政务公开均算；日期以公开台账的公开日期为准。"""
    return Disclosure.objects.within(scope)
