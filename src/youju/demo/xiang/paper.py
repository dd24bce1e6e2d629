"""The township's summary, in the chapters of the first source summary and in words of our day."""

from datetime import datetime
from pathlib import Path

from youju.demo.paper import Paper
from youju.demo.xiang.places import TOWNSHIP_CODE

PAPER = Paper(
    code=TOWNSHIP_CODE,
    office="xiang",
    written_at=datetime(2026, 1, 14, 9, 10),  # noqa: DTZ001  Chinese time
    sealed_at=datetime(2026, 1, 15, 16, 5),  # noqa: DTZ001  Chinese time
    motto="理清思路 循序渐进 开创工会工作新局面",
    template=(Path(__file__).parent / "annual.txt").read_text("utf-8"),
    followed=True,
    lead=(
        "一年来，演示乡总工会在县总工会的领导下，在乡党委政府的关心和支持下，紧紧围绕乡党委政府中心工作，"
        "理清思路、循序渐进，不断探索新形势下工会工作的运行机制，切实加强和规范工会组织自身建设。"
        "现将全年工作总结如下。"
    ),
    lessons=(
        (
            "得益于乡党委政府和县总工会的关心、支持和指导，召开工会工作会议{institutions.union_work_meetings}、"
            "政府联席会议{institutions.joint_meetings}，解决难点问题{institutions.hard_problems_solved}，"
            "县总工会支持事项{institutions.county_supported}。"
        ),
        (
            "得益于工会干部观念改变、作风改善，开展业务学习{education.business_studies}、"
            "《工会法》学习{education.union_law_studies}，对县总工会布置的工作说干就干、干就干好。"
        ),
        (
            "得益于严格要求和规范管理，收缴会费{funds.dues_received}，参会率{institutions.attendance_rate}，"
            "学习出勤率{education.study_rate}，维权、活动、经费、帮扶都按制度办。"
        ),
    ),
    shortcomings=(
        "工会相关档案资料尚不齐全规范，档案齐全率为{institutions.archive_completeness}；",
        "新会员发展覆盖面不够广，职工入会率为{organising.membership_rate}；",
        "对外劳务输出的数量还不够，全年{employment.labour_exported}；",
        "工会活动内容还较单一，要向提高劳动技能、职业技能方面拓展，文体活动中技能类仅占{culture.skill_rate}；",
        "围绕全乡经济建设这个中心开展工作和活动的力度还不够，待办事项中服务中心的只有{institutions.central_tasks}。",
    ),
    plans=(
        "争取党政支持，加强工会阵地建设，园区两家新建会企业各建一处职工活动室。",
        "抓好职工代表培训，提高职工代表素质。",
        "加强民主管理、民主监督，推行公开和集体合同，在事业和企业单位推行政务、厂务公开。",
        "做好就业培训和劳务输出服务，举办下岗职工技能培训班，加强对外出务工人员的法律常识培训。",
        "组织职工技能竞赛和文体活动，增强职工的责任感，丰富职工的业余生活。",
    ),
)
