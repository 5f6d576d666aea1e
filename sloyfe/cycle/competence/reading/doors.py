"""The one door in: bytes and a name become a package, whatever they are, or a refusal that says why not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import Format, Licence, PackageTree, PageKind, PageTree
from sloyfe.cycle.competence.markup.titles import read_title
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.reading.archive import MOST_IN_ONE, MOST_TEXT, Archive, TooLarge, open_archive
from sloyfe.cycle.competence.reading.assembling import Progress, assembled, quietly
from sloyfe.cycle.competence.reading.audiences import with_audience
from sloyfe.cycle.competence.reading.cartridge import read_cartridge
from sloyfe.cycle.competence.reading.comparing import with_comparison
from sloyfe.cycle.competence.reading.draft import Draft
from sloyfe.cycle.competence.reading.export import read_export
from sloyfe.cycle.competence.reading.html import decoded, first_heading, read_html
from sloyfe.cycle.competence.reading.links import Index, slug_of
from sloyfe.cycle.competence.reading.own import is_own, read_own
from sloyfe.cycle.competence.reading.pasted import read_text
from sloyfe.kit.refusal import Refusal

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PASTED = "innlimt.txt"
ZIP_NAMES = (".imscc", ".zip")
MARKUP = ("<!doctype", "<html", "<body", "<head", "<p", "<div", "<table", "<h1", "<h2", "<h3", "<section", "<article")


class Empty(Refusal):
    sentence = _("Fila er tom.")
    status = 422


class NotAPackage(Refusal):
    sentence = _("Vi kjenner ikke igjen denne filtypen. Bruk en kassett (.imscc), JSON, HTML eller ren tekst.")
    status = 422


def read_package(content: bytes, name: str, progress: Progress = quietly) -> PackageTree:
    """A cartridge, an export, a page of HTML or pasted text, told apart by what they hold."""
    notes = Notes(name)
    if not content.strip():
        raise Empty
    if content.startswith(ZIP_STARTS) or name.lower().endswith(ZIP_NAMES):
        if len(content) > MOST_IN_ONE:
            raise TooLarge
        archive = open_archive(content, notes)
        if "imsmanifest.xml" in archive:
            return read_cartridge(archive, notes, progress)
        if is_own(archive):
            return read_own(archive, notes, progress)
        return read_export(_json_files(archive), notes, progress)
    if len(content) > MOST_TEXT:
        raise TooLarge
    text = decoded(content, notes)
    start = text.lstrip("\ufeff \t\r\n")
    if name.lower().endswith(".json") or start.startswith(("{", "[{")):
        return read_export({name: content}, notes, progress)
    if _is_binary(text):
        raise NotAPackage
    if name.lower().endswith((".html", ".htm")) or start[:200].lower().startswith(MARKUP):
        return _html_package(text, name, progress)
    package = _text_package(text, name, notes)
    progress(1, 1)
    return package


def _json_files(archive: Archive) -> Mapping[str, bytes]:
    return {name: archive.read(name) for name in archive.names() if name.lower().endswith(".json")}


def _is_binary(text: str) -> bool:
    odd = sum(letter < " " and letter not in "\t\r\n\f\v" for letter in text[:2000])
    return odd * 10 > len(text[:2000])


def _html_package(text: str, name: str, progress: Progress) -> PackageTree:
    document = read_html(text, Notes(name))
    title = document.title or first_heading(document.body) or PurePosixPath(name).stem
    entitled = read_title(title)
    identity = document.facts.get("identifier") or slug_of(entitled.read(Language.NB)) or name
    draft = Draft(identity, title, PageKind.PAGE, name, {Language.ANY: text}, format=Format.HTML)
    empty = PackageTree(identity, entitled, "", Format.HTML, "", (), (), (), Licence())
    return assembled(empty, [(draft, Index().target)], 1, Notes(name), progress)


def _text_package(text: str, name: str, notes: Notes) -> PackageTree:
    page = read_text(text, name)
    languages = tuple(each for each in (Language.NB, Language.NN, Language.SE) if _speaks(page, each))
    whole = with_audience(with_comparison(page, languages), 0)
    empty = PackageTree(page.identity, page.title, "", Format.TEXT, "", (), (), ())
    return replace(empty, pages=(whole,), languages=languages, remarks=tuple(notes.remarks))


def _speaks(page: PageTree, language: Language) -> bool:
    return language in page.title.languages or any(block.language == language for block in page.blocks)
