"""Offering seats, by letter and on paper."""

from datetime import timedelta

import pytest

from conftest import LONG_AGO, NOW, TODAY, Member, World, member, seat
from sloyfe.access.models import AuditEvent
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import invitations as actions
from sloyfe.cycle.partnership.actions import parties
from sloyfe.cycle.partnership.models import Invitation, PartyRole
from sloyfe.cycle.partnership.queries.invitations import public_link
from sloyfe.organisations.models import Employment, Kind, Organisation
from sloyfe.people.models import Letter, Person


def at(world: World, place, rest: str = "") -> str:
    return world.url(f"invitasjoner/sted/{place.pk}/{rest}")


def test_a_leader_invites_to_their_own_place_by_letter(world: World, ola: Member):
    page = ola.client.post(
        at(world, world.school.place), {"email": "Eva@example.org", "name": "Eva", "role": "staff", "language": "nn"}
    )

    assert page.status_code == 302
    invitation = Invitation.objects.in_space(world.space).get()
    letter = Letter.objects.get(to="eva@example.org")
    assert public_link(invitation) in letter.body
    assert "inviterer deg" in letter.body
    assert AuditEvent.objects.filter(act="invitation.sent").count() == 1


@pytest.mark.parametrize("role", ["owner", "coordinator", "partner", "adviser"])
def test_a_leader_gives_no_seat_above_their_own(world: World, ola: Member, role: str):
    page = ola.client.post(at(world, world.school.place), {"email": "eva@example.org", "role": role, "language": "nb"})

    assert page.status_code == 422
    assert not Invitation.objects.in_space(world.space).exists()


def test_a_leader_invites_nobody_to_another_place(world: World, ola: Member, nils: Member, ute: Member):
    assert ola.client.get(at(world, world.kindergarten.place)).status_code == 403
    assert ola.client.get(at(world, world.space)).status_code == 403
    assert nils.client.get(at(world, world.school.place)).status_code == 403
    assert ute.client.get(at(world, world.school.place)).status_code == 404


def test_an_owner_level_seat_is_offered_with_its_service_areas(world: World, kari: Member):
    form = {"email": "pia@example.org", "role": "resource", "areas": ["school", "sfo"], "language": "nb"}
    kari.client.post(at(world, world.owner.place), form)

    assert Invitation.objects.in_space(world.space).get().areas == ["school", "sfo"]


def test_from_above_only_the_first_leader_of_a_shielded_place_is_invited(world: World, kari: Member):
    private = Organisation.objects.create(name="Solvik AS", kind=Kind.OWNER_PRIVATE)
    garden = Organisation.objects.create(name="Solvik barnehage", kind=Kind.KINDERGARTEN, parent=private)
    party = parties.add_party(world.space, garden, PartyRole.UNIT, by=kari.person, at=NOW, on=TODAY)
    page = kari.client.get(at(world, party.place))
    assert ('value="leader"' in page.text, 'value="staff"' in page.text) == (True, False)

    seat(member("Liv", "liv@example.org").person, party.place, Role.LEADER)

    assert kari.client.get(at(world, party.place)).status_code == 403


def test_nobody_is_invited_to_a_seat_they_have(world: World, ola: Member, nils: Member):
    form = {"email": nils.person.email, "role": "staff", "language": "nb"}
    page = ola.client.post(at(world, world.school.place), form)

    assert (page.status_code, "allerede denne plassen" in page.text) == (409, True)
    assert nils.person.email in page.text


@pytest.fixture
def staff(world: World) -> list[Person]:
    people = [Person.objects.create(name=f"Ansatt {n}", email=f"a{n}@example.org") for n in range(3)]
    for person in people:
        Employment.objects.create(person=person, organisation=world.school.organisation, since=LONG_AGO)
    return people


def test_the_staff_list_is_invited_at_once_and_nobody_twice(world: World, ola: Member, staff: list[Person]):
    url = at(world, world.school.place, "ansatte/")
    keys = [str(person.pk) for person in staff[:2]]
    ola.client.post(url, {"role": "staff", "people": keys})
    assert Letter.objects.count() == 2

    page = ola.client.get(url)
    assert ("Ansatt 2" in page.text, "Ansatt 0" in page.text) == (True, False)
    again = actions.invite_many(world.school.place, Role.STAFF, staff, by=ola.person, at=NOW + timedelta(days=1))
    assert [row.email for row in again] == ["a2@example.org"]


def test_every_unit_without_a_leader_gets_one_letter(world: World, kari: Member, ola: Member):
    url = world.url("invitasjoner/ledere/")
    page = kari.client.get(url)
    assert world.kindergarten.organisation.name in page.text
    assert ola.client.get(url).status_code == 403

    kari.client.post(url, {f"unit-{world.kindergarten.pk}": "styrer@example.org"})

    row = Invitation.objects.in_space(world.space).get()
    assert (row.place, row.role) == (world.kindergarten.place, "leader")
    assert "Alle enheter har en leder" in kari.client.get(url).text


def test_a_letter_is_taken_back_and_the_undo_gives_it_new_life(world: World, ola: Member, kari: Member):
    row = actions.invite(world.school.place, Role.STAFF, email="eva@example.org", by=ola.person, at=NOW)
    url = world.url(f"invitasjoner/{row.pk}/tilbaketrekking/")
    ola.client.post(url)
    assert "Trukket tilbake" in ola.client.get(world.url("invitasjoner/")).text

    ola.client.post(url, {"renew": "1"})

    row.refresh_from_db()
    assert not hasattr(row, "withdrawal")


def test_slips_are_printed_with_a_picture_and_a_code_and_can_be_printed_again(world: World, ola: Member):
    url = at(world, world.school.place, "lapper/")
    page = ola.client.post(url, {"role": "staff", "count": "3"}, follow=True)

    assert page.text.count('class="slip"') == 3
    assert page.text.count("<svg") >= 3
    codes = page.context["slips"]
    assert [slip.code for slip in ola.client.get(url).context["slips"]] == [slip.code for slip in codes]


def test_a_stack_of_paper_has_a_limit(world: World, ola: Member):
    page = ola.client.post(at(world, world.school.place, "lapper/"), {"role": "staff", "count": "201"})

    assert page.status_code == 422
    with pytest.raises(actions.TooManySlips):
        actions.make_slips(world.school.place, Role.STAFF, 201, by=ola.person, at=NOW)


def test_the_staff_list_suggests_who_leads(world: World, kari: Member, staff: list[Person]):
    kept = Employment.objects.get(person=staff[1])
    kept.role_group = "Rektor"
    kept.save()

    assert 'value="a1@example.org"' in kari.client.get(world.url("invitasjoner/ledere/")).text


def test_leading_at_an_owner_or_partner_is_not_steering(world: World, ola: Member):
    seat(ola.person, world.university.place, Role.LEADER)
    page = ola.client.get(at(world, world.university.place))

    assert ('value="guest"' in page.text, 'value="partner"' in page.text, 'value="adviser"' in page.text) == (
        True,
        False,
        False,
    )
