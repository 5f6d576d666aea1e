"""Writing the agreement together, and putting it forward."""

import pytest

from conftest import NOW, TODAY, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.partnership.actions import agreement as actions
from sloyfe.cycle.partnership.actions import duties
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion
from sloyfe.cycle.partnership.queries.agreement import Written, sections, unfinished
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text


def test_the_agreement_begins_with_eighteen_sections_of_which_six_are_empty(agreement: Agreement):
    rows = sections(agreement)

    assert len(rows) == 18
    assert [row.written for row in rows].count(Written.EMPTY) == 6
    assert [row.written for row in rows].count(Written.PREFILLED) == 12
    assert actions.begin_agreement(agreement.round, by=agreement.round, at=NOW).pk == agreement.pk  # type: ignore[arg-type]  # nobody is asked the second time


def test_a_coordinator_begins_and_others_wait(world: World, kari: Member, ola: Member):
    assert "Avtalen er ikke begynt" in kari.client.get(world.url("avtale/")).text
    assert ola.client.post(world.url("avtale/")).status_code == 403
    kari.client.post(world.url("avtale/"))

    assert Agreement.objects.in_space(world.space).get().sections.count() == 18


def test_a_section_is_written_in_two_languages(world: World, agreement: Agreement, kari: Member):
    url = world.url("avtale/punkt/background/")
    section = agreement.sections.get(key="background")
    assert "[behovene, med enhetenes egne ord]" in kari.client.get(url).text

    kari.client.post(url, {"body_nb": "Vi trenger språk.", "body_nn": "", "version": section.version})

    now = next(row for row in sections(agreement) if row.section.key == "background")
    assert (now.written, [each["state"] for each in now.languages]) == (Written.WRITTEN, ["done", "not_started"])
    assert AuditEvent.objects.filter(act="agreement.section_written").count() == 1


def test_holes_in_brackets_are_still_to_be_filled(agreement: Agreement, kari: Member):
    section = agreement.sections.get(key="goals")
    body = Text.of(nb="Målet er [noe vi ikke vet].")
    actions.write_section(section, body, version=1, by=kari.person, at=NOW)

    assert "goals" in {row.section.key for row in unfinished(sections(agreement))}


def test_two_who_write_at_once_see_both_texts_and_nothing_is_lost(
    world: World, agreement: Agreement, kari: Member, siri: Member
):
    url = world.url("avtale/punkt/goals/")
    kari.client.post(url, {"body_nb": "Karis mål", "body_nn": "", "version": 1})
    page = siri.client.post(url, {"body_nb": "Siris mål", "body_nn": "", "version": 1})

    assert page.status_code == 409
    assert "Karis" in page.text
    assert "Siris" in page.text
    assert agreement.sections.get(key="goals").body.read("nb") == "Karis mål"


def test_a_leader_reads_but_does_not_write(world: World, agreement: Agreement, ola: Member, ute: Member):
    url = world.url("avtale/punkt/goals/")
    page = ola.client.get(url)
    assert (page.status_code, "<textarea" in page.text) == (200, False)
    assert ola.client.post(url, {"body_nb": "x", "version": 1}).status_code == 403
    assert ute.client.get(url).status_code == 404
    assert ola.client.get(world.url("avtale/punkt/finnes-ikke/")).status_code == 404


def test_an_agreement_with_holes_is_not_put_forward(world: World, agreement: Agreement, kari: Member):
    page = kari.client.post(world.url("avtale/utgave/"))

    assert (page.status_code, "hakeparenteser" in page.text) == (409, True)
    assert not AgreementVersion.objects.in_space(world.space).exists()


def test_a_version_freezes_the_words_and_the_rows(world: World, written: Agreement, kari: Member):
    duties.add_date(
        world.round, on=TODAY, until=None, kind="gathering", title=Text.of(nb="Oppstart"), by=kari.person, at=NOW
    )
    version = actions.put_forward(written, reason="", by=kari.person, at=NOW)
    progress = next(part for part in version.content if part["key"] == "progress")

    assert progress["grids"][0]["rows"][0][0]["nb"] == "1. september 2026"
    with pytest.raises(actions.NothingNew):
        actions.put_forward(written, reason="", by=kari.person, at=NOW)


def test_what_changed_since_a_version_is_shown_word_by_word(
    world: World, version: AgreementVersion, kari: Member, ola: Member
):
    section = version.agreement.sections.get(key="goals")
    actions.write_section(section, Text.of(nb="Vi vil noe annet."), version=2, by=kari.person, at=NOW)
    page = ola.client.get(world.url("avtale/utgaver/"))

    assert "<ins>" in page.text
    assert page.text.count('class="diff"') == 1
    assert "sier det samme" in ola.client.get(world.url("avtale/utgaver/?fra=1&til=1")).text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_questions_whatever_its_length(
    world: World, written: Agreement, kari: Member, rows: int
):
    for number in range(rows):
        section = written.sections.get(key="goals")
        body = Text.of(nb=f"Mål {number}")
        actions.write_section(section, body, version=section.version, by=kari.person, at=NOW)
        actions.put_forward(written, reason="", by=kari.person, at=NOW)

    with asks(12):
        kari.client.get(world.url("avtale/"))
