"""Reads finished files back, so that tests speak of what a reader gets."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

TO_UNICODE = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>(?: <([0-9A-F]+)>)?", re.IGNORECASE)


def opened(content: bytes) -> pikepdf.Pdf:
    """A PDF."""
    return pikepdf.open(BytesIO(content))


def pdf_text(content: bytes) -> str:
    """Every glyph of a PDF turned back to text by the maps that the file carries for that."""
    found = []
    with opened(content) as pdf:
        for page in pdf.pages:
            maps = {name: _unicode_map(font) for name, font in page.Resources.get("/Font", {}).items()}
            current: dict[int, str] = {}
            instructions: Any = pikepdf.parse_content_stream(page)
            for operands, operator in instructions:
                if str(operator) == "Tf":
                    current = maps[str(operands[0])]
                for part in _strings(operands) if str(operator) in {"Tj", "TJ"} else ():
                    codes = (int.from_bytes(part[at : at + 2], "big") for at in range(0, len(part), 2))
                    found.append("".join(current.get(code, "") for code in codes))
    return "".join(found)


def structure(content: bytes) -> list[tuple[str, Any]]:
    """The tags of a PDF in reading order, each with its element."""
    found: list[tuple[str, Any]] = []

    def walk(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append((str(element.S)[1:], element))
            if "/K" in element:
                walk(element.K)

    with opened(content) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
        return [
            (tag, {str(key): str(value) for key, value in element.items() if key in {"/Alt", "/A"}})
            for tag, element in found
        ]


def docx_text(content: bytes) -> str:
    """All text of a Word document's body, line breaks and tabs as they are read."""
    body = docx.Document(BytesIO(content)).element.body
    return "\n".join(_paragraph_text(paragraph) for paragraph in body.iter("{*}p"))


def odt_part(content: bytes, name: str = "content.xml") -> Any:
    """One XML part of an OpenDocument file."""
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def odt_text(content: bytes) -> str:
    """All text of an OpenDocument file, spaces, tabs and breaks as they are read."""
    return "\n".join(_odt_text(element) for element in odt_part(content).iter("{*}p", "{*}h"))


def _odt_text(element: Any) -> str:
    signs = {"line-break": "\n", "tab": "\t"}
    name = etree.QName(element).localname
    own = signs.get(name, "") if name != "s" else " " * int(element.values()[0])
    return own + (element.text or "") + "".join(_odt_text(child) + (child.tail or "") for child in element)


def _paragraph_text(paragraph: Any) -> str:
    signs = {"br": "\n", "tab": "\t"}
    inside = [
        element for element in paragraph.iter("{*}t", "{*}br", "{*}tab") if element.getparent().tag.endswith("}r")
    ]
    return "".join(signs.get(etree.QName(element).localname, element.text or "") for element in inside)


def _strings(operands: Any) -> list[bytes]:
    items = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    return [bytes(item) for item in items if isinstance(item, pikepdf.String)]


def _unicode_map(font: Any) -> dict[int, str]:
    """typst writes one `<code> <text>` or `<from> <to> <text>` a line."""
    found: dict[int, str] = {}
    for section in re.findall(rb"beginbf\w+(.*?)endbf", font.ToUnicode.read_bytes(), re.DOTALL):
        for first, second, third in TO_UNICODE.findall(section):
            text = bytes.fromhex((third or second).decode()).decode("utf-16-be")
            last = int(second, 16) if third else int(first, 16)
            for code in range(int(first, 16), last + 1):
                found[code] = text[:-1] + chr(ord(text[-1]) + code - int(first, 16))
    return found
