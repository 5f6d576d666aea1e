"""What the partnership gives the whole: its line, whose turn it is, and its dates."""

from django.apps import apps

from conftest import NOW, TODAY, Member, World, member, seat
from sloyfe.access.queries import visit as find_visit
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import duties
from sloyfe.cycle.partnership.actions.signatures import sign
from sloyfe.cycle.partnership.contract import Glance, State
from sloyfe.cycle.partnership.models import AgreementVersion, Start
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.cycle.partnership.station import STATION
from sloyfe.kit.text import Text


def visit(member: Member, world: World) -> Visit:
    found = find_visit(member.person, str(world.space.slug), on=TODAY)
    assert found
    return found


def glance(world: World, member: Member) -> Glance:
    return STATION.glance(reading(world.round), visit(member, world))


def titles(world: World, member: Member) -> list[str]:
    return [str(turn.title) for turn in glance(world, member).turns]


def test_each_of_the_cast_has_their_own_turn(world: World, kari: Member, ola: Member, nils: Member, siri: Member):
    assert titles(world, kari) == ["Skriv 6 punkter i avtalen"]
    assert titles(world, ola) == ["Før opp felles utviklingstid"]
    assert titles(world, siri) == ["Bekreft at dere er med"]
    assert titles(world, nils) == []


def test_after_the_start_it_is_the_turn_of_those_who_sign(
    world: World, version: AgreementVersion, started: Start, ola: Member
):
    assert titles(world, ola) == [f"Signer avtalen for {world.school.organisation.name}"]
    sign(version, world.school, title="Rektor", by=ola.person, at=NOW)
    assert titles(world, ola) == []
    assert glance(world, ola).summary.state == State.UNDER_WAY


def test_a_task_is_a_turn_and_an_event_until_it_is_done(world: World, kari: Member, nils: Member):
    task = duties.add_task(
        world.round,
        what=Text.of(nb="Kalle inn"),
        party=world.school,
        person=nils.person,
        due=TODAY,
        source="roles",
        by=kari.person,
        at=NOW,
    )
    assert titles(world, nils) == ["Kalle inn"]
    assert [event.title for event in STATION.events(world.round)] == ["Kalle inn"]

    duties.finish_task(task, by=nils.person, at=NOW)

    assert (titles(world, nils), list(STATION.events(world.round))) == ([], [])


def test_a_guest_is_shown_only_what_a_guest_may_open(world: World):
    gjest = member("Gro", "gro@example.org")
    seat(gjest.person, world.space, Role.GUEST)
    page = gjest.client.get(world.url("parter/"))

    assert (page.status_code, world.url("avtale/") in page.text) == (200, False)


def test_every_table_says_how_long_it_is_kept():
    tables = {model._meta.object_name for model in apps.get_app_config("partnership").get_models()}

    assert {each.model for each in STATION.retention} == {f"partnership.{name}" for name in tables}
