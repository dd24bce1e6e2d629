"""Who was taught what: 人次 by the sign-in rows, 人 by the persons among them."""

from youju.ledger.indicators import attendances, attendees
from youju.work.education.models import Training


def _officer_classes(scope):
    return Training.objects.within(scope).filter(topic=Training.Topic.LAW, audience__in=Training.OFFICERS)


def _safety_classes(scope):
    return Training.objects.within(scope).filter(topic=Training.Topic.SAFETY, audience__in=Training.STAFF)


def _skills_classes(scope):
    classes = Training.objects.within(scope).filter(topic=Training.Topic.SKILLS)
    return classes.filter(audience__in=Training.JOB_SEEKERS)


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
