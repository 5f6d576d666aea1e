"""Each party puts its name to the same version; a change afterwards is an amendment."""

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.partnership.actions import agreement as writing
from sloyfe.cycle.partnership.actions import signatures as actions
from sloyfe.cycle.partnership.models import AgreementVersion, Signature, Start
from sloyfe.cycle.partnership.queries.signatures import missing
from sloyfe.kit.text import Text


def form(party) -> dict[str, str]:
    read = AgreementVersion.objects.in_space(party.space).latest("number")
    return {"party": str(party.pk), "version": str(read.pk), "title": "Rektor"}


def test_a_leader_signs_for_the_unit(world: World, version: AgreementVersion, started: Start, ola: Member):
    url = world.url("avtale/signatur/")
    assert f"Signer for {world.school.organisation.name}" in ola.client.get(url).text

    ola.client.post(url, form(world.school))

    row = Signature.objects.in_space(world.space).get()
    assert (row.party, row.name, row.title, row.digest) == (world.school, "Ola Lie", "Rektor", version.digest)
    assert AuditEvent.objects.filter(act="agreement.signed").count() == 1
    assert "Ola Lie, Rektor" in ola.client.get(url).text


def test_a_second_signature_is_refused_in_a_sentence(
    world: World, version: AgreementVersion, started: Start, ola: Member
):
    url = world.url("avtale/signatur/")
    ola.client.post(url, form(world.school))
    page = ola.client.post(url, form(world.school))

    assert (page.status_code, "allerede signert" in page.text) == (409, True)
    assert Signature.objects.in_space(world.space).count() == 1


def test_before_the_start_nobody_signs(world: World, version: AgreementVersion, ola: Member):
    page = ola.client.post(world.url("avtale/signatur/"), form(world.school))

    assert (page.status_code, "klare til start" in page.text) == (409, True)
    assert not Signature.objects.in_space(world.space).exists()


@pytest.mark.usefixtures("version", "started")
def test_nobody_signs_for_others(world: World, ola: Member, kari: Member, nils: Member, ute: Member):
    url = world.url("avtale/signatur/")
    assert ola.client.post(url, form(world.kindergarten)).status_code == 403
    assert kari.client.post(url, form(world.school)).status_code == 403
    assert nils.client.post(url, form(world.school)).status_code == 403
    assert ute.client.post(url, form(world.school)).status_code == 404
    assert not Signature.objects.in_space(world.space).exists()


def test_what_was_typed_stays_when_the_signature_is_refused(
    world: World, version: AgreementVersion, started: Start, ola: Member
):
    page = ola.client.post(world.url("avtale/signatur/"), {**form(world.school), "title": ""})

    assert (page.status_code, "Stilling" in page.text) == (422, True)


@pytest.mark.usefixtures("started")
def test_the_one_who_read_an_older_version_is_told_to_read_the_new_one(
    world: World, version: AgreementVersion, ola: Member, kari: Member
):
    read = form(world.school)
    section = version.agreement.sections.get(key="goals")
    writing.write_section(section, Text.of(nb="Noe nytt"), version=2, by=kari.person, at=NOW)
    assert "Utkastet er endret" in kari.client.get(world.url("avtale/")).text
    writing.put_forward(version.agreement, reason="", by=kari.person, at=NOW)

    page = ola.client.post(world.url("avtale/signatur/"), read)

    assert (page.status_code, "nyere utgave" in page.text, "Noe nytt" in page.text) == (409, True, True)
    assert not Signature.objects.in_space(world.space).exists()


def test_a_change_after_a_signature_is_an_amendment_with_its_own_signatures(
    world: World, version: AgreementVersion, started: Start, ola: Member, kari: Member
):
    actions.sign(version, world.school, title="Rektor", by=ola.person, at=NOW)
    section = version.agreement.sections.get(key="goals")
    writing.write_section(section, Text.of(nb="Noe nytt"), version=2, by=kari.person, at=NOW)
    refused = kari.client.post(world.url("avtale/utgave/"))
    assert (refused.status_code, "alt signert" in refused.text) == (422, True)

    kari.client.post(world.url("avtale/utgave/"), {"reason": "Målet er justert."})

    newest = AgreementVersion.objects.in_space(world.space).latest("number")
    assert (newest.amendment.number, newest.amendment.reason) == (1, "Målet er justert.")
    assert world.school in missing(newest)
    assert "tillegg 1" in ola.client.get(world.url("avtale/signatur/")).text
