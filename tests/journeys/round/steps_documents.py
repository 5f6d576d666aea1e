"""Agreement, plan and needs report as files, opened as their readers would."""

import zipfile
from io import BytesIO

import docx
import pikepdf
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from tests.journeys.round.cast import HOME, Cast
from tests.journeys.round.steps_plan import OWNER

LANGUAGES = ("nb", "nn")
WORD_LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO"}


def the_agreement_is_downloaded(cast: Cast) -> None:
    """Eighteen headings and what was agreed, in both languages."""
    for language in LANGUAGES:
        base = f"{HOME}avtale/dokument/{language}/"
        headings = word(cast, f"{base}docx/", language)
        assert len([each for each in headings if each[:2].strip(". ").isdigit()]) >= 18, headings
        open_document(cast, f"{base}odt/", language)
        pdf(cast, f"{base}pdf/", language)


def the_owners_plan_is_downloaded(cast: Cast) -> None:
    """Twelve elements; and the blank form."""
    for language in LANGUAGES:
        for base in (f"{HOME}plan/eier/{cast.kept[OWNER]}/dokument/{language}.", f"{HOME}plan/skjema/{language}."):
            assert len(word(cast, f"{base}docx", language)) >= 12
            open_document(cast, f"{base}odt", language)
            pdf(cast, f"{base}pdf", language)


def unit_plan_and_needs_report_are_downloaded(cast: Cast) -> None:
    """What Ola's school does, and what the owner reports."""
    for language in LANGUAGES:
        unit = f"/p/lesing-i-nord/enheter/{cast.kept['Lia skole']}/plan/dokument/{language}."
        report = f"{cast.kept['report']}dokument/{language}/"
        assert word(cast, f"{unit}docx", language)
        assert word(cast, f"{report}docx/", language)
        pdf(cast, f"{unit}pdf", language)
        pdf(cast, f"{report}pdf/", language)
        open_document(cast, f"{report}odt/", language)


def word(cast: Cast, path: str, language: str) -> list[str]:
    """The headings of a Word file in this language, with at least one table or paragraph of text."""
    paper = docx.Document(BytesIO(_fetch(cast, path)))
    headings = [each.text for each in paper.paragraphs if (each.style.name or "").startswith(("Heading", "Overskrift"))]
    assert headings
    assert f'w:val="{WORD_LANGUAGES[language]}"' in paper.styles.element.xml
    if "avtale" in path:
        assert paper.tables
    return headings


def open_document(cast: Cast, path: str, language: str) -> None:
    """An OpenDocument file: headings with levels, and its language."""
    with zipfile.ZipFile(BytesIO(_fetch(cast, path))) as package:
        content, styles = (etree.fromstring(package.read(name)) for name in ("content.xml", "styles.xml"))
    assert list(content.iter("{*}h"))
    found = {(key.split("}")[-1], value) for element in styles.iter() for key, value in element.attrib.items()}
    assert ("language", language) in found


def pdf(cast: Cast, path: str, language: str) -> None:
    """A tagged PDF with its title and language."""
    with pikepdf.open(BytesIO(_fetch(cast, path))) as paper:
        assert str(paper.Root.Lang).startswith(language)
        assert paper.Root.MarkInfo.Marked
        with paper.open_metadata() as about:
            assert about.get("pdfuaid:part") == "1"
            assert about.get("dc:title")
        assert len(paper.pages) >= 1


def _fetch(cast: Cast, path: str) -> bytes:
    answer = cast.kari.context.request.get(f"{cast.server.url}{path}")
    assert answer.status == 200, f"{path}: {answer.status}"
    assert "attachment" in answer.headers["content-disposition"]
    return bytes(answer.body())
