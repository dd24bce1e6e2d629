"""How each union came to be; four of them in the demo year."""

from datetime import timedelta

from youju.demo.places import PLACES, TOWN_FROM, Place
from youju.demo.town import Town
from youju.records.models import Exhibit
from youju.work.organising.models import Formation

Kind = Exhibit.Kind


def write_formations(town: Town) -> None:
    for place in PLACES:
        wrong = None
        if place.short == "丰平车轮":
            wrong = town.record(_formation(town, place, members=0), late=False)
            town.reject(wrong, "人数填错，重新登记")
        formation = _formation(town, place)
        exhibits = _proof(town, place, formation)
        town.record(formation, exhibits=exhibits, late=None if place.is_new else False, after=wrong)


def _formation(town: Town, place: Place, members: int | None = None) -> Formation:
    first = [
        w for w in town.workers if w.membership and w.place is place and w.membership.from_on == place.founded
    ]
    count = len(first) if members is None else members
    return Formation(
        organisation=town.unions[place.short],
        occurred_on=place.founded,
        employer=town.employers[place.short],
        approval_number=f"演县工发〔{place.founded.year}〕{place.founded.timetuple().tm_yday % 60 + 3}号",
        approved_on=max(place.founded - timedelta(days=12), TOWN_FROM),
        meeting_on=place.founded,
        members=count,
        women_members=sum(worker.is_woman for worker in first) if members is None else 0,
        chair=town.chair(place).name,
    )


def _proof(town: Town, place: Place, formation: Formation) -> list:
    if not place.is_new:
        return []
    approval = town.album.approval(
        f"关于成立{place.short}工会", formation.approval_number, formation.approved_on
    )
    photo = town.album.photo("meeting", f"{place.short}工会成立大会", place.founded)
    return [(approval, Kind.APPROVAL), (photo, Kind.PHOTO)]
