"""Every list asks the database the same questions, however long it is."""

import pytest

from conftest import NOW, TODAY, Member, World
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import invitations, parties
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.organisations.models import Kind, Organisation


def grow(world: World, kari: Member, rows: int) -> None:
    """That many more units, each with a letter on its way, and as many that do not take part."""
    for number in range(rows):
        school = Organisation.objects.create(name=f"Skole {number}", kind=Kind.SCHOOL, parent=world.owner.organisation)
        unit = parties.add_party(world.space, school, PartyRole.UNIT, by=kari.person, at=NOW, on=TODAY)
        invitations.invite(unit.place, Role.LEADER, email=f"l{number}@example.org", by=kari.person, at=NOW)
        Organisation.objects.create(name=f"Ikke med {number}", kind=Kind.SFO, parent=world.owner.organisation)


@pytest.mark.usefixtures("version")
@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("parter/", 6),
        ("parter/ny/?words=ikke", 7),
        ("sammensetning/", 6),
        ("invitasjoner/", 5),
        ("invitasjoner/ledere/", 7),
        ("tid/", 8),
        ("avtale/signatur/", 11),
        ("avtale/utgaver/", 14),
        ("klar-til-start/sjekkliste/", 6),
    ],
)
def test_a_page_asks_the_same_questions(world: World, kari: Member, page: str, count: int, rows: int):
    grow(world, kari, rows)
    with asks(count):
        answer = kari.client.get(world.url(page))

    assert answer.status_code == 200
