"""Ready to start: the list, the checks, the start, and the owner's reason to start early."""

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.partnership.actions import gate as actions
from sloyfe.cycle.partnership.actions import signatures
from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.contract import Check
from sloyfe.cycle.partnership.models import AgreementVersion, Answer, Override, ReadinessAnswer, Start
from sloyfe.cycle.partnership.queries.checks import checks
from sloyfe.cycle.partnership.queries.gate import answered, standing
from sloyfe.cycle.partnership.queries.reading import reading

OPEN = Check(gate="G1", title="Personalet er hørt", met=False, key="staff_heard")
MET = Check(gate="G1", title="Personalet er hørt", met=True, key="staff_heard")
LATER = Check(gate="G3", title="Signert", met=False, key="signatures", after_gate=True)


def unmet(world: World) -> set[str]:
    return {check.key for check in checks(reading(world.round)) if not check.met}


def test_everyone_inside_sees_what_is_missing_and_who_can_mend_it(world: World, nils: Member, ute: Member):
    page = nils.client.get(world.url("klar-til-start/"))

    assert "Nokon" in page.text or "Noen eier arbeidet" in page.text
    assert "<h2>Tid og ressursar er på plass" in page.text
    assert ute.client.get(world.url("klar-til-start/")).status_code == 404


def test_an_empty_partnership_meets_nothing(world: World):
    assert unmet(world) == {check.key for check in checks(reading(world.round))}


@pytest.mark.usefixtures("written", "ola", "nils")
def test_the_cast_the_words_and_the_rows_close_the_gate(world: World, kari: Member, siri: Member):
    assert {"required_sections", "budget_set", "owner_lead", "four_kinds"} & unmet(world) == set()
    actions.confirm_partner(world.round, world.university, by=siri.person, at=NOW)
    given = {each.key: Answer.YES for each in gate_content().statements}
    actions.answer_statements(world.round, given, by=kari.person, at=NOW)

    assert {"partner_confirmed", "readiness_answered"} & unmet(world) == set()
    assert "group_composition" in unmet(world)


def test_the_list_is_answered_and_a_no_asks_for_a_task(world: World, kari: Member, nils: Member):
    url = world.url("klar-til-start/sjekkliste/")
    kari.client.post(url, {"shared_goals": "yes", "time_for_all": "no"})
    assert "Før opp et tiltak" in kari.client.get(url).text
    task = {"what_nb": "Finne vikarer", "due": "2026-10-01", "party": str(world.school.pk)}
    kari.client.post(world.url("oppgaver/?fra=ready.time_for_all"), task)

    found = {each.statement.key: each.settled for each in answered(world.round)}
    assert (found["time_for_all"], found["others_cleared"]) == (True, False)
    assert "Finne vikarer" in nils.client.get(url).text
    assert nils.client.post(url, {"shared_goals": "no"}).status_code == 403
    assert ReadinessAnswer.objects.in_space(world.space).count() == 2


def test_the_round_starts_when_nothing_is_missing_before_the_signatures(world: World, kari: Member):
    with pytest.raises(actions.GateOpen):
        actions.start(world.round, checks=[OPEN], by=kari.person, at=NOW)

    actions.start(world.round, checks=[MET, LATER], by=kari.person, at=NOW)

    assert AuditEvent.objects.filter(act="round.started").count() == 1
    with pytest.raises(actions.AlreadyStarted):
        actions.start(world.round, checks=[MET], by=kari.person, at=NOW)


def test_an_open_gate_says_no_on_the_page(world: World, kari: Member, ola: Member):
    assert kari.client.post(world.url("klar-til-start/start/")).status_code == 409
    assert ola.client.post(world.url("klar-til-start/start/")).status_code == 403
    assert not Start.objects.in_space(world.space).exists()


def test_the_owner_starts_early_with_a_reason_that_everyone_reads(
    world: World, kari: Member, nils: Member, ola: Member
):
    url = world.url("klar-til-start/begrunnelse/")
    assert ola.client.post(url, {"reason": "Nå"}).status_code == 403
    empty = kari.client.post(url, {"reason": ""})
    assert empty.status_code == 422

    kari.client.post(url, {"reason": "Vikarene kommer i oktober."})

    row = Override.objects.in_space(world.space).get()
    assert "G0.group_composition" in row.open_checks
    assert "Vikarene kommer i oktober." in nils.client.get(world.url("klar-til-start/")).text
    assert "Vikarene kommer i oktober." in nils.client.get(world.url()).text
    assert AuditEvent.objects.filter(act="gate.overridden").count() == 1


def test_a_start_is_taken_back_until_somebody_has_signed(
    world: World, version: AgreementVersion, started: Start, kari: Member, ola: Member
):
    kari.client.post(world.url("klar-til-start/angring/"))
    assert not Start.objects.in_space(world.space).exists()

    Start.objects.create(space=world.space, round=world.round, by=kari.person, at=NOW)
    signatures.sign(version, world.school, title="Rektor", by=ola.person, at=NOW)
    assert kari.client.post(world.url("klar-til-start/angring/")).status_code == 409


def test_only_a_competence_partner_confirms(world: World, ola: Member):
    with pytest.raises(actions.NotAPartner):
        actions.confirm_partner(world.round, world.school, by=ola.person, at=NOW)


def test_checks_are_sorted_under_their_gates(world: World):
    found = standing(reading(world.round), [OPEN, LATER])

    assert [gate.words.key for gate in found.gates] == ["G0", "G1", "G2", "G3"]
    assert [gate.met for gate in found.gates] == [True, False, True, True]
    assert found.missing == [OPEN]
