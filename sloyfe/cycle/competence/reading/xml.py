"""XML of a cartridge, without entities, without the network, whatever its letters are written in."""

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from django.utils.translation import gettext_lazy as _
from lxml import etree

from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.reading.html import CONTROL, decoded
from sloyfe.kit.refusal import Refusal

ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class Node(Protocol):
    """What we use of libxml2's elements, which come without types."""

    tag: object
    attrib: Mapping[str, str]
    text: str | None

    def __iter__(self) -> Iterator["Node"]: ...
    def __len__(self) -> int: ...
    def iter(self) -> Iterator["Node"]: ...
    def itertext(self) -> Iterator[str]: ...


class HostileXml(Refusal):
    """Entities have no business in a cartridge; they are how a small file becomes a large one."""

    sentence = _("Pakken inneholder XML med egne entiteter. Slike filer leser vi ikke, fordi de kan skjule noe.")
    status = 422


def read_xml(content: bytes, notes: Notes) -> Node | None:
    """The root; None when there is nothing to read in it."""
    text = CONTROL.sub("", DECLARATION.sub("", decoded(content, notes).lstrip("\ufeff"))).strip()
    if ENTITY.search(text):
        raise HostileXml
    if not text:
        return None
    strict = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root: Node | None = etree.fromstring(text.encode(), strict)
    except etree.XMLSyntaxError:
        mending = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        notes.remark(Defect.XML_MENDED)
        root = etree.fromstring(text.encode(), mending)
    return root


def local(node: Node) -> str:
    """The name without its namespace, which differs between versions."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def children(node: Node | None, *names: str) -> Iterator[Node]:
    """The children of these names."""
    for child in node if node is not None else ():
        if local(child) in names:
            yield child


def first(node: Node | None, *path: str) -> Node | None:
    """The first node down a path of names."""
    for name in path:
        node = next(children(node, name), None)
    return node


def text(node: Node | None, *path: str) -> str:
    """The words at the end of a path; an empty text when there is none."""
    found = first(node, *path) if path else node
    return "".join(str(piece) for piece in found.itertext()).strip() if found is not None else ""


def below(node: Node | None, *names: str) -> Iterator[Node]:
    """All nodes of these names, at any depth."""
    if node is not None:
        for each in node.iter():
            if local(each) in names:
                yield each


def attribute(node: Node, *names: str) -> str:
    """The first of these attributes that is there, whatever its namespace."""
    for name in names:
        for key, value in node.attrib.items():
            if str(key).rpartition("}")[2] == name and value:
                return str(value).strip()
    return ""
