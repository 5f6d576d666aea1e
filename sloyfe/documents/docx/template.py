"""The owner's own Word file as the ground: its styles, header and footer stay, its text gives way to ours."""

from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

import docx
from django.utils.translation import gettext_lazy as _
from docx.document import Document as Word
from docx.oxml.ns import qn

from sloyfe.kit.refusal import Refusal

MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
TYPES = "[Content_Types].xml"
# A .dotx differs from a .docx in this one word, and is what many municipalities have.
DOTX, DOCX = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
# What python-docx, lxml and zipfile say about a file that is broken in one way or another.
UNREADABLE = (BadZipFile, SyntaxError, KeyError, ValueError, AttributeError, NotImplementedError, OSError)
MARGINS = ("w:headerReference", "w:footerReference")


class NotAWordFile(Refusal):
    """The file cannot be used as a template."""

    sentence = _("Malen lar seg ikke åpne. Lagre den på nytt fra Word som .docx eller .dotx, og prøv igjen.")
    status = 422


class TooBig(Refusal):
    """The file is larger than any letterhead."""

    sentence = _("Malen er for stor. En Word-mal kan være på høyst 10 megabyte.")
    status = 422


class HasMacros(Refusal):
    """A template is for looks; a program does not come along."""

    sentence = _("Malen inneholder makroer, og de følger ikke med videre. Lagre den som .docx uten makroer.")
    status = 422


def opened(template: bytes) -> Word:
    """The owner's file, emptied of its text."""
    try:
        word = docx.Document(BytesIO(_as_docx(template)))
        _empty(word)
    except UNREADABLE as error:
        raise NotAWordFile from error
    return word


def _as_docx(template: bytes) -> bytes:
    if len(template) > MOST_BYTES:
        raise TooBig
    result = BytesIO()
    with ZipFile(BytesIO(template)) as source, ZipFile(result, "w") as target:
        if sum(entry.file_size for entry in source.infolist()) > MOST_UNPACKED:
            raise TooBig
        if any(name.lower().endswith("vbaproject.bin") for name in source.namelist()):
            raise HasMacros
        for name in dict.fromkeys(source.namelist()):
            content = source.read(name)
            target.writestr(ZipInfo(name), content.replace(DOTX, DOCX) if name == TYPES else content)
    return result.getvalue()


def _empty(word: Word) -> None:
    """Takes the text away and keeps the last section's page; a header set earlier is carried down to it."""
    body: Any = word.element.body
    sections = body.findall(".//" + qn("w:sectPr"))
    last = body.find(qn("w:sectPr"))
    for section in reversed(sections):
        if section is not last and last is not None:
            _inherit(last, section)
    for child in list(body):
        if child is not last:
            body.remove(child)
    if last is None:
        body.append(word.element.makeelement(qn("w:sectPr")))


def _inherit(last: Any, earlier: Any) -> None:
    for tag in MARGINS:
        kinds = {reference.get(qn("w:type")) for reference in last.findall(qn(tag))}
        for reference in earlier.findall(qn(tag)):
            if reference.get(qn("w:type")) not in kinds:
                last.insert(0, deepcopy(reference))
