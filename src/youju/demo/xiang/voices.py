"""江凯's drive for ideas in the first half-year, and the boxes with what workers put into them."""

from datetime import date, timedelta
from decimal import Decimal

from youju.demo.places import YEAR, Place
from youju.demo.town import Town
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import BY_SHORT, PLACES, on
from youju.records.models import Exhibit
from youju.work.democracy.models import Box, Drive, Opening, Suggestion, Voice

Topic, Verdict, Award = Suggestion.Topic, Suggestion.Verdict, Suggestion.Award
KEEN = "江凯"
REVIEWED = on(5, 16)
# Topic, title, the day of the review's yes (None: declined), when carried out, yuan a year, award.
IDEAS = (
    (Topic.TECHNOLOGY, "数控车床工装快换", True, on(6, 20), 18000, Award.FIRST),
    (Topic.SAVING, "冷却液循环过滤再用", True, on(6, 12), 9600, Award.SECOND),
    (Topic.SAFETY, "冲床加装双手按钮", True, on(5, 30), None, Award.SECOND),
    (Topic.MANAGEMENT, "工具柜定置编号", True, on(5, 26), None, Award.THIRD),
    (Topic.SAVING, "车间照明分区控制", True, on(6, 6), 4200, Award.THIRD),
    (Topic.PRODUCTION, "毛坯先检后上机", True, None, None, Award.MERIT),
    (Topic.WELFARE, "食堂增设晚班加餐", True, on(6, 3), None, Award.MERIT),
    (Topic.PRODUCTION, "增加一条装配线", False, None, None, ""),
    (Topic.MANAGEMENT, "全部改为白班", False, None, None, ""),
    (Topic.OTHER, "厂门外增设停车位", False, None, None, ""),
)
# Where, day, kind, channel, what was said, the answer (empty: still open).
VOICES = (
    ("蚌埠新材料", on(3, 18), "opinion", "box", "夏季车间温度高，要求增加通风", "加装风机六台"),
    ("蚌埠新材料", on(8, 12), "difficulty", "visit", "家属住院，生活暂时困难", "给予慰问并帮助申请临时救助"),
    ("江凯", on(4, 10), "proposal", "box", "建议调整班车时间", "班车推迟十五分钟"),
    ("江凯", on(9, 4), "opinion", "meeting", "夜班补贴偏低", "劳资对话后每班提高五元"),
    ("兴禾米业", on(5, 20), "difficulty", "visit", "子女上学缺学费", "列入金秋助学名单"),
    ("长河砖瓦", on(7, 24), "opinion", "phone", "高温期间要求错时作业", "调整为早晚两班"),
    ("乡中学", on(10, 22), "proposal", "box", "建议改善教师食堂", "新换灶具，增加两个菜"),
    ("乡卫生院", on(11, 11), "opinion", "box", "夜班休息室简陋", "更换床铺和空调"),
    ("启明电子", on(12, 9), "proposal", "box", "建议办职工书架", ""),
)


def write(town: Town) -> None:
    drive = Drive(
        organisation=town.unions[KEEN],
        occurred_on=on(4, 1),
        ends_on=on(5, 10),
        title="“我为单位发展献一计”金点子活动",
        theme="提质增效、安全节能",
        place=BY_SHORT[KEEN].employer,
        organiser="演示乡总工会、江凯工会",
    )
    photo = town.album.photo("meeting", "“我为单位发展献一计”金点子评审会", REVIEWED)
    town.record(drive, exhibits=[(photo, Exhibit.Kind.PHOTO)], late=False)
    people = [worker.person for worker in steady(town, BY_SHORT[KEEN])]
    for number, idea in enumerate(IDEAS):
        _idea(town, drive, people[2 + number % 7], on(4, 8) + timedelta(days=3 * number), *idea)
    boxes = {place.short: _box(town, place) for place in PLACES}
    for voice in VOICES:
        _voice(town, boxes[voice[0]], *voice)
    for place in PLACES:  # opened at the year's end even where nobody writes
        _open(town, boxes[place.short], place, on(12, 15), letters=0)


def _idea(
    town: Town,
    drive: Drive,
    person,
    day: date,
    topic: str,
    title: str,
    adopted: bool,
    done: date | None,
    yuan: int | None,
    award: str,
) -> None:
    idea = Suggestion(
        organisation=drive.organisation,
        occurred_on=day,
        drive=drive,
        person=person,
        name=person.name,
        topic=topic,
        title=title,
    )
    town.record(idea, late=False, after=drive)
    verdict = Verdict.ADOPTED if adopted else Verdict.DECLINED
    note = "可行，列入实施" if adopted else "投入较大，暂不具备条件，已向本人说明"
    award_money = Decimal({"first": 500, "second": 300, "third": 200}.get(award, 0)) or None
    _follow(town, idea, REVIEWED, "登记评审结果", verdict=verdict, reviewed_on=REVIEWED, review_note=note,
            award=award, award_money=award_money, owner="生产科" if adopted else "")  # fmt: skip
    if done is not None:
        benefit = Decimal(yuan) if yuan else None
        _follow(
            town, idea, done, "登记实施结果", carried_out_on=done, benefit=benefit, effect="已实施，效果良好"
        )


def _follow(town: Town, record, day: date, reason: str, **facts) -> None:
    diary = town.diary
    at = max(diary.hour(day).replace(hour=18), diary.after(record))
    diary.amend(record, by=town.staff.clerk, at=at, reason=reason, **facts)


def _box(town: Town, place: Place) -> Box:
    box = Box(
        organisation=town.unions[place.short],
        from_on=max(place.founded, on(1, 20)),
        place=f"{place.short}办公楼一楼",
        keeper=town.chair(place).name,
    )
    return town.record(box, late=False, key="box")


def _open(town: Town, box: Box, place: Place, day: date, *, letters: int) -> Opening:
    opening = Opening(
        organisation=box.organisation,
        occurred_on=day,
        box=box,
        openers=f"{town.chair(place).name}、{town.staff.clerk.name}",
        letters=letters,
    )
    return town.record(opening, late=False, after=box, key="opening")


def _voice(
    town: Town, box: Box, short: str, day: date, kind: str, channel: str, content: str, answer: str
) -> None:
    anonymous = channel == "box"
    opening = None
    if anonymous:
        opening = _open(town, box, BY_SHORT[short], day, letters=1)
    answered = day + timedelta(days=12) if answer else None
    voice = Voice(
        organisation=box.organisation,
        occurred_on=day,
        kind=kind,
        channel=channel,
        opening=opening,
        anonymous=anonymous,
        name="" if anonymous else steady(town, BY_SHORT[short])[5].person.name,
        content=content,
        assigned_to=f"{short}工会",
        assigned_on=day + timedelta(days=1),
        due_on=day + timedelta(days=20),
        answer=answer,
        answered_on=answered,
        told_on=answered,
        satisfied=True if answer else None,
    )
    # What still waits at the year's end waits.
    town.record(voice, late=False, on=answered or date(YEAR, 12, 12), after=opening or box)
