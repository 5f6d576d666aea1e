"""OpenDocument text, written part by part; the styles are ours, so no program numbers the headings on its own."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from string import Template
from zipfile import ZipFile

from sloyfe.documents.look import LOOK, TEXT_WIDTH
from sloyfe.documents.odt.body import Body
from sloyfe.documents.odt.text import escaped
from sloyfe.documents.sealing import sealed
from sloyfe.documents.tree import Document
from sloyfe.documents.words import FIXED, LOCALES, footer_line

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
STYLES = Path(__file__).parent / "styles.xml"
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": f"{OASIS}office:1.0",
        "style": f"{OASIS}style:1.0",
        "text": f"{OASIS}text:1.0",
        "table": f"{OASIS}table:1.0",
        "draw": f"{OASIS}drawing:1.0",
        "fo": f"{OASIS}xsl-fo-compatible:1.0",
        "svg": f"{OASIS}svg-compatible:1.0",
        "meta": f"{OASIS}meta:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
SERIES = '<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/>'
SERIES += '<text:sequence-decl text:display-outline-level="0" text:name="Figure"/></text:sequence-decls>'


def write(document: Document, made: dt.date) -> bytes:
    """The document as .odt; `made` is the date the file itself bears."""
    body = Body(document)
    text = "".join(body.parts())
    content = f"{body.automatic_styles()}<office:body><office:text>{SERIES}{text}</office:text></office:body>"
    parts = {
        "content.xml": _part("content", content),
        "styles.xml": _styles(document),
        "meta.xml": _part("meta", f"<office:meta>{_about(document, made)}</office:meta>"),
        **body.pictures,
    }
    result = BytesIO()
    with ZipFile(result, "w") as package:
        package.writestr("mimetype", MEDIA_TYPE)
        package.writestr("META-INF/manifest.xml", _manifest(parts))
        for name, part in parts.items():
            package.writestr(name, part)
    return sealed(result.getvalue(), made)


def _part(name: str, content: str) -> bytes:
    tag = f"office:document-{name}"
    return f'{HEADER}<{tag} {NAMESPACES} office:version="1.3">{content}</{tag}>'.encode()


def _styles(document: Document) -> bytes:
    fixed = FIXED[document.language]
    values = asdict(LOOK) | {f"h{level}": size for level, size in enumerate(LOOK.headings, 1)}
    values |= {
        "namespaces": NAMESPACES,
        "language": document.language,
        "cell": LOOK.body - 0.8,
        "text_width": TEXT_WIDTH,
        "footer": escaped(footer_line(document)),
        "page": fixed.page,
        "of": fixed.of,
    }
    return Template(STYLES.read_text(encoding="utf-8")).substitute(values).encode()


def _about(document: Document, made: dt.date) -> str:
    said = {
        "meta:generator": "Sløyfe",
        "dc:title": document.title,
        "dc:subject": document.subtitle,
        "meta:initial-creator": document.meta.organisation,
        "dc:creator": document.meta.organisation,
        "meta:creation-date": f"{made}T00:00:00",
        "dc:date": f"{made}T00:00:00",
        "dc:language": LOCALES[document.language],
    }
    return "".join(f"<{tag}>{escaped(value)}</{tag}>" for tag, value in said.items() if value)


def _manifest(parts: Mapping[str, bytes]) -> str:
    types = {"/": MEDIA_TYPE} | {name: "image/png" if name.endswith(".png") else "text/xml" for name in parts}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    )
    space = f'xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.3"'
    return f"{HEADER}<manifest:manifest {space}>{entries}</manifest:manifest>"
