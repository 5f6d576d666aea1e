"""The register by hand: pages, changes and mergers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import LONG_AGO, NOW, Member, member
from sloyfe.access.models import Operator
from sloyfe.organisations import actions
from sloyfe.organisations.actions.register import CannotMerge
from sloyfe.organisations.models import Employment, Kind, Organisation

URL = "/organisasjoner/"


@pytest.fixture
def kari(db: None) -> Member:
    kari = member("Kari Eide", "kari@example.org")
    Operator.objects.create(person=kari.person, since=LONG_AGO)
    return kari


def make(name: str, kind: str = Kind.SCHOOL, parent: Organisation | None = None) -> Organisation:
    return Organisation.objects.create(name=name, kind=kind, parent=parent)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_register_asks_five_questions_whatever_its_length(kari: Member, rows: int):
    for row in range(rows):
        make(f"Skole {row}", parent=make(f"Eier {row}", Kind.OWNER_MUNICIPAL))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = kari.client.get(URL)

    assert page.status_code == 200
    assert len(asked) == 5


def test_a_wrong_number_is_refused_and_what_was_typed_stays(kari: Member):
    form = {"name": "Heia skole", "kind": "school", "number": "123456789", "language": "nb"}
    page = kari.client.post(f"{URL}ny/", form)

    assert page.status_code == 422
    assert "kontrollsifferet må stemme" in page.text
    assert 'value="Heia skole"' in page.text
    assert Organisation.objects.count() == 0


def test_an_organisation_is_added_by_hand_without_a_number(kari: Member):
    page = kari.client.post(f"{URL}ny/", {"name": "Heia skole", "kind": "school", "language": "nb"})

    assert page.status_code == 302
    assert Organisation.objects.get().number is None


def test_a_merger_moves_those_who_work_there_and_keeps_the_past(kari: Member):
    gone, into = make("Gamle skole"), make("Nye skole")
    Employment.objects.create(person=kari.person, organisation=gone, since=LONG_AGO)
    actions.merge(gone, into, on=date(2026, 8, 1), by=kari.person, at=NOW)

    works = Employment.objects.order_by("since").values_list("organisation__name", "until")
    assert list(works) == [("Gamle skole", date(2026, 8, 1)), ("Nye skole", None)]
    assert Organisation.objects.get(pk=gone.pk).until == date(2026, 8, 1)


def test_nothing_merges_with_itself_or_with_what_lies_under_it(kari: Member):
    owner = make("Eier", Kind.OWNER_MUNICIPAL)
    school = make("Skole", parent=owner)
    for into in (owner, school):
        with pytest.raises(CannotMerge):
            actions.merge(owner, into, on=date(2026, 8, 1), by=kari.person, at=NOW)
