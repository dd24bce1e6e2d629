"""Honours that cannot be shown."""

from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.work.merit.models import CreationUnit

PROOFS = (Exhibit.Kind.APPROVAL, Exhibit.Kind.CERTIFICATE)


@rule("merit.no_naming_document", "创建单位无命名文件", source="系统约定：命名以文件或证书、牌匾为据")
def no_naming_document(scope):
    """创建单位没有上传命名文件或证书。请补传，材料类别选“批复”或“证书”。"""
    return without(CreationUnit.objects.within(scope), *PROOFS)
