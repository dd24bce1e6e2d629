"""The township's ground: its office below the county, its employers, unions and chairs."""

import random

from youju.demo.album import Album
from youju.demo.diary import Diary
from youju.demo.names import People
from youju.demo.staff import Office, Staff
from youju.demo.town import Town, found_unions, open_employers
from youju.demo.xiang.places import PLACES, TOWNSHIP_CODE, TOWNSHIP_FROM, WITHOUT_UNION
from youju.org import tree
from youju.org.models import Organisation
from youju.records import writing

OFFICE = Office("xiang", "演示乡总工会", "沈春梅", "袁国华", "戴文静")


def new_township(neighbour: Town, rng: random.Random) -> Town:
    federation = Organisation(
        code=TOWNSHIP_CODE, name="演示乡总工会", kind=Organisation.Kind.TOWNSHIP, from_on=TOWNSHIP_FROM
    )
    federation.federation_id = federation.pk
    people = People(rng, federation, taken=neighbour.people.numbers)
    staff = Staff(OFFICE, neighbour=neighbour.staff)
    album = Album(rng, federation)
    return Town(rng, staff, Diary(rng), people, album, neighbour.county, federation)


def found_office(town: Town) -> None:
    diary, by = town.diary, town.staff.county_officer
    founding = diary.hour(TOWNSHIP_FROM).replace(hour=7)
    diary.do(founding, lambda: tree.found(town.federation, town.county, by=by))
    for _day, post in town.staff.posts(town.county, town.federation):
        diary.do(founding, lambda post=post: writing.enter(post, by=by))
    open_employers(town, (*PLACES, *WITHOUT_UNION))
    found_unions(town, PLACES)
