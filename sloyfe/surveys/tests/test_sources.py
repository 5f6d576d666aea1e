"""Sources and what they show: ticked boxes become a figure, and the words beside them are texts of their own."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from conftest import Member, World
from sloyfe.surveys import release
from sloyfe.surveys.actions import asking, building, sharing
from sloyfe.surveys.tests.forms import OPTIONS, text
from sloyfe.surveys.tests.stage import close, codes, figure, plan

TICKED = [["time"]] * 10 + [["help"]] * 9 + [["time", "help"]] * 6


@pytest.fixture
def closed(world: World, kari: Member):
    by, at = kari.person, timezone.now()
    instrument = building.make_empty(space=world.space, title=text("Kilder"), audience="staff", by=by, at=at)
    asked = text("Hvordan vet dere det?", "Korleis veit de det?")
    asking.add_item(instrument, section="D1", kind="sources", wording=asked, options=OPTIONS, by=by, at=at)
    wave = plan(world, kari, instrument=instrument, opened=True)
    for nth, (code, ticks) in enumerate(zip(codes(wave, world.school.place, kari, len(TICKED)), TICKED, strict=True)):
        words = f"Ord nummer {nth}" if nth < 11 else ""
        page = Client().post(f"/svar/{code}/", {"E1": ticks, "E1.text": words})
        assert page.status_code == 200, page.text
    return close(wave, kari)


def test_what_was_ticked_is_a_figure_like_any_other_choice(closed, world):
    shown = figure(closed, "E1").shown

    assert shown.n == 25
    assert {band.members: band.count for band in shown.bands} == {(0,): 16}


def test_the_words_are_words_alone_and_never_what_was_ticked(closed):
    waiting = [one.words for one in release.to_screen(closed)]

    assert sorted(waiting) == sorted(f"Ord nummer {nth}" for nth in range(11))


def test_the_page_of_results_has_a_row_for_it_with_figures_and_texts(closed, world, kari, ola):
    for one in release.to_screen(closed):
        sharing.screen_text(closed, one, passed=True, by=kari.person, at=timezone.now())
    page = ola.client.get(world.url(f"undersokelser/{closed.pk}/resultat/"), {"sted": "nettverk"}).text

    assert "Hvordan vet dere det?" in page
    assert "64 %" in page
    assert "16 av 25" in page
    assert "Ord nummer 3" in page
    assert re.search(r"Mer hjelp</dt><dd[^>]*>skjult</dd>", page)
    assert "chosen" not in page


@pytest.mark.parametrize("rest", ["", "csv/", "spss/"])
def test_the_files_have_it_too(closed, world, ola, rest):
    page = ola.client.get(world.url(f"undersokelser/{closed.pk}/resultat/regneark/{rest}"))
    file = page.getvalue()

    assert page.status_code == 200
    if rest == "csv/":
        assert "Hvordan vet dere det?;Hele nettverket;Alle roller;25;;;;Mer tid;16" in file.decode("utf-8-sig")
