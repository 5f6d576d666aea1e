"""Making a partnership, from nothing."""

import pytest
from django.test import Client

from conftest import LONG_AGO, Member, World, member
from sloyfe.access.models import Operator, Seat, Space
from sloyfe.cycle.partnership.models import Agreement, Invitation, Partnership
from sloyfe.people.models import Letter

URL = "/partnerskap/"
FORM = {
    "name_nb": "Lek og læring",
    "name_nn": "Leik og læring",
    "slug": "lek",
    "language": "nb",
    "coordinator": "mona@example.org",
}


@pytest.fixture
def operator(db: None) -> Member:
    operator = member("Drift", "drift@example.org")
    Operator.objects.create(person=operator.person, since=LONG_AGO)
    return operator


def test_an_operator_makes_a_partnership_and_its_coordinator_comes_in(operator: Member):
    page = operator.client.post(URL, FORM)

    space = Space.objects.get(slug="lek")
    assert Partnership.objects.in_space(space).get().name.read("nn") == "Leik og læring"
    assert Agreement.objects.in_space(space).get().sections.count() == 18
    link = page.context["link"]
    assert link in Letter.objects.get(to="mona@example.org").body

    mona = Client()
    mona.post(link[link.index("/invitasjon/") :], {"name": "Mona", "language": "nn"})
    assert Seat.objects.get(space=space).role == "coordinator"
    assert "Ingen partar" in mona.get("/p/lek/parter/").text


def test_an_address_names_one_partnership_and_nothing_typed_is_lost(world: World, operator: Member):
    page = operator.client.post(URL, {**FORM, "slug": world.space.slug})

    assert (page.status_code, "Velg en annen" in page.text, "Leik og læring" in page.text) == (409, True, True)
    assert not Invitation.objects.bounded().exists()


def test_an_address_is_plain_letters(operator: Member):
    assert operator.client.post(URL, {**FORM, "slug": "Læring!"}).status_code == 422


def test_for_others_the_page_does_not_exist(kari: Member, client: Client):
    assert kari.client.get(URL).status_code == 404
    assert client.get(URL).status_code == 302
