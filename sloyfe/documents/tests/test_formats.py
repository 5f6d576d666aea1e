"""Every block comes out in every format, in the right language, the same way each time."""

import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from sloyfe.documents import FORMATS, Format, preview, render
from sloyfe.documents.tests import examples
from sloyfe.documents.tests.reading import docx_text, odt_text, pdf_text
from sloyfe.documents.tree import Block, Document, Language, Meta

READERS: dict[Format, Callable[[bytes], str]] = {"docx": docx_text, "odt": odt_text, "pdf": pdf_text}
IN_EVERY_FORMAT = (
    "Avtale om nettverkssamarbeid",
    "Nordvik kommune",
    "Utkast · Versjon 2 · 22. november 2026",
    "Utkast til høring",
    "org.nr. 123 456 785",
    "kari@nordvik.example",
    "Ikke fylt ut",
    "arbeide sammen",
    "á, č, đ, ŋ, š, ŧ, ž",
    "planen",
    "De stille barna",
    "Prøve ut",
    "Bjørkehagen barnehage",
    "Samlinger i det første året",
    "Slik svarte de ansatte",
    "Tallene i figuren",
    "Tallene bygger på 41 svar.",
    "Hva vil vi oppnå?",
    "Ett til tre mål.",
    "Vi ser hvem som er stille.",
    "Navn og rolle",
    "22.11.2026",
    "Signert elektronisk",
    "Utdanningsforbundet",
)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("words", IN_EVERY_FORMAT)
def test_what_is_said_stands_in_the_file(format_: Format, words: str):
    text = READERS[format_](_once(format_))

    # A PDF breaks lines where the paper ends, and hyphenates.
    assert _squeezed(words) in _squeezed(text)


@pytest.mark.parametrize("words", IN_EVERY_FORMAT)
def test_what_is_said_stands_on_the_screen(words: str):
    assert words in preview(examples.agreement())


@pytest.mark.parametrize("format_", FORMATS)
def test_nynorsk_documents_say_nothing_in_bokmal(format_: Format):
    text = _squeezed(READERS[format_](render(examples.agreement("nn"), format_).content))

    assert [words for words in ("Ikkje fylt ut", "Namn og rolle") if _squeezed(words) not in text] == []
    assert [words for words in ("Ikke fylt ut", "Navn og rolle") if _squeezed(words) in text] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_document_gives_the_same_bytes(format_: Format):
    first = render(examples.agreement(), format_)

    assert render(examples.agreement(), format_) == first


@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_nothing_in_the_file_says_when_it_was_made(format_: Format):
    with ZipFile(BytesIO(render(examples.agreement(), format_).content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 11, 22, 0, 0, 0)}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_blank_form_has_room_to_write(format_: Format, language: Language):
    text = READERS[format_](render(examples.blank_form(language), format_).content)

    assert text.count("Frist") == 12


@pytest.mark.parametrize("format_", FORMATS)
def test_a_single_block_of_each_kind_is_a_document(format_: Format):
    for block in _one_of_each():
        assert render(Document("Ett", "nb", blocks=(block,)), format_).content


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_of_thirty_pages_is_quick_and_small(format_: Format):
    begun = time.process_time()

    rendered = render(examples.long_report(30), format_)

    assert time.process_time() - begun < 10  # a loop that grows with the square of the pages takes far longer
    assert len(rendered.content) < 1_000_000


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Avtale om språk & lek", "avtale-om-sprak-lek-2026-11-22.pdf"),
        ("Čáhci ja đievva", "cahci-ja-dievva-2026-11-22.pdf"),
        ("../../etc/passwd", "etc-passwd-2026-11-22.pdf"),
        ("漢字", "dokument-2026-11-22.pdf"),
    ],
)
def test_the_file_is_named_in_letters_every_system_can_store(title: str, name: str):
    document = Document(title, "nb", meta=Meta(date=examples.DAY))

    assert render(document, "pdf").filename == name


def test_without_a_date_no_date_is_shown():
    document = replace(examples.blank_form(), meta=Meta(status="Skjema"))

    assert "20" not in odt_text(render(document, "odt").content)


def _once(format_: Format, cache: dict[Format, bytes] = {}) -> bytes:  # noqa: B006 - one rendering serves every sentence
    if format_ not in cache:
        cache[format_] = render(examples.agreement(), format_).content
    return cache[format_]


def _one_of_each() -> list[Block]:
    kinds = {type(block): block for block in examples.agreement().blocks}
    return list(kinds.values())


def _squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("-", "").split())
