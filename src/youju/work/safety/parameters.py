"""What differs by region and year in this line of work."""

from youju.records.parameters import Confidence, Dated, Parameter

CERTIFICATE_ALERT_DAYS = Parameter(
    "certificate_alert_days",
    "检查员证书到期提醒（天）",
    (Dated(90, source="系统约定", confidence=Confidence.PRODUCT),),
)
