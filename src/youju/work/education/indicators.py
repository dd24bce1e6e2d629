"""Who was taught what: 人次 by the sign-in rows, 人 by the persons among them.

What was made known and studied stands in `publicity.py`.
"""

from youju.ledger.indicators import attendances, attendees, count
from youju.ledger.kinds import kinds
from youju.work.education.models import Training


def _officer_classes(scope):
    return Training.objects.within(scope).filter(topic=Training.Topic.LAW, audience__in=Training.OFFICERS)


def _safety_classes(scope):
    return Training.objects.within(scope).filter(topic=Training.Topic.SAFETY, audience__in=Training.STAFF)


def _skills_classes(scope):
    classes = Training.objects.within(scope).filter(topic=Training.Topic.SKILLS)
    return classes.filter(audience__in=Training.JOB_SEEKERS)


def _taught(scope, *topics):
    return Training.objects.within(scope).filter(topic__in=topics)


@attendances(
    "education.officer_attendances",
    "培训镇企两级工会干部",
    synonyms=("培训工会干部", "培训乡企两级工会干部", "工会干部培训"),
)
def officer_attendances(scope):
    """本期内举办的法律法规培训中，乡镇工会干部和企业工会干部两级的参训人次。

    按签到逐人逐场计算，同一人参加几场计几人次；附有签到表扫描件的未列名人次一并计入并注明。
    只计培训内容为“法律法规”、培训对象为工会干部、培训日期在本期内的已确认记录；工会业务等其他培训不计。
    """
    return _officer_classes(scope)


@attendees("education.officer_attendees", "参训镇企两级工会干部", synonyms=("参训工会干部",))
def officer_attendees(scope):
    """本期内参加法律法规培训的两级工会干部人数，同一人多次参加只计一人。

    培训范围与“培训镇企两级工会干部”人次相同；只计已核实身份的人员，未列名、未核身份的不计入人数。
    """
    return _officer_classes(scope)


@attendances(
    "education.safety_attendances",
    "宣讲培训职工安全生产知识",
    synonyms=("培训职工安全生产知识", "安全生产知识培训", "安全培训职工"),
)
def safety_attendances(scope):
    """本期内安全生产知识宣讲、培训的职工参加人次。

    按签到逐人逐场计算，同一人参加几场计几人次；附有签到表扫描件的未列名人次一并计入并注明。
    只计培训内容为“安全生产”、对象为职工（含企业管理人员、职工代表）、培训日期在本期内的已确认记录。
    """
    return _safety_classes(scope)


@attendees("education.safety_attendees", "接受安全生产知识培训职工")
def safety_attendees(scope):
    """本期内参加安全生产知识宣讲、培训的职工人数，同一人多次参加只计一人。

    培训范围与“宣讲培训职工安全生产知识”人次相同；只计已核实身份的人员，未列名、未核身份的不计入人数。
    """
    return _safety_classes(scope)


@attendances(
    "education.skills_attendances",
    "技术培训",
    synonyms=("职业技能培训", "技能培训", "就业技术培训", "再就业培训"),
)
def skills_attendances(scope):
    """本期内对下岗失业人员、待业劳动力进行技术（职业技能）培训的人次。

    按签到逐人逐场计算，同一人参加几场计几人次；附有签到表扫描件的未列名人次一并计入并注明。
    只计培训内容为“职业技能”、对象为下岗失业人员或待业劳动力、培训日期在本期内的已确认记录；在岗职工的技能培训不计。
    """
    return _skills_classes(scope)


@attendees("education.skills_attendees", "接受技术培训人员", synonyms=("参加技能培训人员",))
def skills_attendees(scope):
    """本期内参加技术培训的下岗失业人员、待业劳动力人数，同一人多次参加只计一人。

    培训范围与“技术培训”人次相同；只计已核实身份的人员，未列名、未核身份的不计入人数。
    """
    return _skills_classes(scope)


@kinds(
    "education.trainee_groups",
    "技术培训对象类别",
    "类",
    of="audience",
    synonyms=("培训对象类别", "技术培训对象"),
)
def trainee_groups(scope):
    """本期内技术培训面向几类人员（下岗失业人员、待业劳动力），同一类办多次只计一类；培训范围与“技术培训”人次相同。"""
    return _skills_classes(scope)


@attendances(
    "education.all_officer_attendances",
    "培训工会干部（全部内容）",
    synonyms=("工会干部培训人次", "工会干部业务培训", "各种形式培训工会干部"),
)
def all_officer_attendances(scope):
    """本期内对工会干部的各类培训人次，不论内容是工会业务、法律法规还是其他。

    按签到逐人逐场计算；附有签到表扫描件的未列名人次一并计入并注明。培训对象为乡镇、企业工会干部的已确认培训记录。
    """
    return Training.objects.within(scope).filter(audience__in=Training.OFFICERS)


@attendances(
    "education.officers_sent",
    "工会干部参加上级培训",
    synonyms=("组织工会干部参加培训", "选派工会干部参训", "工会干部参训"),
)
def officers_sent(scope):
    """本期内组织工会干部参加县级以上工会举办的培训的人次，口径同“培训工会干部（全部内容）”，举办层级为“县级以上”。"""
    classes = Training.objects.within(scope).filter(audience__in=Training.OFFICERS)
    return classes.filter(level=Training.Level.UPPER)


@attendances(
    "education.labour_law_attendances",
    "劳动法及集体合同知识培训",
    synonyms=("劳动法培训", "集体合同知识培训", "职工普法培训"),
)
def labour_law_attendances(scope):
    """本期内对职工（含企业管理人员、职工代表）进行劳动法律法规、集体合同知识培训的人次。

    只计培训内容为“法律法规”或“集体合同”的已确认记录，按签到逐人逐场计算；对工会干部的培训另计。
    """
    topics = (Training.Topic.LAW, Training.Topic.COLLECTIVE)
    return _taught(scope, *topics).filter(audience__in=Training.STAFF)


@attendances(
    "education.manager_safety_attendances",
    "企业管理人员安全培训",
    synonyms=("企业管理人员安全生产培训", "管理人员安全培训"),
)
def manager_safety_attendances(scope):
    """本期内对企业管理人员进行安全生产培训的人次，按签到逐人逐场计算；已包含在职工安全生产知识培训人次之内。"""
    return _taught(scope, Training.Topic.SAFETY).filter(audience=Training.Audience.MANAGERS)


@attendances("education.delegate_attendances", "职工代表培训", synonyms=("培训职工代表",))
def delegate_attendances(scope):
    """本期内对职工代表进行培训的人次，不论内容，按签到逐人逐场计算。"""
    return Training.objects.within(scope).filter(audience=Training.Audience.DELEGATES)


@attendances(
    "education.migrant_law_attendances",
    "外出务工人员法律培训",
    synonyms=("农民工法律培训", "务工人员普法培训"),
)
def migrant_law_attendances(scope):
    """本期内对外出务工人员进行法律知识培训（合同、工资、工伤、仲裁时效、法律援助等）的人次，按签到逐人逐场计算。"""
    return _taught(scope, Training.Topic.LAW).filter(audience=Training.Audience.MIGRANTS)


@count("education.classes_held", "举办培训", unit="期", synonyms=("举办培训班", "举办各类培训", "开办培训班"))
def classes_held(scope):
    """本期内举办各类培训的期数，一条已确认的培训记录计一期，分几天、几场办的仍是一期。"""
    return Training.objects.within(scope)


@kinds("education.training_forms", "培训形式", "种", of="form", synonyms=("采用多种形式培训",))
def training_forms(scope):
    """本期内培训采用了几种形式（集中授课、现场教学、送教上门等），未填培训形式的记录不计。"""
    return Training.objects.within(scope)


@count(
    "education.ideas_classes",
    "职工思想政治和科技文化教育",
    unit="场",
    synonyms=("职工思想政治教育", "科技文化教育", "思想政治和科技文化教育场次"),
)
def ideas_classes(scope):
    """本期内对职工开展思想政治、科技文化教育的场次，一条已确认的培训记录计一场。

    只计培训内容为“思想政治”或“科技文化”、对象为职工（含企业管理人员、职工代表）的记录。
    """
    found = _taught(scope, Training.Topic.IDEAS, Training.Topic.CULTURE)
    return found.filter(audience__in=Training.STAFF)
