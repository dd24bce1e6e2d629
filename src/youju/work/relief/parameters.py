"""What differs by region and year in relief. None of it is national law; see the source of each value."""

from datetime import date
from decimal import Decimal

from youju.records.parameters import Confidence, Dated, Parameter

FILES = "《困难职工档案管理办法》（总工办发〔2016〕36号）及其后的深度、相对、意外致困分类"

DEEP_FACTOR = Parameter(
    "hardship_deep_factor",
    "深度困难：家庭月人均低于低保标准的倍数",
    (Dated(Decimal("1.0"), source=FILES, confidence=Confidence.CUSTOM),),
)
RELATIVE_FACTOR = Parameter(
    "hardship_relative_factor",
    "相对困难：家庭月人均低于低保标准的倍数",
    (
        Dated(Decimal("2.0"), source=FILES, confidence=Confidence.CUSTOM),
        Dated(
            Decimal("1.5"),
            from_on=date(2018, 1, 1),
            region="33",
            source="浙江省2018年困难职工认定标准",
            confidence=Confidence.LOCAL,
        ),
    ),
)
ACCIDENT_PERCENT = Parameter(
    "hardship_accident_percent",
    "意外致困：损失或医疗支出占家庭年收入的比例（%）",
    (Dated(80, source=FILES, confidence=Confidence.CUSTOM),),
)
FIRST_CHECK_DAYS = Parameter(
    "hardship_first_check_days",
    "困难职工申请后基层工会初审期限（天）",
    (Dated(5, source="部分地方2024年建档规程（各地不一，以当地文件为准）", confidence=Confidence.CUSTOM),),
)
NOTICE_DAYS = Parameter(
    "hardship_notice_days",
    "困难职工建档公示天数",
    (Dated(5, source="通行做法，公示期限的文件依据尚未核实", confidence=Confidence.UNCONFIRMED),),
)
REVIEW_DAYS = Parameter(
    "hardship_review_days",
    "困难职工档案复核间隔（天）",
    (Dated(365, source="通行做法：每年至少复核一次，动态管理", confidence=Confidence.CUSTOM),),
)

CAPS = "山东等地送温暖资金使用规定（各地不一，以当地文件为准）"
VISIT_CAP = Parameter(
    "relief_visit_cap",
    "送温暖每户每次上限（元，含物品折价）",
    (
        Dated(3000, source=CAPS, confidence=Confidence.CUSTOM),
        Dated(3000, region="37", source="山东省送温暖资金使用规定", confidence=Confidence.LOCAL),
        Dated(
            3000,
            from_on=date(2025, 1, 1),
            region="33",
            source="浙江省2025年送温暖通知：每户现金2500元、物品500元以内",
            confidence=Confidence.LOCAL,
        ),
    ),
)
YEAR_CAP = Parameter(
    "relief_year_cap",
    "送温暖每户全年上限（元，含物品折价）",
    (
        Dated(6000, source=CAPS, confidence=Confidence.CUSTOM),
        Dated(6000, region="37", source="山东省送温暖资金使用规定", confidence=Confidence.LOCAL),
    ),
)
STUDENT_STANDARD = Parameter(
    "student_aid_standard",
    "助学金标准上限（元，按学段）",
    (
        Dated(
            {"senior": 3000, "vocational": 3000, "college": 5000, "university": 5000},
            source="湖北天门2024年金秋助学标准，供参考（各地不一，以当地文件为准）",
            confidence=Confidence.CUSTOM,
        ),
    ),
)
