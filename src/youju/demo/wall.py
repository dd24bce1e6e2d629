"""What hangs on the wall of the town's office, and who is named there."""

from datetime import date

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.work.organising.models import Election, Officer

RIGHTS = """会员的权利
一、参加选举和被选举，参加表决。
二、监督工会工作，提出意见和建议，要求撤换或者罢免不称职的工会工作人员。
三、对国家和社会生活以及本单位的工作提出批评和建议，要求工会如实反映。
四、合法权益受到侵犯时，要求工会给予保护。
五、享受工会提供的文化、教育、体育、疗休养、互助保障、生活救助、法律和就业等服务，享受工会给予的奖励。
六、在工会会议和工会媒体上，参加对工会工作和职工关心问题的讨论。
会员的义务
一、学习政治、经济、文化、法律、科技和工会基本知识。
二、参加民主管理，做好生产和工作，在本职岗位上建功立业。
三、遵守宪法和法律，遵守社会公德、职业道德和劳动纪律。
四、正确处理国家、集体、个人三者的利益关系。
五、维护工人阶级和工会组织的团结统一，互助互济。
六、遵守工会章程，执行工会决议，参加工会活动，按月交纳会费。"""
FUNCTIONS = """维护
维护职工合法权益，竭诚服务职工群众，协调劳动关系，让职工体面劳动、安心生活。
建设
动员和组织职工投身经济建设，开展劳动竞赛、技术创新和技能比武，完成生产和工作任务。
参与
代表和组织职工参与管理国家和社会事务，参与企事业单位的民主决策、民主管理和民主监督。
教育
帮助职工提高思想道德、科学文化和技术业务素质，建设有理想、有技术、守纪律的职工队伍。"""
TEXTS = {"rights": RIGHTS, "functions": FUNCTIONS}
ELECTED = date(YEAR - 2, 3, 16)
# Position, also, name (None: whoever sits in the office), duties.
TEAM = (
    ("chair", "", "leader", "主持全面工作"),
    ("vice_chair", "", "clerk", "组织建设、日常台账"),
    ("audit", "经审委员会主任", "auditor", "经费审查监督"),
    ("women", "女职工委员会主任", "余秀兰", "女职工工作、职工维权"),
    ("committee", "", "马国梁", "集体协商、劳动保护"),
    ("committee", "", "程海燕", "宣传教育、文体活动"),
    ("committee", "", "孔令军", "困难帮扶、就业服务"),
)


def write_team(town: Town) -> None:
    """The committee of the town's federation, elected two years ago for five."""
    election = Election(
        organisation=town.federation,
        occurred_on=ELECTED,
        kind="renewal",
        meeting="delegates",
        session="第四届",
        due=68,
        present=65,
        ballots_issued=65,
        ballots_returned=65,
        ballots_valid=64,
        ballots_void=1,
        candidates=8,
        seats=7,
        members=980,
        chair=town.staff.leader.name,
        chair_votes=62,
        noticed_from=date(YEAR - 2, 3, 6),
        noticed_until=date(YEAR - 2, 3, 13),
        approval_number=f"演县工复〔{YEAR - 2}〕7号",
        approved_on=date(YEAR - 2, 3, 21),
        term_years=5,
    )
    town.record(election, on=date(YEAR - 2, 3, 22), late=False)
    for position, also, who, duties in TEAM:
        officer = Officer(
            organisation=town.federation,
            from_on=ELECTED,
            name=getattr(town.staff, who).name if who.isascii() else who,
            position=position,
            also=also,
            duties=duties,
            full_time=position == "vice_chair",
            began_by="elected",
            election=election,
            trained_on=date(YEAR - 2, 4, 12) if position == "chair" else None,
        )
        town.record(officer, on=date(YEAR - 2, 4, 14), late=False, key="officers", after=election)
