"""What nobody has been told of can be undone; after that a sentence says why it stands."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from conftest import Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.surveys.actions import removing, running
from sloyfe.surveys.models import Edition, Instrument, Item, Part, Wave
from sloyfe.surveys.tests.stage import close, codes, plan, read_again

INVITED = "noen har fått kode eller e-post"


@pytest.fixture
def planned(world: World, kari: Member):
    return plan(world, kari)


def removal(who, world, row, kind="undersokelser", *, post=True):
    url = world.url(f"{kind}/{row.pk}/fjerning/")
    return who.client.post(url, follow=True) if post else who.client.get(url)


def test_a_planned_survey_is_removed_after_a_yes_and_its_questionnaire_stays(world, planned, kari):
    asked = removal(kari, world, planned, post=False)
    assert "Fjerne undersøkelsen?" in asked.text
    assert Wave.objects.in_space(world.space).count() == 1

    page = removal(kari, world, planned)
    assert "Undersøkelsen er fjernet" in page.text
    assert not Wave.objects.in_space(world.space).exists()
    assert Instrument.objects.in_space(world.space).filter(pk=planned.instrument_id).exists()
    assert AuditEvent.objects.filter(act="wave.removed", about_key=str(planned.pk)).exists()


def test_a_survey_opened_by_mistake_is_removed_with_its_key_while_no_code_is_out(
    world, kari, django_capture_on_commit_callbacks
):
    opened = plan(world, kari, opened=True)
    key = Path(settings.KEY_DIR) / f"{opened.pk}.key"
    assert key.exists()

    with django_capture_on_commit_callbacks(execute=True):
        removal(kari, world, opened)
    assert not Wave.objects.in_space(world.space).exists()
    assert not Edition.objects.exists()
    assert not key.exists()


@pytest.mark.parametrize("void", [False, True])
def test_once_a_code_is_out_the_survey_stands_and_the_page_says_why(world, kari, void):
    opened = plan(world, kari, opened=True)
    codes(opened, world.school.place, kari, 1)
    if void:
        row = opened.places.get(place=world.school.place)
        row.issued, row.voided = 0, 1
        row.save()

    assert INVITED in kari.client.get(world.url(f"undersokelser/{opened.pk}/")).text
    for post in (True, False):
        page = removal(kari, world, opened, post=post)
        assert (page.status_code, INVITED in page.text) == (409, True)
    assert Wave.objects.in_space(world.space).count() == 1


def test_a_code_given_out_meanwhile_keeps_the_survey(world, kari):
    opened = plan(world, kari, opened=True)
    codes(opened, world.school.place, kari, 1)

    with pytest.raises(removing.PeopleWereInvited):
        removing.remove_wave(opened, by=kari.person, at=timezone.now())


def test_leaders_have_been_written_to_when_their_survey_is_open(world, kari):
    named = plan(world, kari, template="leader", opened=True)

    assert removal(kari, world, named).status_code == 409


def test_a_closed_survey_stands(world, kari):
    closed = close(plan(world, kari, opened=True), kari)

    assert "Undersøkelsen er lukket" in removal(kari, world, closed).text
    assert read_again(closed)


def test_a_questionnaire_nobody_was_asked_is_removed_with_all_that_is_in_it(world, planned, kari):
    instrument = planned.instrument
    refused = removal(kari, world, instrument, "sporreskjema")
    assert (refused.status_code, "Fjern den først" in refused.text) == (409, True)

    removal(kari, world, planned)
    assert "Fjerne spørreskjemaet?" in removal(kari, world, instrument, "sporreskjema", post=False).text
    page = removal(kari, world, instrument, "sporreskjema")
    assert "Spørreskjemaet er fjernet" in page.text
    assert (Item.objects.count(), Part.objects.count()) == (0, 0)
    assert not Instrument.objects.in_space(world.space).exists()


def test_a_questionnaire_that_was_sent_out_stands_and_its_page_says_why(world, kari):
    closed = close(plan(world, kari, opened=True), kari)
    page = removal(kari, world, closed.instrument, "sporreskjema")

    assert (page.status_code, "kan ikke fjernes" in page.text) == (409, True)
    assert "Resultatene viser til" in kari.client.get(world.url(f"sporreskjema/{closed.instrument_id}/")).text


def test_a_questionnaire_in_the_bank_says_what_goes_with_it(world, kari):
    instrument = plan(world, kari).instrument
    item = instrument.items.first()
    kari.client.post(world.url(f"sporreskjema/{instrument.pk}/punkter/{item.pk}/bank/"), {"banked": "1"})
    removal(kari, world, instrument.waves.get())

    assert "forsvinner derfra også" in removal(kari, world, instrument, "sporreskjema", post=False).text
    removal(kari, world, instrument, "sporreskjema")
    assert not Instrument.objects.in_space(world.space).exists()


def test_only_those_who_run_surveys_remove_them(world, planned, ola, siri, ute):
    for who, status in ((ola, 403), (siri, 403), (ute, 404)):
        for row, kind in ((planned, "undersokelser"), (planned.instrument, "sporreskjema")):
            assert removal(who, world, row, kind).status_code == status
    assert read_again(planned)


def test_a_plan_whose_last_day_is_over_is_not_opened(world, planned, kari):
    with pytest.raises(running.DeadlineOver):
        running.open_wave(planned, by=kari.person, at=timezone.now() + timedelta(days=15))
