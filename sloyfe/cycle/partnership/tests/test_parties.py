"""Organisations come in, leave and come back, and private places open themselves."""

import pytest

from conftest import NOW, TODAY, Member, World, member, seat
from sloyfe.access.models import AuditEvent, Opening, Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import parties as actions
from sloyfe.cycle.partnership.models import PartnerConfirmation, Party, PartyRole
from sloyfe.organisations.models import Kind, Organisation


def make(name: str, kind: Kind, parent: Organisation | None = None) -> Organisation:
    return Organisation.objects.create(name=name, kind=kind, parent=parent)


def test_everyone_with_a_seat_sees_the_parties(world: World, nils: Member):
    page = nils.client.get(world.url("parter/"))

    assert page.status_code == 200
    assert world.school.organisation.name in page.text


def test_for_an_outsider_the_partnership_does_not_exist(world: World, ute: Member):
    assert ute.client.get(world.url("parter/")).status_code == 404
    assert ute.client.post(world.url(f"parter/{world.school.pk}/avslutning/")).status_code == 404


def test_without_an_account_one_is_asked_who_one_is(world: World, client):
    page = client.get(world.url("parter/"))

    assert page.headers["Location"] == "/inn/?neste=%2Fp%2Flesing%2Fparter%2F"


def test_a_coordinator_finds_an_organisation_and_takes_it_in_under_its_owner(world: World, kari: Member):
    sfo = make("Lia SFO", Kind.SFO, world.owner.organisation)
    page = kari.client.get(world.url("parter/ny/?words=lia+sfo"))
    assert "Ta inn som enhet" in page.text

    kari.client.post(world.url("parter/ny/"), {"organisation": sfo.pk, "role": "unit"})

    party = Party.objects.in_space(world.space).get(organisation=sfo)
    assert party.place.parent == world.owner.place
    assert AuditEvent.objects.filter(act="party.added", space=world.space).count() == 1


def test_an_organisation_takes_part_once(world: World, kari: Member):
    form = {"organisation": world.school.organisation.pk, "role": "unit"}
    page = kari.client.post(world.url("parter/ny/"), form)

    assert page.status_code == 409
    assert "allerede part" in page.text


def test_a_school_does_not_own(world: World, kari: Member):
    school = make("Nyskolen", Kind.SCHOOL)
    page = kari.client.post(world.url("parter/ny/"), {"organisation": school.pk, "role": "owner"})

    assert page.status_code == 422
    assert not Party.objects.in_space(world.space).filter(organisation=school).exists()


def test_units_that_came_first_move_in_under_their_owner(world: World, kari: Member):
    owner = make("Solvik AS", Kind.OWNER_PRIVATE)
    garden = make("Solvik barnehage", Kind.KINDERGARTEN, owner)
    unit = actions.add_party(world.space, garden, PartyRole.UNIT, by=kari.person, at=NOW, on=TODAY)
    assert unit.place.parent == world.space

    above = actions.add_party(world.space, owner, PartyRole.OWNER, by=kari.person, at=NOW, on=TODAY)

    unit.place.refresh_from_db()
    assert (unit.place.parent, unit.place.inside(above.place)) == (above.place, True)
    assert unit.place.shielded
    assert above.place.shielded


def test_an_organisation_that_no_register_knows_is_written_in_by_hand(world: World, kari: Member):
    form = {"name": "Helsestasjonen", "kind": "service", "number": "123456789", "role": "service"}
    refused = kari.client.post(world.url("parter/egen/"), form)
    assert (refused.status_code, "kontrollsifferet" in refused.text) == (422, True)
    assert "Helsestasjonen" in refused.text

    kari.client.post(world.url("parter/egen/"), {**form, "number": ""})

    assert Party.objects.in_space(world.space).get(organisation__name="Helsestasjonen").role == PartyRole.SERVICE


def test_a_party_leaves_with_its_seats_and_comes_back_with_them(world: World, kari: Member, ola: Member):
    kari.client.post(world.url(f"parter/{world.school.pk}/avslutning/"))
    assert ola.client.get(world.url("parter/")).status_code == 404

    page = kari.client.get(world.url("parter/"))
    assert "Tidligere parter" in page.text
    kari.client.post(world.url(f"parter/{world.school.pk}/gjenopptak/"))

    assert ola.client.get(world.url("parter/")).status_code == 200
    assert Seat.objects.get(person=ola.person).until is None


def test_a_leader_may_see_but_not_change_the_parties(world: World, ola: Member):
    assert ola.client.get(world.url("parter/ny/")).status_code == 403
    assert ola.client.post(world.url(f"parter/{world.school.pk}/avslutning/")).status_code == 403
    assert Party.objects.in_space(world.space).filter(until=None).count() == 4


def test_the_partner_confirms_for_itself_and_may_take_it_back(world: World, siri: Member, kari: Member):
    url = world.url(f"parter/{world.university.pk}/bekreftelse/")
    assert kari.client.post(url).status_code == 403
    siri.client.post(url)
    assert PartnerConfirmation.objects.in_space(world.space).get().by == siri.person

    siri.client.post(url, {"retract": "1"})
    assert not PartnerConfirmation.objects.in_space(world.space).exists()


@pytest.fixture
def private(world: World, kari: Member) -> Party:
    garden = make("Solvik barnehage", Kind.KINDERGARTEN, make("Solvik AS", Kind.OWNER_PRIVATE))
    return actions.add_party(world.space, garden, PartyRole.UNIT, by=kari.person, at=NOW, on=TODAY)


def test_a_private_place_opens_and_closes_itself(world: World, private: Party, kari: Member, ola: Member):
    seat(ola.person, private.place, Role.LEADER)
    url = world.url(f"enheter/{private.place.pk}/innsyn/")
    assert kari.client.post(url, {"open": "yes"}).status_code == 403

    assert "skjermet" in ola.client.get(url).text
    ola.client.post(url, {"open": "yes"})
    assert Opening.objects.get().given_by == ola.person
    assert "åpen for innsyn" in ola.client.get(url).text

    ola.client.post(url, {"open": "no"})
    assert not Opening.objects.exists()


def test_a_place_that_is_not_shielded_has_nothing_to_open(world: World, ola: Member):
    assert ola.client.get(world.url(f"enheter/{world.school.place.pk}/innsyn/")).status_code == 404


def test_a_private_owner_reaches_its_own_unit_while_the_coordinator_waits(world: World, private: Party, kari: Member):
    owner = private.organisation.parent
    assert owner
    above = actions.add_party(world.space, owner, PartyRole.OWNER, by=kari.person, at=NOW, on=TODAY)
    liv = member("Liv", "liv@example.org")
    seat(liv.person, above.place, Role.OWNER)
    url = world.url(f"enheter/{private.place.pk}/innsyn/")

    assert liv.client.get(url).status_code == 200
    assert kari.client.get(url).status_code == 403
