"""基础名册: who the persons, employers and households are that all other ledgers speak of."""

from django.utils.translation import gettext_lazy as _

from youju.ledger.ledgers import Ledger, Line
from youju.people.models import Coverage, Employer, Employment, Household, HouseholdMember, Person

PERSONS = Ledger(
    model=Person,
    columns=("name", "sex", "birth_on", "phone"),
    filters=("sex",),
    help=_(
        "职工、会员、家庭成员、学生、参训人员，凡要在台账里点名的人都在这里登记一次。\n"
        "有身份证号的请填写，系统据此查重；证件号和手机号加密保存，平时遮盖显示。\n"
        "登记后再到职工、会员、家庭成员等名册里写明这个人属于哪里。"
    ),
)
EMPLOYERS = Ledger(
    model=Employer,
    columns=("name", "nature", "industry", "park", "organisation", "from_on", "until_on", "code"),
    filters=("nature",),
    help=_(
        "辖区内的企业、机关、学校等用人单位，一家一条；关闭或迁出时填截止日期，不要删除。\n"
        "单位名称、信用代码以营业执照或登记证书为准。\n"
        "各项签约率、建制率的分母由此得出。"
    ),
)
COVERAGES = Ledger(
    model=Coverage,
    columns=("organisation", "employer", "from_on", "until_on"),
    filters=("employer",),
    at_unit=("from_on",),
    help=_(
        "哪个基层工会覆盖哪些用人单位；联合基层工会覆盖几家就登记几条。\n"
        "以建会批复或联合建会协议为准。\n"
        "“已建会企业”“应签合同企业”由此得出。"
    ),
)
EMPLOYMENTS = Ledger(
    model=Employment,
    columns=("person", "employer", "from_on", "until_on", "organisation"),
    filters=("employer",),
    help=_(
        "谁从哪天到哪天在哪家单位工作；离职填截止日期，再就业另登一条。\n"
        "以劳动合同、社保缴费或单位名册为准。\n"
        "职工总数、女职工数和入会率的分母由此得出。"
    ),
)
HOUSEHOLDS = Ledger(
    model=Household,
    columns=("head", "village", "organisation", "from_on", "until_on"),
    help=_(
        "慰问、帮扶的家庭，一户一条，户主先在人员名册登记。\n"
        "以户口簿或村（社区）证明为准；住址加密保存。\n"
        "“帮扶慰问困难户”按户计数由此得出。"
    ),
)
HOUSEHOLD_MEMBERS = Ledger(
    model=HouseholdMember,
    columns=("household", "person", "relation", "from_on", "until_on", "organisation"),
    help=_(
        "一户里的家庭成员，一人一条；一个人同时只能在一户。\n以户口簿为准。\n用于核对同一家庭是否重复帮扶。"
    ),
)

LINE = Line(
    code="registers",
    label=_("基础名册"),
    icon="address-book",
    ledgers=(PERSONS, EMPLOYERS, COVERAGES, EMPLOYMENTS, HOUSEHOLDS, HOUSEHOLD_MEMBERS),
)
