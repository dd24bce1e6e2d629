"""Work found and labour gone elsewhere: little, as the summary itself complains."""

from datetime import date

from youju.demo.town import Town
from youju.demo.xiang.places import on
from youju.people.models import Person
from youju.records.models import Exhibit
from youju.work.employment.models import (
    Destination,
    FollowUp,
    JobOffer,
    JobPlacement,
    LabourExport,
    ServiceEvent,
)

AWAY = (
    (on(2, 13), Destination.SOUTH, "江苏昆山", "电子制造"),
    (on(2, 13), Destination.SOUTH, "江苏昆山", "电子制造"),
    (on(2, 13), Destination.OUTSIDE, "浙江嘉兴", "服装加工"),
    (on(3, 4), Destination.PROVINCE, "江苏常州", "建筑业"),
    (on(3, 4), Destination.OUTSIDE, "上海", "家政服务"),
    (on(8, 21), Destination.SOUTH, "江苏苏州", "物流"),
    (on(8, 21), Destination.SOUTH, "江苏苏州", "物流"),
)
PLACED = 4  # taken on by the firms of the park


def write(town: Town, people: list[Person]) -> None:
    _fair(town)
    offer = JobOffer(
        organisation=town.federation,
        occurred_on=on(4, 14),
        employer=town.employers["启明电子"],
        post="装配工",
        openings=6,
        pay="月薪4000元左右",
        destination=Destination.COUNTY,
    )
    town.record(offer)
    for person in people[:PLACED]:
        placement = town.record(_placement(town, person, offer), after=offer, late=False)
        call = FollowUp(
            organisation=town.federation,
            occurred_on=on(7, 22),
            placement=placement,
            still_there=person is not people[1],
            where_now="回家照料老人" if person is people[1] else "",
            visited_by=town.staff.clerk.name,
        )
        town.record(call, after=placement, late=False)
    photo = town.album.photo("bus", "劳务输出送行2月13日", on(2, 13))
    for person, away in zip(people[-len(AWAY) :], AWAY, strict=True):
        proof = [(photo, Exhibit.Kind.PHOTO)] if away[0] == on(2, 13) else []
        town.record(_export(town, person, *away), exhibits=proof, key="export")


def _fair(town: Town) -> None:
    record = ServiceEvent(
        organisation=town.federation,
        occurred_on=on(4, 12),
        title="园区企业招聘会",
        kind=ServiceEvent.Kind.JOB_FAIR,
        place="工业园区",
        partner="乡劳动保障所",
        employers=4,
        openings=26,
        outcome="现场达成意向十一人",
    )
    town.record(
        record, exhibits=[(town.album.photo("fair", "园区企业招聘会", on(4, 12)), Exhibit.Kind.PHOTO)]
    )


def _placement(town: Town, person: Person, offer: JobOffer) -> JobPlacement:
    return JobPlacement(
        organisation=town.federation,
        occurred_on=on(4, 21),
        person=person,
        employer=offer.employer,
        offer=offer,
        post=offer.post,
        destination=Destination.COUNTY,
        place="演示乡",
        hired=True,
        contract_signed=True,
        partner="乡劳动保障所",
    )


def _export(town: Town, person: Person, day: date, destination: str, place: str, trade: str) -> LabourExport:
    return LabourExport(
        organisation=town.federation,
        occurred_on=day,
        person=person,
        destination=destination,
        place=place,
        employer_name=f"{place}某企业",
        trade=trade,
        law_trained_on=on(2, 11),
        organised_by=LabourExport.Organiser.UNION,
    )
