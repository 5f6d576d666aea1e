"""Word documents, on our own ground or on the owner's letterhead."""

import datetime as dt
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from sloyfe.documents.docx.body import Body
from sloyfe.documents.docx.lists import Lists
from sloyfe.documents.docx.styles import Styles
from sloyfe.documents.docx.template import opened
from sloyfe.documents.docx.text import raw
from sloyfe.documents.look import LOOK
from sloyfe.documents.sealing import sealed
from sloyfe.documents.tree import Document
from sloyfe.documents.words import FIXED, LOCALES, footer_line

MODERN_WORD = "15"  # without it Word opens the file in a compatibility mode


def write(document: Document, made: dt.date, word_template: bytes | None = None) -> bytes:
    """The document as .docx; `made` is the date the file itself bears."""
    own = word_template is None
    word = opened(word_template) if word_template is not None else docx.Document()
    styles = Styles(word, document.language, own=own)
    if own:
        _lay_out_page(word)
        _modernise(word)
    if not any(relation.reltype.endswith("/footer") for relation in word.part.rels.values()):
        _add_footer(word, document, styles)
    _describe(word, document, made)
    Body(word, document, styles, Lists(word, styles, own=own)).write()
    result = BytesIO()
    word.save(result)
    return sealed(result.getvalue(), made)


def _lay_out_page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(LOOK.margin)
    section.top_margin, section.bottom_margin = Mm(24), Mm(26)
    section.header_distance, section.footer_distance = Mm(12), Mm(12)


def _modernise(word: Word) -> None:
    settings: Any = word.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), MODERN_WORD)
    for tag in settings.findall(qn("w:zoom")):
        tag.set(qn("w:percent"), "100")
    for tag in settings.findall(qn("w:themeFontLang")):
        settings.remove(tag)


def _add_footer(word: Word, document: Document, styles: Styles) -> None:
    section = word.sections[-1]
    paragraph: Any = section.footer.paragraphs[0]
    text_width = (section.page_width or Mm(210)) - (section.left_margin or Mm(25)) - (section.right_margin or Mm(25))
    fixed = FIXED[document.language]
    properties = raw(paragraph).get_or_add_pPr()
    properties.insert(0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{styles.id("footer")}"/>'))
    tabs = f'<w:tab w:val="right" w:pos="{round(text_width / 635)}"/>'
    properties.append(parse_xml(f"<w:tabs {nsdecls('w')}>{tabs}</w:tabs>"))
    paragraph.add_run(f"{footer_line(document)}\t{fixed.page} ")
    _add_field(paragraph, "PAGE", "1")
    paragraph.add_run(f" {fixed.of} ")
    _add_field(paragraph, "NUMPAGES", "1")


def _add_field(paragraph: Any, instruction: str, shown: str) -> None:
    xml = f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    raw(paragraph).append(parse_xml(xml))


def _describe(word: Word, document: Document, made: dt.date) -> None:
    """What the file says of itself; whoever made the letterhead does not stay on as the author."""
    about = word.core_properties
    about.title, about.author = document.title, document.meta.organisation
    about.subject, about.version = document.subtitle, document.meta.version
    about.content_status = document.meta.status
    about.language = LOCALES[document.language]
    about.comments = about.keywords = about.category = about.last_modified_by = ""
    about.revision = 1
    about.created = about.modified = dt.datetime.combine(made, dt.time(), dt.UTC)
