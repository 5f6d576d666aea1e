"""A long questionnaire is a small page: for a phone in a place with poor cover."""

from django.test import Client
from django.utils import timezone

from conftest import Member, World
from sloyfe.surveys import queries
from sloyfe.surveys.actions import asking, running
from sloyfe.surveys.models import Instrument
from sloyfe.surveys.tests.forms import every_kind, text
from sloyfe.surveys.tests.stage import codes

LARGEST = 100_000


def forty_items(world: World, kari: Member) -> Instrument:
    """Every kind, and statements on a scale up to forty."""
    instrument = every_kind(world, kari)
    told = {"section": "D1", "by": kari.person, "at": timezone.now()}
    for nth in range(40 - instrument.items.count()):
        wording = text(f"Vi setter av tid til å snakke om hvordan vi jobber, ikke bare hva som skal gjøres ({nth}).")
        asking.add_item(instrument, kind="scale", wording=wording, dont_know=True, **told)
    return instrument


def page_of(world: World, kari: Member) -> str:
    """The page that a code opens."""
    instrument = forty_items(world, kari)
    by, at = kari.person, timezone.now()
    planned = running.plan_wave(
        space=world.space,
        instrument=instrument,
        asked={world.school.place: 30},
        opens_on=timezone.localdate(),
        closes_on=timezone.localdate(),
        deletes_on=timezone.localdate(),
        fewest_scale=5,
        fewest_text=10,
        by=by,
        at=at,
    )
    wave = queries.wave(world.space, planned.pk)
    running.open_wave(wave, screened_by=None, by=by, at=at)
    code = codes(wave, world.school.place, kari, 1)[0]
    answer = Client().get(f"/svar/{code}/")
    assert answer.status_code == 200
    return answer.text


def test_forty_items_fit_in_a_hundred_kilobytes(world, kari):
    page = page_of(world, kari)

    assert page.count("<fieldset") > 35
    assert len(page.encode()) <= LARGEST
