"""Runs of text in a paragraph of Word."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from sloyfe.documents.tree import Words, runs


def raw(part: Any) -> Any:
    """The XML element behind a paragraph, run, row or table: fields, links and lists have no other door."""
    return part._element  # noqa: SLF001 - python-docx offers no public name for it


def styled(paragraph: Paragraph, style_id: str) -> Paragraph:
    """The paragraph with a style by its id, which python-docx only knows by name."""
    raw(paragraph).get_or_add_pPr().insert(0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{style_id}"/>'))
    return paragraph


def add_words(paragraph: Paragraph, words: Words, link_style: str) -> None:
    """Adds the runs; line breaks and tabs become Word's own."""
    for run in runs(words):
        if not run.text:
            continue
        added = paragraph.add_run(run.text)
        added.bold = run.bold or None
        added.italic = run.italic or None
        if run.link:
            _link(paragraph, raw(added), run.link, link_style)


def _link(paragraph: Paragraph, run: Any, address: str, style_id: str) -> None:
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run.get_or_add_rPr().insert(0, parse_xml(f'<w:rStyle {nsdecls("w")} w:val="{style_id}"/>'))
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    run.addprevious(link)
    link.append(run)
