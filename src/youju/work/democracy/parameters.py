"""What differs by region and year in this line of work."""

from youju.records.parameters import Confidence, Dated, Parameter

# The regulation exists and applies everywhere; the numbers of its articles could not be checked.
REGULATION = "《企业民主管理规定》（总工发〔2012〕12号，条款号尚未核实）"

MANAGERS_MOST = Parameter(
    "delegates_managers_most",
    "职工代表中领导人员最高比例（%）",
    (Dated(20, source="部分省市条例（如浙江、上海）", confidence=Confidence.LOCAL),),
)
DELEGATES_FEWEST = Parameter(
    "delegates_fewest",
    "职工代表最少人数",
    (
        Dated(30, source=REGULATION, confidence=Confidence.UNCONFIRMED),
        Dated(30, region="31", source="《上海市职工代表大会条例》第二十一条", confidence=Confidence.LOCAL),
        Dated(30, region="33", source="《浙江省企业民主管理条例》第十条", confidence=Confidence.LOCAL),
    ),
)
DELEGATES_ALERT_DAYS = Parameter(
    "delegates_alert_days", "职工代表届满提醒（天）", (Dated(90, source="系统约定"),)
)
PAPERS_DAYS = Parameter(
    "congress_papers_days",
    "职代会材料提前送达天数",
    (
        Dated(7, source=REGULATION, confidence=Confidence.UNCONFIRMED),
        Dated(7, region="31", source="《上海市职工代表大会条例》第三十条", confidence=Confidence.LOCAL),
    ),
)
POST_WITHIN_DAYS = Parameter(
    "congress_post_within_days",
    "职代会决议公布期限（天）",
    (Dated(9, source="《上海市职工代表大会条例》第三十二条（七个工作日）", confidence=Confidence.LOCAL),),
)
ANSWER_PROPOSAL_DAYS = Parameter(
    "answer_proposal_days",
    "提案答复期限（天）",
    (Dated(30, source="提案办理通行做法", confidence=Confidence.CUSTOM),),
)
BOARD_GRACE_DAYS = Parameter("board_grace_days", "公开到期后的宽限（天）", (Dated(15, source="系统约定"),))
REVIEW_WITHIN_DAYS = Parameter(
    "review_suggestion_days", "合理化建议评审期限（天）", (Dated(60, source="系统约定"),)
)
ANSWER_VOICE_DAYS = Parameter("answer_voice_days", "职工诉求办理期限（天）", (Dated(30, source="系统约定"),))
OPEN_BOX_DAYS = Parameter("open_box_days", "意见箱开箱间隔（天）", (Dated(31, source="系统约定"),))
WORKER_SEAT_FROM = Parameter(
    "worker_seat_from",
    "应有职工董事的公司职工人数",
    (Dated(300, source="《公司法》第六十八条", confidence=Confidence.LAW),),
)
OWNERS_MOST = Parameter(
    "congress_owners_most",
    "区域性、行业性职代会经营者代表最高比例（%）",
    (Dated(20, source="《浙江省企业民主管理条例》第十八条", confidence=Confidence.LOCAL),),
)
