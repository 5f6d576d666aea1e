"""The needs report: prefilled, written field by field, and taken out as a document."""

from io import BytesIO

import pytest
from docx import Document as Docx

from conftest import NOW, Member, World
from sloyfe.cycle.needs.actions import reports
from sloyfe.cycle.needs.actions.reports import AlreadyAwarded, AlreadyBegun
from sloyfe.cycle.needs.models import Award, NeedsReport, OwnShare
from sloyfe.cycle.needs.queries.reports import joined, least_own_share
from sloyfe.cycle.needs.tests.making import unit_need
from sloyfe.kit.text import Text


@pytest.fixture
def report(world: World, kari: Member) -> NeedsReport:
    unit_need(world, kari)
    return begun(world, kari)


def begun(world: World, kari: Member, year: int = 2027, percent: int | None = 30) -> NeedsReport:
    return reports.begin_report(
        world.round,
        world.owner,
        county="Vestfold",
        year=year,
        due_on=None,
        own_share_percent=percent,
        by=kari.person,
        at=NOW,
    )


def url(world: World, report: NeedsReport, rest: str = "") -> str:
    return world.url(f"behov/melding/{report.pk}/{rest}")


def test_the_coordinator_begins_and_what_is_known_is_filled_in(world: World, kari: Member):
    unit_need(world, kari)
    sent = {"party": str(world.owner.pk), "county": "Vestfold", "year": 2027}
    page = kari.client.post(world.url("behov/melding/"), sent, follow=True).text

    assert world.university.organisation.name in page
    assert world.school.organisation.name in page
    assert "Alle var med i to møter." in page
    assert "felt mangler" in page


def test_one_report_for_an_owner_a_county_and_a_year(world: World, kari: Member, report: NeedsReport):
    sent = {"party": str(world.owner.pk), "county": "Vestfold", "year": 2027}
    page = kari.client.post(world.url("behov/melding/"), sent)

    assert page.status_code == 409
    assert str(AlreadyBegun.sentence) in page.text


def test_a_field_is_written_and_a_stale_one_loses_nothing(world: World, kari: Member, report: NeedsReport):
    target = url(world, report, "felt/goals/")
    kari.client.post(target, {"words_nb": "Flere blir med i leken.", "words_nn": "", "version": 1})
    late = kari.client.post(target, {"words_nb": "Noe annet.", "words_nn": "", "version": 1})

    assert late.status_code == 409
    assert "Flere" in late.text
    assert "annet" in late.text
    assert "Flere blir med i leken." in kari.client.get(url(world, report)).text


def test_leaders_read_and_only_steering_writes(world: World, ola: Member, nils: Member, report: NeedsReport):
    assert ola.client.get(url(world, report)).status_code == 200
    assert ola.client.get(url(world, report, "felt/goals/")).status_code == 403
    assert nils.client.get(url(world, report)).status_code == 403
    for rest in ("tildeling/", "egenandeler/"):
        assert ola.client.post(url(world, report, rest)).status_code == 403


def test_for_an_outsider_the_report_does_not_exist(world: World, ute: Member, report: NeedsReport):
    for rest in ("", "felt/goals/", "dokument/nb/docx/"):
        assert ute.client.get(url(world, report, rest)).status_code == 404
    for rest in ("tildeling/", "egenandeler/"):
        assert ute.client.post(url(world, report, rest)).status_code == 404


def test_a_later_station_fills_only_what_nobody_has_written(world: World, kari: Member, report: NeedsReport):
    answer = report.answers.get(field="goals")
    reports.answer_field(answer, Text.of(nb="Våre mål."), version=1, by=kari.person, at=NOW)
    known = {"goals": Text.of(nb="Planens mål."), "activities": Text.of(nb="Samlinger.")}
    filled = reports.fill_empty(report, known, by=kari.person, at=NOW)

    assert filled == 1
    assert {str(row.words) for row in report.answers.filter(field__in=known)} == {"Våre mål.", "Samlinger."}


def test_the_award_is_noted_once_and_gives_the_least_own_share(world: World, kari: Member, report: NeedsReport):
    sent = {"amount": 200000, "awarded_on": "2027-04-01", "reference": ""}
    kari.client.post(url(world, report, "tildeling/"), sent)
    again = kari.client.post(url(world, report, "tildeling/"), sent)
    report.refresh_from_db()

    assert again.status_code == 409
    assert str(AlreadyAwarded.sentence) in again.text
    assert Award.objects.count() == 1
    assert least_own_share(report) == 60000


def test_an_own_share_is_in_money_or_time(world: World, kari: Member, report: NeedsReport):
    sent = {"party": str(world.owner.pk), "kind": "time", "amount": 50000, "note": "Vikarer"}
    kari.client.post(url(world, report, "egenandeler/"), sent)

    assert list(OwnShare.objects.values_list("kind", "amount")) == [("time", 50000)]


def test_where_no_own_share_is_asked_for_the_field_is_not_there(world: World, kari: Member, report: NeedsReport):
    free = begun(world, kari, year=2028, percent=None)

    assert kari.client.get(url(world, report, "felt/own_share/")).status_code == 200
    assert kari.client.get(url(world, free, "felt/own_share/")).status_code == 404


@pytest.mark.parametrize(("language", "words"), [("nb", "Kompetansepartner"), ("nn", "Kompetansepartnar")])
def test_the_report_comes_out_in_the_language_that_was_asked_for(
    world: World, kari: Member, report: NeedsReport, language: str, words: str
):
    answer = kari.client.get(url(world, report, f"dokument/{language}/docx/"))
    said = [each.text for each in Docx(BytesIO(answer.content)).paragraphs]

    assert words in said
    assert ".docx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("form", ["odt", "pdf"])
def test_the_report_comes_out_in_the_other_formats(world: World, kari: Member, report: NeedsReport, form: str):
    answer = kari.client.get(url(world, report, f"dokument/nb/{form}/"))

    assert (answer.status_code, len(answer.content) > 1000) == (200, True)


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_ask_the_database_as_often_for_one_as_for_three(
    world: World, kari: Member, django_assert_num_queries, count: int
):
    for n in range(count):
        report = begun(world, kari, year=2027 + n)
        for _row in range(count):
            kari.client.post(
                url(world, report, "egenandeler/"), {"party": str(world.owner.pk), "kind": "money", "amount": 1}
            )
    kari.client.get("/")

    with django_assert_num_queries(LIST):
        kari.client.get(world.url("behov/melding/"))
    with django_assert_num_queries(ONE):
        kari.client.get(url(world, report))


LIST = 7
ONE = 9


def test_what_two_units_said_with_the_same_words_is_said_once():
    both = Text.of(nb="Alle leste tallene.", nn="Alle las tala.")
    said = [Text.of(nb="Alle leste tallene."), both, Text.of(nb="Nei.")]

    assert joined(said).read("nb") == "Alle leste tallene.\n\nNei."
