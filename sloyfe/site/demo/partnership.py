"""The partnership is made, parties come in, and people take their seats."""

from sloyfe.access.models import Operator
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import expectations as expecting
from sloyfe.cycle.partnership.actions.acceptance import accept
from sloyfe.cycle.partnership.actions.invitations import invite
from sloyfe.cycle.partnership.actions.parties import add_party, open_place
from sloyfe.cycle.partnership.actions.partnerships import make_partnership
from sloyfe.cycle.partnership.models import PartyRole, Round
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.people.actions import meet
from sloyfe.people.models import Person
from sloyfe.site.demo.material import text
from sloyfe.site.demo.people import address, resource_persons, seated
from sloyfe.site.demo.stage import Stage


def operator(stage: Stage) -> Person:
    """Somebody who runs the installation and takes part in nothing."""
    person = meet(address("drift"), "Ida Foss", language="nb")
    Operator.objects.get_or_create(person=person, defaults={"since": stage.day("08-10")})
    return person


def make(stage: Stage, *, by: Person) -> None:
    """The partnership with its first round, and its coordinator in place."""
    told = stage.told["partnership"]
    first = make_partnership(
        name=text(told["name"]),
        slug=told["slug"],
        language="nb",
        coordinator=stage.coordinator.email,
        by=by,
        at=stage.at("08-10", 12),
    )
    accept(
        first,
        name=stage.coordinator.name,
        email=stage.coordinator.email,
        language=stage.coordinator.language,
        visitor=stage.coordinator,
        at=stage.at("08-10", 13),
    )
    stage.this_round = current_round(first.space)
    Round.objects.in_space(first.space).update(title=text(told["round"]))
    stage.this_round = current_round(first.space)


def bring_parties_in(stage: Stage) -> None:
    """Owners, their units, the partner; and the private units that open their place."""
    kinds = (("owner", PartyRole.OWNER), ("unit", PartyRole.UNIT), ("partner", PartyRole.PARTNER))
    for kind, role in kinds:
        for entry in stage.entries(kind):
            key = entry["key"]
            stage.parties[key] = add_party(
                stage.space,
                stage.organisations[key],
                role,
                by=stage.coordinator,
                at=stage.at("08-11"),
                on=stage.day("08-11"),
            )
    for key in stage.told.get("opened_places", ()):
        open_place(stage.place(key), stage.space, by=stage.leader(key), at=stage.at("08-20"))


def give_seats(stage: Stage, *, elsewhere: bool = False) -> None:
    """Everybody with a role is invited, and accepts."""
    for entry in seated(elsewhere=elsewhere):
        for party, role in entry["seats"]:
            if (party, role) != ("", Role.COORDINATOR):
                areas = entry.get("areas", ()) if role == Role.OWNER else ()
                _seat(stage, party, Role(role), stage.people[entry["key"]], areas)


def give_resource_seats(stage: Stage) -> None:
    """Two of the staff of the larger units."""
    for unit, person in resource_persons(stage):
        _seat(stage, unit, Role.RESOURCE, person)


def talk_expectations_through(stage: Stage) -> None:
    """What they expect of each other; most of it agreed at the first gathering."""
    for entry in stage.entries("expectation"):
        by_party, of_party = stage.parties[entry["by"]], stage.parties[entry["of"]]
        row = expecting.state_expectation(
            stage.this_round,
            by_party=by_party,
            of_party=of_party,
            words=text(entry),
            by=stage.coordinator,
            at=stage.at("09-14"),
        )
        if "agreed" in entry:
            who = f"{by_party.organisation.name}, {of_party.organisation.name}"
            on = stage.day(entry["agreed"])
            expecting.agree_expectation(row, on=on, who=who, by=stage.coordinator, at=stage.at(entry["agreed"], 15))


def record_involvement(stage: Stage) -> None:
    """Who was heard, when, and with what remark."""
    for entry in stage.entries("involved"):
        expecting.record_involvement(
            stage.this_round,
            group=entry["group"],
            party=stage.parties.get(entry.get("party", "")),
            who=entry["who"],
            on=stage.day(entry["on"]),
            how=entry["how"],
            remark=entry["remark"],
            by=stage.people[entry["by"]],
            at=stage.at(entry["on"], 16),
        )


def _seat(stage: Stage, party: str, role: Role, person: Person, areas: tuple[str, ...] = ()) -> None:
    offer = invite(
        stage.place(party),
        role,
        email=person.email,
        name=person.name,
        areas=areas,
        language=person.language,
        by=_giver(stage, party, role),
        at=stage.at("08-11", 12),
    )
    accept(
        offer,
        name=person.name,
        email=person.email,
        language=person.language,
        visitor=person,
        at=stage.at("08-12", 9),
    )


def _giver(stage: Stage, party: str, role: Role) -> Person:
    """In a shielded place those who lead it invite the rest."""
    if not stage.place(party).shielded or role in (Role.OWNER, Role.LEADER):
        return stage.coordinator
    return stage.people.get(f"leader of {party}") or stage.people[stage.told["owners"][party]]
