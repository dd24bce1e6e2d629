"""The rest of a town's year: every ledger beside those that the first figures come from."""

from youju.demo import (
    affairs,
    campaigns,
    finance,
    hardship,
    homes,
    jobs,
    meetings,
    office,
    officers,
    outreach,
    prevention,
    publicity,
    rights,
    supervision,
    targets,
)
from youju.demo.households import Family
from youju.demo.town import Town
from youju.people.models import Person
from youju.work.bargaining.models import CollectiveContract
from youju.work.employment.models import JobPlacement


def write_breadth(
    town: Town,
    *,
    contracts: list[CollectiveContract],
    families: list[Family],
    seekers: list[Person],
    placed: list[JobPlacement],
) -> None:
    officers.write_officers(town)
    outreach.write_outreach(town)
    office.write_office(town)
    meetings.write_meetings(town)
    targets.write_targets(town)
    publicity.write_publicity(town)
    rights.write_rights(town, contracts)
    supervision.write_supervision(town)
    affairs.write_affairs(town)
    hardship.write_hardship(town, families)
    homes.write_homes(town)
    campaigns.write_campaigns(town)
    prevention.write_prevention(town)
    jobs.write_jobs(town, seekers, placed)
    finance.write_finance(town)
