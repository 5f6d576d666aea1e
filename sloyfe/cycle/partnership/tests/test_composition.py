"""Whether everybody who should be at the table has a seat there."""

from conftest import TODAY, Member, World, seat
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import SeatArea
from sloyfe.cycle.partnership.queries.composition import composition


def missing(world: World) -> set[str]:
    return {line.key for line in composition(world.space, on=TODAY) if not line.met}


def test_an_empty_table_lacks_everybody(world: World):
    assert missing(world) == {
        "unit.kindergarten",
        "unit.school",
        "kind.owner",
        "kind.university",
        "kind.leader",
        "kind.practitioner",
        "seat.union",
        "seat.safety",
        "seat.guest",
        "area.kindergarten",
        "area.school",
    }


def test_the_cast_fills_its_own_chairs(world: World, kari: Member, ola: Member, nils: Member, siri: Member):
    assert missing(world) == {
        "unit.kindergarten",
        "seat.union",
        "seat.safety",
        "seat.guest",
        "area.kindergarten",
        "area.school",
    }


def test_an_owner_level_seat_speaks_for_a_service_area(world: World, kari: Member):
    held = kari.person.seats.get(role=Role.OWNER.value)
    SeatArea.objects.create(space=world.space, seat=held, area="school")

    assert "area.school" not in missing(world)
    assert "area.kindergarten" in missing(world)


def test_the_page_says_what_is_missing_and_what_to_do(world: World, kari: Member, nils: Member):
    page = kari.client.get(world.url("sammensetning/"))

    assert "Verneombud er med" in page.text
    assert "Inviter verneombudet" in page.text
    assert "Inviter folk" not in nils.client.get(world.url("sammensetning/")).text


def test_representatives_count_wherever_they_sit(world: World, ola: Member):
    seat(ola.person, world.school.place, Role.UNION)
    seat(ola.person, world.space, Role.SAFETY)

    assert not {"seat.union", "seat.safety"} & missing(world)
