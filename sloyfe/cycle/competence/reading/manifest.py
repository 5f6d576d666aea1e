"""The manifest of a cartridge: its resources, and the tree of items that leads to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import normpath

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.reading.archive import Archive, BadArchive
from sloyfe.cycle.competence.reading.links import plain
from sloyfe.cycle.competence.reading.xml import Node, attribute, below, children, first, local, read_xml, text


class BadManifest(BadArchive):
    sentence = _("imsmanifest.xml lar seg ikke lese som et manifest. Eksporter pakken på nytt.")


@dataclass(frozen=True)
class Resource:
    """What the manifest says of one resource."""

    identity: str
    type: str
    href: str
    files: tuple[str, ...]
    use: str = ""
    instead_of: str = ""


@dataclass(frozen=True)
class Entry:
    """An item of the tree; without a reference it is a heading."""

    identity: str
    title: str
    reference: str = ""
    entries: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Manifest:
    identity: str
    version: str
    title: str
    description: str
    rights: str
    entries: tuple[Entry, ...]
    resources: dict[str, Resource] = field(default_factory=dict)

    def owner_of(self, path: str) -> Resource | None:
        """The resource that a file is the face of, else one that lists it."""
        return self._owners.get(plain(path))

    @cached_property
    def _owners(self) -> Mapping[str, Resource]:
        listing = {path: each for each in reversed(self.resources.values()) for path in each.files}
        return listing | {each.href: each for each in reversed(self.resources.values()) if each.href}


DEEPEST = 40


def read_manifest(archive: Archive, notes: Notes) -> Manifest:
    """Any version: names are compared without their namespaces."""
    root = read_xml(archive.read("imsmanifest.xml"), notes)
    if root is None or local(root) != "manifest":
        raise BadManifest
    metadata = first(root, "metadata")
    general = next(below(metadata, "general"), metadata)
    listed = first(root, "resources")
    base = attribute(root, "base") + (attribute(listed, "base") if listed is not None else "")
    resources = [_resource(each, base) for each in children(listed, "resource")]
    for identity in sorted({each.identity for each in resources if _times(each.identity, resources) > 1}):
        notes.remark(Defect.IDENTITY_TWICE, quote=identity)
    return Manifest(
        attribute(root, "identifier"),
        text(metadata, "schemaversion") or _version(root),
        text(next(below(general, "title"), None)),
        text(next(below(general, "description"), None)),
        text(next(below(metadata, "rights"), None)),
        tuple(_tops(root)),
        {each.identity: each for each in reversed(resources)},
    )


def _version(root: Node) -> str:
    namespace = str(root.tag).partition("}")[0]
    _before, found, after = namespace.partition("imsccv")
    return after[:3].replace("p", ".") if found else ""


def _times(identity: str, resources: list[Resource]) -> int:
    return sum(each.identity == identity for each in resources)


def _resource(node: Node, base: str) -> Resource:
    base += attribute(node, "base")
    files = tuple(_path(base, attribute(each, "href")) for each in children(node, "file"))
    href = attribute(node, "href")
    variant = next(below(node, "variant"), None)
    return Resource(
        attribute(node, "identifier"),
        attribute(node, "type").lower(),
        _path(base, href) if href else (files[0] if files else ""),
        tuple(each for each in files if each),
        attribute(node, "intendeduse"),
        attribute(variant, "identifierref") if variant is not None else "",
    )


def _path(base: str, href: str) -> str:
    return normpath(plain(base + href.partition("?")[0])).lstrip("/") if href else ""


def _tops(root: Node) -> Iterator[Entry]:
    """The modules: what lies under the one nameless item, or right under the organisation."""
    for organisation in children(first(root, "organizations"), "organization"):
        entries = [_entry(each, 0) for each in children(organisation, "item")]
        if len(entries) == 1 and not entries[0].reference and _is_root(entries[0]):
            yield from entries[0].entries
        else:
            yield from entries


def _is_root(entry: Entry) -> bool:
    return not entry.title or entry.identity == "LearningModules"


def _entry(node: Node, depth: int) -> Entry:
    inner = tuple(_entry(each, depth + 1) for each in children(node, "item")) if depth < DEEPEST else ()
    return Entry(attribute(node, "identifier"), text(node, "title"), attribute(node, "identifierref"), inner)
