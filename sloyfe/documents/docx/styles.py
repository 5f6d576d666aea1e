"""The styles of a Word document: ours, or the owner's with ours only where the owner has none of that name."""

import re
from dataclasses import asdict, replace
from pathlib import Path
from string import Template
from typing import Any

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from sloyfe.documents.look import LOOK, Look
from sloyfe.documents.tree import Language
from sloyfe.documents.words import LOCALES

FILE = Path(__file__).parent / "styles.xml"
TWIPS_PER_MM = 1440 / 25.4
REFERENCES = ("w:basedOn", "w:next", "w:link")
HEX_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


class Styles:
    """Finds a style's id by its name, whatever the case: programs disagree about "heading 1"."""

    def __init__(self, word: Word, language: Language, *, own: bool) -> None:
        self.element: Any = word.styles.element
        self.locale = LOCALES[language]
        if own:
            self._replace_all()
        else:
            self._add_missing()
        for tag in self.element.iter(qn("w:lang")):
            tag.set(qn("w:val"), self.locale)

    def id(self, name: str) -> str:
        """The id that paragraphs, runs and tables refer to."""
        return self._ids()[name.lower()]

    def numbering(self, name: str) -> str:
        """The id of the list that a style brings by itself, or nothing."""
        found = self._by_name(name).find(".//" + qn("w:numId"))
        return "" if found is None else str(found.get(qn("w:val")))

    def _replace_all(self) -> None:
        for child in list(self.element):
            self.element.remove(child)
        for child in list(_read(LOOK, self.locale)):
            self.element.append(child)

    def _add_missing(self) -> None:
        there = self._ids()
        ours = _read(self._their_look(), self.locale)
        renamed = {_id(style): there.get(_name(style).lower(), _id(style)) for style in ours.findall(qn("w:style"))}
        for style in ours.findall(qn("w:style")):
            if _name(style).lower() in there:
                continue
            for reference in REFERENCES:
                for tag in style.findall(qn(reference)):
                    tag.set(qn("w:val"), renamed[tag.get(qn("w:val"))])
            style.attrib.pop(qn("w:default"), None)
            self.element.append(style)
        defaults = self.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if defaults is not None and defaults.find(qn("w:lang")) is None:
            defaults.append(ours.find(".//" + qn("w:lang")))

    def _their_look(self) -> Look:
        """Ours in neutral colours, led by the colour of the owner's own headings where it can be read."""
        heading = self._by_name("heading 1")
        colour = None if heading is None else heading.find(f"{qn('w:rPr')}/{qn('w:color')}")
        value = "" if colour is None else str(colour.get(qn("w:val")))
        accent = value if HEX_COLOUR.fullmatch(value) else "333333"
        return replace(LOOK, accent=accent, ink="000000", muted="555555", line="CCCCCC", surface="F3F3F3")

    def _by_name(self, name: str) -> Any:
        return next((s for s in self.element.findall(qn("w:style")) if _name(s).lower() == name.lower()), None)

    def _ids(self) -> dict[str, str]:
        return {_name(style).lower(): _id(style) for style in self.element.findall(qn("w:style"))}


def _read(look: Look, locale: str) -> Any:
    values = asdict(look) | {"locale": locale, "write_line": round(look.write_line * TWIPS_PER_MM), "rule": "8A8683"}
    return parse_xml(Template(FILE.read_text(encoding="utf-8")).substitute(values))


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")))


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId")))
