"""Seats end, come back, and are handed over with their duties."""

import pytest

from conftest import NOW, TODAY, Member, World, member, seat
from sloyfe.access.models import AuditEvent, Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import duties, parties
from sloyfe.cycle.partnership.actions import seats as actions
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text
from sloyfe.organisations.models import Kind, Organisation


def held(person: Member, role: Role) -> Seat:
    return Seat.objects.get(person=person.person, role=role)


def test_staff_are_named_only_where_one_invites(world: World, ola: Member, nils: Member, siri: Member):
    assert "Nils Moe" in ola.client.get(world.url("folk/")).text
    page = siri.client.get(world.url("folk/"))

    assert ("Ola Lie" in page.text, "Nils Moe" in page.text) == (True, False)


def test_an_outsider_sees_nobody(world: World, ute: Member):
    assert ute.client.get(world.url("folk/")).status_code == 404


def test_a_seat_ends_at_once_and_the_end_is_undone(world: World, ola: Member, nils: Member):
    row = held(nils, Role.STAFF)
    page = ola.client.post(world.url(f"folk/{row.pk}/avslutning/"), follow=True)
    assert "Angre" in page.text
    assert nils.client.get(world.url("folk/")).status_code == 404

    ola.client.post(world.url(f"folk/{row.pk}/gjenopptak/"))

    assert nils.client.get(world.url("parter/")).status_code == 200
    assert list(AuditEvent.objects.order_by("act").values_list("act", flat=True)) == ["seat.ended", "seat.restored"]


def test_the_last_coordinator_stays(world: World, kari: Member):
    page = kari.client.post(world.url(f"folk/{held(kari, Role.COORDINATOR).pk}/avslutning/"))

    assert (page.status_code, "siste koordinatoren" in page.text) == (409, True)
    assert held(kari, Role.COORDINATOR).until is None


def test_a_leader_ends_no_seat_elsewhere(world: World, ola: Member, siri: Member, nils: Member):
    row = held(siri, Role.PARTNER)
    assert ola.client.post(world.url(f"folk/{row.pk}/avslutning/")).status_code == 403
    assert nils.client.post(world.url(f"folk/{row.pk}/avslutning/")).status_code == 403
    assert held(siri, Role.PARTNER).until is None


def test_a_handover_moves_the_seat_and_its_open_tasks(world: World, kari: Member, ola: Member, nils: Member):
    task = duties.add_task(
        world.round, what=Text.of(nb="Kalle inn"), party=world.school, person=ola.person, due=TODAY, source="roles",
        by=kari.person, at=NOW,
    )  # fmt: skip
    row = held(ola, Role.LEADER)
    assert "Nils Moe" in kari.client.get(world.url(f"folk/{row.pk}/overlevering/")).text

    kari.client.post(world.url(f"folk/{row.pk}/overlevering/"), {"to": str(nils.person.pk)})

    task.refresh_from_db()
    assert (task.person, held(nils, Role.LEADER).until) == (nils.person, None)
    assert held(ola, Role.LEADER).until is not None


def test_duties_go_to_somebody_who_is_there(world: World, ola: Member):
    stranger, row = member("Per", "per@example.org").person, held(ola, Role.LEADER)
    with pytest.raises(actions.CannotTakeOver):
        actions.hand_over(row, stranger, world.space, by=ola.person, at=NOW, on=TODAY)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_questions_whatever_its_length(world: World, kari: Member, rows: int):
    private = Organisation.objects.create(name="Solvik AS", kind=Kind.OWNER_PRIVATE)
    for number in range(rows):
        seat(member(f"Ansatt {number}", f"a{number}@example.org").person, world.school.place, Role.RESOURCE)
        garden = Organisation.objects.create(name=f"Privat {number}", kind=Kind.KINDERGARTEN, parent=private)
        parties.add_party(world.space, garden, PartyRole.UNIT, by=kari.person, at=NOW, on=TODAY)

    with asks(6):
        kari.client.get(world.url("folk/"))
