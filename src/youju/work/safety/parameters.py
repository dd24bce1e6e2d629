"""What differs by region and year in this line of work."""

from youju.records.parameters import Confidence, Dated, Parameter

CERTIFICATE_ALERT_DAYS = Parameter(
    "certificate_alert_days",
    "检查员证书到期提醒（天）",
    (Dated(90, source="系统约定", confidence=Confidence.PRODUCT),),
)
ANSWER_HAZARD_DAYS = Parameter(
    "answer_hazard_days", "隐患整改建议答复期限（天）", (Dated(7, source="系统约定（法律规定为及时）"),)
)
RECHECK_HAZARD_DAYS = Parameter(
    "recheck_hazard_days", "隐患整改后复查期限（天）", (Dated(7, source="系统约定"),)
)
INQUIRY_DAYS = Parameter(
    "inquiry_days",
    "事故调查报告期限（天）",
    (Dated(60, source="《生产安全事故报告和调查处理条例》第二十九条", confidence=Confidence.LAW),),
)
