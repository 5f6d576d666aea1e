"""HTML read by libxml2 and handed on as our own small tree."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import etree

from sloyfe.cycle.competence.markup.elements import Element, Node, text_of
from sloyfe.cycle.competence.markup.notes import Defect, Notes, Taken
from sloyfe.cycle.competence.markup.titles import read_title

UNSEEN = frozenset({"script", "style", "template", "meta", "link", "base"})
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
DEEPEST = 60


@dataclass(frozen=True)
class Document:
    """What a file of HTML says: its title, its named facts, its body."""

    title: str
    facts: dict[str, str]
    body: Element


@dataclass
class _Open:
    """An element that is being read."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Node] = field(default_factory=list)


def read_html(content: bytes | str, notes: Notes) -> Document:
    """The tree of a page, or of a piece of one."""
    text = content if isinstance(content, str) else decoded(content, notes)
    text = CONTROL.sub("", text)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{text}</div>" if not _whole(text) else text, parser) if text.strip() else None
    if root is None:
        return Document("", {}, Element("body"))
    title = " ".join("".join(root.xpath("string((//head/title|/html/title)[1])")).split())
    facts = {
        str(meta.get("name")).strip().lower(): str(meta.get("content") or "").strip()
        for meta in root.iter("meta")
        if meta.get("name")
    }
    bodies = root.findall("body")
    body = bodies[0] if bodies else root
    return Document(title, facts, _converted(body, notes))


def _whole(text: str) -> bool:
    return bool(re.search(r"<\s*(?:html|body|head|title|meta)\b", text[:4000], re.IGNORECASE))


def decoded(content: bytes, notes: Notes) -> str:
    """The letters of a file: by its mark, by what it says, as UTF-8, or as Windows wrote them."""
    for mark, name in ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    start = content[:200]
    for name, zeros in (("utf-16-be", start[::2]), ("utf-16-le", start[1::2])):
        if zeros.count(0) * 2 > len(zeros) > 0:
            return content.decode(name, errors="replace")
    said = CHARSET.search(content[:2048])
    for name in ("utf-8", *([said.group(1).decode("ascii")] if said else [])):
        try:
            return content.decode(name)
        except (UnicodeError, LookupError):
            continue
    notes.remark(Defect.ENCODING_GUESSED)
    return content.decode("cp1252", errors="replace")


def _converted(body: Any, notes: Notes) -> Element:
    """Without recursion: pages may be nested deeper than a stack is high."""
    top = _Open("body", {}, 0, [body.text] if body.text else [])
    stack = [top]
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node is body:
            continue
        if event == "start":
            name = node.tag.lower() if isinstance(node.tag, str) else ""
            opened = _Open(name, {str(k).lower(): str(v) for k, v in node.attrib.items()}, node.sourceline or 0)
            if node.text:
                opened.children.append(node.text)
            stack.append(opened)
        else:
            closed = stack.pop()
            parent = stack[-1]
            parent.children += _closed(closed, len(stack), notes)
            if node.tail:
                parent.children.append(node.tail)
    return Element("body", {}, tuple(top.children))


def _closed(opened: _Open, depth: int, notes: Notes) -> list[Node]:
    if opened.name in UNSEEN:
        if opened.name == "script":
            notes.remark(Defect.SCRIPT_DROPPED, opened.line, opened.attributes.get("src", ""))
            notes.take(Taken.SCRIPT)
        return []
    if depth > DEEPEST and opened.name not in {"a", "img", "iframe", "li", "tr", "td", "th", "table", "br"}:
        notes.remark(Defect.TOO_DEEP, opened.line)
        return opened.children
    if depth > DEEPEST * 2:
        leads = any(opened.attributes.get(name) for name in ("href", "src", "data"))
        own = [Element(opened.name, opened.attributes, (), opened.line)] if leads else [" "]
        return [*own, *opened.children, " "]
    made = Element(opened.name, opened.attributes, tuple(opened.children), opened.line)
    return [_translated(made, notes) if "translate" in made.classes else made]


def _translated(element: Element, notes: Notes) -> Element:
    """Words that hold several languages like a title does, one variant for each."""
    if not all(isinstance(node, str) for node in element.children):
        return element
    title = read_title(text_of(element.children))
    if not title.languages:
        return element
    notes.take(Taken.TITLE_CODES, " ".join(title.languages))
    said = [
        Element("span", {"class": "language", "lang": language.value}, (words,), element.line)
        if language in title.languages
        else f"{words} "
        for language, words in title.entries.items()
    ]
    return Element(element.name, element.attributes, tuple(said), element.line)


def plain(text: str) -> str:
    """Letters that were escaped once too often."""
    return unescape(text)


def first_heading(element: Element) -> str:
    """The words of the first `h1`."""
    for node in element.children:
        if isinstance(node, Element):
            found = text_of([node]) if node.name == "h1" else first_heading(node)
            if found.strip():
                return " ".join(found.split())
    return ""
