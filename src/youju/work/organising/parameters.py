"""What differs by region and year in this line of work."""

from youju.records.parameters import Confidence, Dated, Parameter

UNION_LAW = "《中华人民共和国工会法》"
CHAIRS = "《企业工会主席产生办法（试行）》"
# The regulation was read only in part: articles beyond the eighth are not confirmed.
ELECTIONS = "《工会基层组织选举工作条例》（总工发〔2016〕27号）"

UNION_FROM_MEMBERS = Parameter(
    "union_from_members",
    "应当单独建会的人数",
    (Dated(25, source=f"{UNION_LAW}第十一条", confidence=Confidence.LAW),),
)
UNION_WITHIN_MONTHS = Parameter(
    "union_within_months",
    "开业后应当建会的期限（月）",
    (
        Dated(12, source="部分省市工会条例（如河南、重庆）", confidence=Confidence.LOCAL),
        Dated(6, region="31", source="《上海市工会条例》", confidence=Confidence.LOCAL),
    ),
)
PROSPECT_REST_DAYS = Parameter(
    "prospect_rest_days", "应建会单位进度停滞提醒（天）", (Dated(60, source="系统约定"),)
)
FULL_TIME_CHAIR_FROM = Parameter(
    "full_time_chair_from",
    "可以设专职工会主席的职工人数",
    (Dated(200, source=f"{UNION_LAW}第十四条", confidence=Confidence.LAW),),
)
WOMENS_COMMITTEE_FROM = Parameter(
    "womens_committee_from",
    "应设女职工委员会的女职工人数",
    (
        Dated(10, source="《工会女职工委员会工作条例》（未见原文）", confidence=Confidence.UNCONFIRMED),
        Dated(25, region="11", source="《北京市实施〈工会法〉办法》", confidence=Confidence.LOCAL),
        Dated(25, region="31", source="《上海市工会条例》", confidence=Confidence.LOCAL),
    ),
)
AUDIT_MEMBERS_MOST = Parameter(
    "audit_members_most",
    "经费审查委员会最多人数",
    (Dated(11, source="2016 年条例文本（尚未核实）", confidence=Confidence.UNCONFIRMED),),
)
TERM_ALERT_DAYS = Parameter("term_alert_days", "届满提醒（天）", (Dated(180, source="系统约定"),))
EXTENSION_MOST_MONTHS = Parameter(
    "extension_most_months",
    "经批准延期换届的最长期限（月）",
    (Dated(6, source=f"{ELECTIONS}（条款尚未核实）", confidence=Confidence.UNCONFIRMED),),
)
NOTICE_DAYS = Parameter(
    "chair_notice_days",
    "主席候选人公示天数",
    (Dated(7, source=f"{CHAIRS}第十条", confidence=Confidence.LAW),),
)
VACANT_CHAIR_MONTHS = Parameter(
    "vacant_chair_months",
    "主席空缺补选期限（月）",
    (Dated(3, source=f"{CHAIRS}第十八条", confidence=Confidence.LAW),),
)
TRAIN_CHAIR_MONTHS = Parameter(
    "train_chair_months",
    "新任主席上岗培训期限（月）",
    (Dated(12, source="基层工会建设通行要求", confidence=Confidence.CUSTOM),),
)
LEGAL_PERSON_ALERT_DAYS = Parameter(
    "legal_person_alert_days", "法人资格证书到期提醒（天）", (Dated(90, source="系统约定"),)
)
CHANGE_LEGAL_PERSON_DAYS = Parameter(
    "change_legal_person_days",
    "换届后变更法人登记的期限（天）",
    (Dated(30, source="旧地方规定，全国规定尚未核实", confidence=Confidence.UNCONFIRMED),),
)
# Members up to, fewest and most seats; the last step holds for all larger unions.
COMMITTEE_SEATS = Parameter(
    "committee_seats",
    "工会委员会委员名额",
    (
        Dated(
            ((24, 3, 5), (200, 3, 7), (1000, 7, 15), (5000, 15, 21), (10_000, 21, 29), (50_000, 29, 37)),
            source=f"{ELECTIONS}第八条",
            confidence=Confidence.LAW,
        ),
    ),
)
