"""The agreement as files, in both languages."""

from io import BytesIO

import docx
import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.partnership.actions.agreement import write_section
from sloyfe.cycle.partnership.actions.signatures import sign
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion, Start
from sloyfe.cycle.partnership.papers import agreement_document
from sloyfe.documents.tree import Heading, Note, Signatures, Table
from sloyfe.kit.text import Text


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("fmt", ["docx", "odt", "pdf"])
def test_everyone_inside_fetches_the_agreement(
    world: World, version: AgreementVersion, ola: Member, language: str, fmt: str
):
    answer = ola.client.get(world.url(f"avtale/dokument/{language}/{fmt}/"))

    assert answer.status_code == 200
    assert answer.content[:2] == (b"%P" if fmt == "pdf" else b"PK")


def test_other_formats_and_languages_do_not_exist(world: World, version: AgreementVersion, ola: Member):
    assert ola.client.get(world.url("avtale/dokument/nb/exe/")).status_code == 404
    assert ola.client.get(world.url("avtale/dokument/en/pdf/")).status_code == 404


def test_a_draft_says_that_it_is_one(agreement: Agreement):
    paper = agreement_document(agreement, "nn")

    assert isinstance(paper.blocks[0], Note)
    assert paper.meta.status == "Utkast"
    assert sum(isinstance(block, Heading) for block in paper.blocks) == 18


def test_a_version_bears_its_number_its_parties_and_its_signatures(
    world: World, version: AgreementVersion, started: Start, ola: Member
):
    sign(version, world.school, title="Rektor", by=ola.person, at=NOW)
    paper = agreement_document(version.agreement, "nn")

    names = next(block for block in paper.blocks if isinstance(block, Signatures)).items
    assert {each.party for each in names if each.name} == {world.school.organisation.name}
    assert paper.meta.version == "1"
    assert next(block for block in paper.blocks if isinstance(block, Table)).caption == "Partane i avtalen"


def test_the_owners_template_is_the_ground_and_a_broken_one_is_refused(
    world: World, version: AgreementVersion, kari: Member
):
    url = world.url("avtale/dokument/nb/docx/")
    letterhead = docx.Document()
    letterhead.sections[0].header.paragraphs[0].text = "Granvik kommune"
    kept = BytesIO()
    letterhead.save(kept)
    kept.seek(0)
    kept.name = "mal.docx"

    made = docx.Document(BytesIO(kari.client.post(url, {"file": kept}).content))
    assert made.sections[0].header.paragraphs[0].text == "Granvik kommune"

    broken = BytesIO(b"ikke Word")
    broken.name = "mal.docx"
    page = kari.client.post(url, {"file": broken})
    assert (page.status_code, "lar seg ikke åpne" in page.text) == (422, True)


def test_an_older_version_stays_as_it_was_signed(
    world: World, version: AgreementVersion, started: Start, ola: Member, kari: Member
):
    sign(version, world.school, title="Rektor", by=ola.person, at=NOW)
    section = version.agreement.sections.get(key="goals")
    write_section(section, Text.of(nb="Helt nye mål"), version=2, by=kari.person, at=NOW)

    paper = agreement_document(version.agreement, "nb", version=version)

    assert paper.meta.version == "1"
    assert all(getattr(block, "words", "") != "Helt nye mål" for block in paper.blocks)
    assert ola.client.get(world.url("avtale/dokument/nb/docx/?utgave=1")).status_code == 200
    assert ola.client.get(world.url("avtale/dokument/nb/docx/?utgave=7")).status_code == 404
    assert ola.client.get(world.url("avtale/dokument/nb/docx/?utgave=x")).status_code == 404
