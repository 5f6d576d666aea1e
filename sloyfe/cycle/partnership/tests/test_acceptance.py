"""What the invited see and do."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from conftest import NOW, Member, World, member, seat
from sloyfe.access.models import Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import invitations as actions
from sloyfe.cycle.partnership.actions.acceptance import Used, accept
from sloyfe.cycle.partnership.models import Invitation, SeatArea
from sloyfe.cycle.partnership.queries.invitations import code_of, in_fours
from sloyfe.people.models import Letter, Person


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def letter(world: World, ola: Member) -> Invitation:
    return actions.invite(world.school.place, Role.RESOURCE, email="eva@example.org", by=ola.person, at=NOW)


@pytest.fixture
def slip(world: World, ola: Member) -> Invitation:
    return actions.make_slips(world.school.place, Role.STAFF, 1, by=ola.person, at=NOW)[0]


def url(invitation: Invitation) -> str:
    return f"/invitasjon/{code_of(invitation)}/"


def test_the_invited_read_what_it_is_before_they_say_yes(letter: Invitation, client: Client):
    page = client.get(url(letter))

    assert "Lesing i lag" in page.text
    assert "Ressursperson" in page.text
    assert "Tar med praksis til nettverket" in page.text


def test_saying_yes_to_a_letter_makes_a_person_with_a_seat_and_signs_in(letter: Invitation, client: Client):
    page = client.post(url(letter), {"name": "Eva Berg", "language": "nn"})

    assert page.headers["Location"] == "/p/lesing/"
    eva = Person.objects.get(email="eva@example.org")
    assert (eva.name, eva.language) == ("Eva Berg", "nn")
    assert Seat.objects.get(person=eva).role == Role.RESOURCE
    assert client.get("/p/lesing/parter/").status_code == 200


def test_a_letter_does_not_open_an_account_that_exists(letter: Invitation, client: Client):
    eva = Person.objects.create(name="Eva", email="eva@example.org")
    assert "Du har en konto fra før" in client.get(url(letter)).text

    page = client.post(url(letter), {"name": "Noen andre", "language": "nb"})

    assert page.status_code == 409
    assert not Seat.objects.filter(person=eva).exists()
    assert client.get("/p/lesing/parter/").status_code == 302


def test_the_one_signed_in_says_yes_with_one_press(world: World, slip: Invitation, siri: Member):
    siri.client.post(url(slip))

    assert Seat.objects.filter(person=siri.person, space=world.school.place, role=Role.STAFF).exists()


def test_a_letter_to_another_address_is_not_for_the_one_signed_in(letter: Invitation, siri: Member):
    assert "en annen e-postadresse" in siri.client.get(url(letter)).text
    assert siri.client.post(url(letter)).status_code == 409


def test_the_holder_of_a_slip_proves_the_address_with_a_code(slip: Invitation, client: Client):
    page = client.post(url(slip), {"name": "Jon", "email": "jon@example.org", "language": "nb"})

    assert page.headers["Location"].startswith("/inn/kode/?epost=jon%40example.org")
    assert Letter.objects.filter(to="jon@example.org").count() == 1
    assert Seat.objects.filter(person__email="jon@example.org").exists()
    assert "_auth_user_id" not in client.session


def test_a_slip_does_not_open_somebody_elses_account(slip: Invitation, kari: Member, client: Client):
    form = {"name": "Kari", "email": kari.person.email, "language": "nb"}
    page = client.post(url(slip), form)

    assert (page.status_code, "Logg inn først" in page.text) == (409, True)
    assert kari.person.email in page.text


def test_the_code_is_typed_as_people_type(slip: Invitation, client: Client):
    typed = in_fours(code_of(slip)).lower()

    assert client.post("/invitasjon/", {"code": typed}).headers["Location"] == url(slip)
    wrong = client.post("/invitasjon/", {"code": "ABCD-EFGH-JKLM"})
    assert (wrong.status_code, "Ingen invitasjon har denne koden" in wrong.text) == (422, True)


def test_used_withdrawn_and_expired_invitations_say_so(
    letter: Invitation, slip: Invitation, ola: Member, client: Client
):
    actions.withdraw(slip, by=ola.person, at=NOW)
    assert "trukket tilbake" in client.get(url(slip)).text
    with time_machine.travel(NOW + timedelta(days=22), tick=False):
        page = client.get(url(letter))
    assert (page.status_code, "er gått ut" in page.text) == (410, True)
    Client().post(url(letter), {"name": "Eva", "language": "nb"})
    assert "allerede brukt" in client.get(url(letter)).text


def test_an_address_that_leads_nowhere_says_what_to_do(client: Client, db: None):
    page = client.get("/invitasjon/ABCDEFGHJKLM/")

    assert (page.status_code, "skriv koden" in page.text) == (404, True)


def test_service_areas_follow_the_seat(world: World, kari: Member, client: Client):
    row = actions.invite(
        world.owner.place, Role.RESOURCE, email="pia@example.org", areas=["sfo"], by=kari.person, at=NOW
    )
    client.post(url(row), {"name": "Pia", "language": "nb"})

    assert SeatArea.objects.in_space(world.space).get().area == "sfo"


def test_two_who_press_at_once_get_one_seat(slip: Invitation, siri: Member, kari: Member):
    accept(slip, name="", email="", language="nb", visitor=siri.person, at=NOW)
    with pytest.raises(Used):
        accept(slip, name="", email="", language="nb", visitor=kari.person, at=NOW)

    assert not Seat.objects.filter(person=kari.person, role=Role.STAFF).exists()


def test_an_offer_from_above_does_not_open_a_shielded_place_that_others_lead(world: World, kari: Member):
    place = world.space.place("Solvik barnehage", shielded=True)
    kept = actions.make_slips(place, Role.LEADER, 1, by=kari.person, at=NOW)[0]
    liv = member("Liv", "liv@example.org")
    seat(liv.person, place, Role.LEADER)

    page = kari.client.post(url(kept), {})

    assert (page.status_code, "Be dem om en ny invitasjon" in page.text) == (409, True)
    assert not Seat.objects.filter(person=kari.person, space=place).exists()


def test_those_inside_a_shielded_place_invite_one_more_to_lead_it(world: World, kari: Member):
    place = world.space.place("Solvik barnehage", shielded=True)
    liv = member("Liv", "liv@example.org")
    seat(liv.person, place, Role.LEADER)
    offered = actions.make_slips(place, Role.LEADER, 1, by=liv.person, at=NOW)[0]

    assert kari.client.post(url(offered), {}).status_code == 302
