"""What differs by region and year in this line of work."""

from django.db.models import QuerySet

from youju.ledger.populations import with_women
from youju.ledger.scope import Scope
from youju.records.parameters import Confidence, Dated, Parameter

WOMENS_CONTRACT_FROM = Parameter(
    "womens_contract_from",
    "应签女职工专项集体合同的女职工人数",
    (Dated(10, source="乡镇工会通行做法（女职工十人以上）", confidence=Confidence.CUSTOM),),
)
FILE_WITHIN_DAYS = Parameter(
    "contract_file_within_days",
    "集体合同报送期限（天）",
    (Dated(10, source="《集体合同规定》第四十二条", confidence=Confidence.LAW),),
)
RENEW_WITHIN_DAYS = Parameter(
    "contract_renew_within_days",
    "集体合同期满前提出续订的期限（天）",
    (Dated(90, source="《集体合同规定》第三十八条", confidence=Confidence.LAW),),
)


def many_women(scope: Scope, employers: QuerySet) -> QuerySet:
    """Employers that should have a women's contract on the as-of day."""
    return with_women(WOMENS_CONTRACT_FROM.on(scope.as_of))(scope, employers)
