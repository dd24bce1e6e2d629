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
CONTRACT_RULES = "《集体合同规定》"
TERM_YEARS = Parameter(
    "contract_term_years",
    "集体合同期限（最短、最长年数）",
    (Dated((1, 3), source=f"{CONTRACT_RULES}第三十八条", confidence=Confidence.LAW),),
)
PUBLISH_WITHIN_DAYS = Parameter(
    "contract_publish_within_days",
    "集体合同生效后公布期限（天）",
    (
        Dated(10, source=f"{CONTRACT_RULES}（期限尚未核实）", confidence=Confidence.UNCONFIRMED),
        Dated(10, region="33", source="《浙江省集体合同条例》第三十五条", confidence=Confidence.LOCAL),
    ),
)
INSPECT_EVERY_MONTHS = Parameter(
    "contract_inspect_every_months",
    "集体合同履约检查间隔（月）",
    (Dated(12, source="部分省市集体合同条例（如浙江）", confidence=Confidence.LOCAL),),
)
FEWEST_ON_A_SIDE = Parameter(
    "consultation_fewest_on_a_side",
    "协商代表每方最少人数",
    (Dated(3, source=f"{CONTRACT_RULES}第十九条", confidence=Confidence.LAW),),
)
REPLY_WITHIN_DAYS = Parameter(
    "consultation_reply_within_days",
    "协商要约答复期限（天）",
    (Dated(20, source=f"{CONTRACT_RULES}第三十二条", confidence=Confidence.LAW),),
)
MEDIATE_WITHIN_DAYS = Parameter(
    "mediate_within_days",
    "劳动争议调解期限（天）",
    (Dated(15, source="《劳动争议调解仲裁法》第十四条", confidence=Confidence.LAW),),
)
ACCEPT_WITHIN_DAYS = Parameter(
    "accept_within_days",
    "调解申请受理期限（天）",
    (Dated(3, source="受理期限尚未核实（按三个工作日）", confidence=Confidence.UNCONFIRMED),),
)
GROUP_FROM = Parameter(
    "group_dispute_from",
    "可以推举代表的争议人数",
    (Dated(10, source="《劳动争议调解仲裁法》第七条", confidence=Confidence.LAW),),
)
ARREARS_ANSWER_DAYS = Parameter(
    "arrears_answer_days", "要求改正欠薪后等待答复（天）", (Dated(15, source="系统约定"),)
)
LETTER_ANSWER_DAYS = Parameter(
    "letter_answer_days",
    "劳动法律监督文书答复期限（天）",
    (
        Dated(
            21,
            source="《浙江省工会劳动法律监督条例》（十五个工作日，按二十一天计）",
            confidence=Confidence.LOCAL,
        ),
    ),
)
LAY_OFF = Parameter(
    "lay_off",
    "裁员须提前说明的人数、占职工比例（%）、提前天数",
    (Dated((20, 10, 30), source="《劳动合同法》第四十一条", confidence=Confidence.LAW),),
)


def many_women(scope: Scope, employers: QuerySet) -> QuerySet:
    """Employers that should have a women's contract on the as-of day."""
    return with_women(WOMENS_CONTRACT_FROM.at(scope))(scope, employers)
