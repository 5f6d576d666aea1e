"""Who sees which page of the surveys, in which language, at what cost."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from conftest import Member, World
from sloyfe.surveys import queries
from sloyfe.surveys.actions import running
from sloyfe.surveys.models import Consent
from sloyfe.surveys.tests.stage import answer, close, plan

SPREAD = [1, 2, 3, 4, 5, 5, 4]
STEERING = ("", "plan/", "kodelapper/", "lenker/")


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


@pytest.fixture
def cast(kari, nils, ute):
    return (kari, nils, ute)


@pytest.fixture
def closed(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    return close(wave, kari)


def page_of(who, world, wave, rest="resultat/", **query):
    return who.client.get(world.url(f"undersokelser/{wave.pk}/{rest}"), query)


def test_the_empty_list_says_what_to_do(world, kari, ola):
    assert "Lag et spørreskjema" in kari.client.get(world.url("undersokelser/")).text
    assert "Koordinatoren lager undersøkelsene" in ola.client.get(world.url("undersokelser/")).text


@pytest.mark.parametrize("waves", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(world, kari, waves, django_assert_num_queries):
    for _nth in range(waves):
        plan(world, kari)
        plan(world, kari, opened=True)
        for template in ("staff", "leader"):
            close(plan(world, kari, template=template, opened=True), kari)
    with django_assert_num_queries(8):
        kari.client.get(world.url("undersokelser/"))


@pytest.mark.parametrize("rest", STEERING)
def test_pages_for_those_who_run_surveys_are_closed_to_staff_and_strangers(world, wave, cast, rest):
    statuses = [page_of(who, world, wave, rest).status_code for who in cast]

    assert statuses == [200, 403, 404]


def test_a_leader_neither_prints_codes_nor_reads_free_text(world, wave, ola):
    assert page_of(ola, world, wave, "kodelapper/").status_code == 403
    assert page_of(ola, world, wave, "fritekst/").status_code == 403


def test_a_wave_of_another_partnership_is_not_found_here(world, wave, ute):
    assert ute.client.get(f"/p/annet/undersokelser/{wave.pk}/").status_code == 404


def test_a_leader_sees_unit_owner_and_network_side_by_side(world, closed, ola):
    page = page_of(ola, world, closed).text

    for title in ("Hele nettverket", world.owner.place.title, world.school.place.title):
        assert title in page
    assert world.kindergarten.place.title not in page


def test_an_owner_sees_a_units_figures_only_when_the_unit_says_so(world, closed, kari, ola):
    asked = {"sted": str(world.school.place.pk)}
    title = world.school.place.title
    assert title not in page_of(kari, world, closed, **asked).text

    consent = world.url(f"undersokelser/{closed.pk}/resultat/{world.school.place.pk}/samtykke/")
    ola.client.post(consent, {"shared": "1"})
    assert title in page_of(kari, world, closed, **asked).text

    ola.client.post(consent, {"shared": "0"})
    assert title not in page_of(kari, world, closed, **asked).text


def test_nobody_consents_for_another_unit(world, closed, ola, kari):
    consent = world.url(f"undersokelser/{closed.pk}/resultat/{world.kindergarten.place.pk}/samtykke/")

    assert ola.client.post(consent, {"shared": "1"}).status_code == 403
    assert kari.client.post(consent, {"shared": "1"}).status_code == 403
    assert Consent.objects.count() == 0


def test_the_partner_sees_the_network_only(world, closed, siri):
    page = page_of(siri, world, closed).text

    assert "Hele nettverket" in page
    assert world.school.place.title not in page


def test_role_groups_stand_beside_the_network_and_never_beside_a_unit(world, closed, siri, ola):
    title = "Fagarbeider, assistent eller SFO"

    assert title in page_of(siri, world, closed).text
    assert title not in page_of(ola, world, closed).text


def test_results_are_refused_in_a_sentence_before_closing(world, wave, ola):
    page = page_of(ola, world, wave)

    assert page.status_code == 409
    assert "Resultatet er ikke klart ennå" in page.text


def test_a_small_unit_gets_a_page_it_can_use(world, wave, kari, ola):
    answer(wave, world.kindergarten.place, kari, SPREAD)
    answer(wave, world.school.place, kari, [1, 2, 4])
    closed = close(wave, kari)
    page = page_of(ola, world, closed)
    guide = page_of(ola, world, closed, f"resultat/{world.school.place.pk}/samtale/")

    assert "Bruk samtaleguiden for små enheter" in page.text
    assert guide.status_code == 200
    assert "Fortell om en dag da det gikk godt" in guide.text
    assert world.owner.place.title in guide.text


def test_the_sheet_of_cells_says_hidden_and_never_zero(world, wave, kari, ola):
    answer(wave, world.kindergarten.place, kari, SPREAD)
    answer(wave, world.school.place, kari, [1, 2, 4])
    closed = close(wave, kari)
    book = load_workbook(BytesIO(page_of(ola, world, closed, "resultat/regneark/").getvalue()))
    rows = list(book.worksheets[0].values)
    own = [row for row in rows if row[1] == world.school.place.title]

    assert own
    assert {row[3] for row in own if "lederen" not in row[0].lower()} == {"skjult for å verne dem som svarte"}
    assert {row[4:] for row in own} == {(None,) * 5}


def test_leaders_and_staff_stand_side_by_side_when_both_are_released(world, closed, kari):
    leaders = plan(world, kari, template="leader", opened=True)
    close(leaders, kari)

    assert "Ledere og personale side om side" in page_of(kari, world, closed).text


def test_a_new_survey_that_is_open_does_not_hide_the_figures_of_the_last(world, closed, kari):
    leaders = plan(world, kari, template="leader", opened=True)
    close(leaders, kari)
    plan(world, kari, opened=True, opens_on=timezone.localdate() + timedelta(days=1))

    assert queries.staff_released(world.space) == closed
    assert "Ledere og personale side om side" in page_of(kari, world, leaders).text


def test_a_part_with_only_words_leaves_no_empty_heading_among_the_leaders_figures(world, closed, kari):
    leaders = plan(world, kari, template="leader", opened=True)
    page = page_of(kari, world, close(leaders, kari)).text

    assert "Tid, ledelse og rammer" in page
    assert "Støtte og videre læring" not in page


def test_every_page_is_read_in_nynorsk(world, closed, ola):
    ola.person.language = "nn"
    ola.person.save(update_fields=["language"])
    for rest, words in (("", "Undersøkingar"), ("resultat/", "Heile nettverket"), ("resultat/", "Vel nivå")):
        assert words in page_of(ola, world, closed, rest).text


def test_a_soft_break_pasted_into_a_question_does_not_break_the_spreadsheet(world, kari):
    planned = plan(world, kari)
    section = planned.instrument.parts.all()[0].key
    asked = {"wording_nb": "=Først\x0bså", "wording_nn": "=Fyrst", "section": section, "kind": "scale"}
    kari.client.post(world.url(f"sporreskjema/{planned.instrument.pk}/punkter/"), asked)
    running.open_wave(planned, by=kari.person, at=timezone.now())
    page = kari.client.get(world.url(f"undersokelser/{close(planned, kari).pk}/resultat/regneark/"))

    cells = [row[0] for row in load_workbook(BytesIO(page.getvalue())).active.iter_rows()]
    assert {cell.data_type for cell in cells if cell.value == "=Først så"} == {"s"}
