"""The plan as documents, in both languages and three formats, and on the owner's own Word template."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.document import Document as Word

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.plan.actions import development_group, owner_plans
from sloyfe.cycle.plan.models import Measure, OwnerPlan, OwnerTemplate
from sloyfe.cycle.plan.tests.conftest import WORDS

KINDS = ["docx", "odt", "pdf"]
LANGUAGES = ["nb", "nn"]


def url(world: World, rest: str) -> str:
    return world.url(f"plan/eier/{world.owner.place_id}/{rest}")


def word(content: bytes) -> Word:
    return docx.Document(BytesIO(content))


def headings(paper: Word) -> list[str]:
    return [p.text for p in paper.paragraphs if p.style and p.style.style_id.startswith("Heading")]


def letterhead(text: str = "Granvik kommune") -> SimpleUploadedFile:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = text
    stored = BytesIO()
    paper.save(stored)
    return SimpleUploadedFile("brevmal.docx", stored.getvalue())


@pytest.fixture
def written(plan: OwnerPlan, kari: Member, measure: Measure) -> OwnerPlan:
    element = plan.elements.get(number=7)
    owner_plans.answer_element(element, version=1, answer=WORDS, responsible_person=kari.person, by=kari.person, at=NOW)
    development_group.add_member(plan, name="Anne Strand", represents="sfo", person=None, by=kari.person, at=NOW)
    return plan


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("file", [f"{language}.{kind}" for language in LANGUAGES for kind in KINDS])
@pytest.mark.parametrize("who", ["owner", "blank", "year", "unit", "unit_year"])
def test_every_paper_comes_in_every_format_and_language(world: World, ola: Member, who: str, file: str):
    place = world.school.place_id
    paths = {
        "owner": f"plan/eier/{world.owner.place_id}/dokument/",
        "blank": "plan/skjema/",
        "year": "plan/ar/2026/dokument/",
        "unit": f"enheter/{place}/plan/dokument/",
        "unit_year": f"enheter/{place}/plan/ar/2026/dokument/",
    }
    answer = ola.client.get(world.url(f"{paths[who]}{file}"))

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f'{file[2:]}"')
    assert len(answer.content) > 3000


def test_the_owners_plan_has_its_twelve_headings_and_its_tables(world: World, written: OwnerPlan, kari: Member):
    paper = word(kari.client.get(url(world, "dokument/nn.docx")).content)

    found = headings(paper)
    assert next(text for text in found if text[:1].isdigit()) == "1. Utviklingsgruppe"
    assert sum(text[:1].isdigit() for text in found) == 12
    assert [table.rows[0].cells[0].text for table in paper.tables if len(table.columns) > 2] == ["Tiltak"]
    assert paper.core_properties.language == "nn-NO"


def test_the_words_come_in_the_language_that_is_asked_for(world: World, written: OwnerPlan, kari: Member):
    texts = {
        language: "\n".join(
            p.text for p in word(kari.client.get(url(world, f"dokument/{language}.docx")).content).paragraphs
        )
        for language in LANGUAGES
    }

    assert WORDS.read("nb") in texts["nb"]
    assert WORDS.read("nn") in texts["nn"]
    assert "Teikn vi ser etter" not in texts["nb"]
    assert "Dei tolv punkta" in texts["nn"]


@pytest.mark.parametrize(("language", "code"), [("nb", "nb"), ("nn", "nn")])
def test_the_pdf_says_its_language_and_is_tagged(
    world: World, written: OwnerPlan, kari: Member, language: str, code: str
):
    pdf = pikepdf.open(BytesIO(kari.client.get(url(world, f"dokument/{language}.pdf")).content))

    assert str(pdf.Root.Lang).startswith(code)
    assert pdf.Root.MarkInfo.Marked


def test_the_odt_holds_the_same_words(world: World, written: OwnerPlan, kari: Member):
    odt = ZipFile(BytesIO(kari.client.get(url(world, "dokument/nn.odt")).content))

    assert WORDS.read("nn") in odt.read("content.xml").decode()


def test_the_blank_form_asks_twelve_times_and_answers_nothing(world: World, kari: Member):
    paper = word(kari.client.get(world.url("plan/skjema/nb.docx")).content)

    assert sum(text[:1].isdigit() for text in headings(paper)) == 12
    assert WORDS.read("nb") not in "\n".join(p.text for p in paper.paragraphs)


@pytest.mark.parametrize("rest", ["dokument/sv.pdf", "dokument/nb.exe"])
def test_other_formats_and_languages_are_not_there(world: World, written: OwnerPlan, kari: Member, rest: str):
    assert kari.client.get(url(world, rest)).status_code == 404


def test_papers_are_for_those_inside(world: World, written: OwnerPlan, ute: Member, siri: Member):
    unit = world.url(f"enheter/{world.school.place_id}/plan/dokument/nb.pdf")

    assert ute.client.get(url(world, "dokument/nb.pdf")).status_code == 404
    assert siri.client.get(url(world, "dokument/nb.pdf")).status_code == 200
    assert siri.client.get(unit).status_code == 403


def test_the_owners_letterhead_is_kept_in_word(world: World, written: OwnerPlan, kari: Member, ola: Member):
    kari.client.post(url(world, "brevmal/"), {"file": letterhead()})

    for path in (url(world, "dokument/nb.docx"), world.url(f"enheter/{world.school.place_id}/plan/dokument/nb.docx")):
        paper = word(ola.client.get(path).content)
        assert paper.sections[0].header.paragraphs[0].text == "Granvik kommune"
    assert AuditEvent.objects.filter(act="template.kept").count() == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("mal.docx", "Malen lar seg ikke åpne."), ("mal.txt", "Fila må være en Word-fil"), ("mal.docm", "Fila må være")],
)
def test_a_file_that_is_no_template_is_refused_in_a_sentence(world: World, kari: Member, name: str, sentence: str):
    page = kari.client.post(url(world, "brevmal/"), {"file": SimpleUploadedFile(name, b"ikke en wordfil")})

    assert page.status_code == 422
    assert sentence in page.text
    assert OwnerTemplate.objects.in_space(world.space).count() == 0


def test_the_template_is_fetched_and_taken_away_by_those_who_steer(
    world: World, kari: Member, ola: Member, ute: Member
):
    kari.client.post(url(world, "brevmal/"), {"file": letterhead()})
    asked = [each.client.get(url(world, "brevmal/fil/")).status_code for each in (kari, ola, ute)]
    assert asked == [200, 403, 404]
    assert [each.client.post(url(world, "brevmal/fjerning/")).status_code for each in (ola, ute)] == [403, 404]

    kari.client.post(url(world, "brevmal/fjerning/"))
    assert OwnerTemplate.objects.in_space(world.space).count() == 0
    assert kari.client.get(url(world, "brevmal/fil/")).status_code == 404
