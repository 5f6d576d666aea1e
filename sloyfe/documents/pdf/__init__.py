"""PDF for archives and for every reader: PDF/A-2a and PDF/UA-1, set by typst from the tree as data."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from sloyfe.documents import fonts, look
from sloyfe.documents.pdf.letters import plainest, printable
from sloyfe.documents.tree import Document, Figure, Signature, Table
from sloyfe.documents.words import FIXED, footer_line, short_date, status_line

TEMPLATE = Path(__file__).parent / "document.typ"
STANDARDS = ["a-2a", "ua-1"]
FALLBACK_FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")  # typst brings these itself
Files = Mapping[str, bytes]


def write(document: Document, made: dt.date) -> bytes:
    """The document as a tagged PDF; `made` is the date the file itself bears."""
    pictures: dict[str, bytes] = {}
    data = _head(document, made) | {"blocks": [_said(block, document, pictures) for block in document.blocks]}
    try:
        return compiled(_files(data, pictures, printable), pdf_standards=STANDARDS)
    except typst.TypstError as error:
        if "could not be displayed" not in error.message and "codepoint" not in error.message:
            raise
        return compiled(_files(data, pictures, plainest), pdf_standards=STANDARDS)


def compiled(files: Files, **options: Any) -> bytes:
    """Runs typst in memory, with our typefaces and its own, never those of the machine."""
    result: bytes = typst.compile(dict(files), font_paths=_typefaces(), **options)
    return result


@cache
def _typefaces() -> typst.Fonts:
    folders = [fonts.FOLDER] if fonts.FOLDER.is_dir() else []
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _files(data: Mapping[str, Any], pictures: Files, change: Callable[[str], str]) -> dict[str, bytes]:
    said = json.dumps(_each_string(data, change), ensure_ascii=False)
    return {"main.typ": TEMPLATE.read_bytes(), "document.json": said.encode(), **pictures}


def _head(document: Document, made: dt.date) -> dict[str, Any]:
    families = [name for name in (fonts.FAMILY, *FALLBACK_FONTS) if name in _typefaces().families()]
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "organisation": document.meta.organisation,
        "status": status_line(document),
        "footer": footer_line(document),
        "made": [made.year, made.month, made.day],
        "look": look.AS_DICT,
        "fixed": asdict(FIXED[document.language]),
        "fonts": families,
    }


def _said(value: Any, document: Document, pictures: dict[str, bytes]) -> Any:
    """A value of the tree as JSON; pictures are put aside as files of their own."""
    if isinstance(value, tuple):
        return [_said(item, document, pictures) for item in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said = {f.name: _said(getattr(value, f.name), document, pictures) for f in fields(value) if f.name != "picture"}
    if isinstance(value, Table):
        said |= {"shares": list(value.shares), "rows": _said(value.full_rows, document, pictures)}
    if isinstance(value, Figure):
        name = f"figure-{len(pictures)}.{'png' if value.is_png else 'svg'}"
        pictures[name] = value.picture
        said |= {"file": name}
    if isinstance(value, Signature):
        signed = FIXED[document.language].signed if value.date else ""
        said |= {"date": short_date(value.date) if value.date else "", "mark": value.mark or signed}
    return said | {"is": type(value).__name__}


def _each_string(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each_string(item, change) for item in value]
    if isinstance(value, dict):
        return {key: item if key in {"link", "file"} else _each_string(item, change) for key, item in value.items()}
    return value
