"""What differs by region and year in this line of work."""

from datetime import date

from youju.records.parameters import Confidence, Dated, Parameter

# The two aims of the women workers' drive: for a team or post, for one woman.
WOMENS_DRIVE_AIMS = Parameter(
    "womens_drive_aims",
    "女职工双争目标",
    (
        Dated(
            ("争创五一巾帼标兵岗", "争当五一巾帼标兵"),
            source="江苏省各级工会女职工双争活动的通行名称",
            confidence=Confidence.CUSTOM,
        ),
    ),
)
STUDIO_TEAM = Parameter(
    "studio_team",
    "劳模创新工作室团队人数下限",
    (
        Dated(
            5,
            source="部分城市命名条件：领衔人加团队五人以上（各地不一，以当地文件为准）",
            confidence=Confidence.CUSTOM,
        ),
    ),
)


def aim_names(day: date) -> tuple[str, str]:
    """The names in force on a day, first the aim of a team, then that of a person."""
    return WOMENS_DRIVE_AIMS.on(day)
