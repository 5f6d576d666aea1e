"""The one door for those who want a file: a document in, a file out."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from sloyfe.documents import docx, odt, pdf
from sloyfe.documents.clean import cleaned
from sloyfe.documents.tree import Document

Format = Literal["docx", "odt", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
CONTENT_TYPES: dict[Format, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": odt.MEDIA_TYPE,
    "pdf": "application/pdf",
}
PLAIN_WRITERS: dict[Format, Callable[[Document, dt.date], bytes]] = {"odt": odt.write, "pdf": pdf.write}
TO_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
LONGEST_NAME = 80


@dataclass(frozen=True)
class Rendered:
    """A finished file, as a response needs it."""

    content: bytes
    content_type: str
    filename: str


def render(document: Document, format: Format, word_template: bytes | None = None) -> Rendered:  # noqa: A002 - the word callers use
    """The document as a file. A Word template is the owner's own letterhead and only concerns DOCX.

    A document without a date bears today's in its properties, and nowhere else.
    """
    tidy = cleaned(document)
    made = document.meta.date or dt.datetime.now(dt.UTC).date()
    write = partial(docx.write, word_template=word_template) if format == "docx" else PLAIN_WRITERS[format]
    return Rendered(write(tidy, made), CONTENT_TYPES[format], f"{_file_name(document)}.{format}")


def _file_name(document: Document) -> str:
    """The title in letters that every system can store, and the date."""
    folded = unicodedata.normalize("NFKD", document.title.lower().translate(TO_ASCII))
    title = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-")
    date = f"-{document.meta.date}" if document.meta.date else ""
    return f"{title[:LONGEST_NAME].strip('-') or 'dokument'}{date}"
