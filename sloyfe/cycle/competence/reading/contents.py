"""The files of a cartridge sorted by what they are, not by what the manifest calls them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sloyfe.cycle.competence.markup.notes import Defect, Notes, Taken
from sloyfe.cycle.competence.reading.archive import Archive
from sloyfe.cycle.competence.reading.links import FILES, plain
from sloyfe.cycle.competence.reading.manifest import Manifest
from sloyfe.cycle.competence.reading.xml import Node, local, read_xml

HTML = (".html", ".htm", ".xhtml")
XML = (".xml", ".qti")
TOPIC, TOPIC_FACTS, WEB_LINK, TOOL = "topic", "topicMeta", "webLink", "cartridge_basiclti_link"
QUIZ, QUIZ_FACTS, ASSIGNMENT = "questestinterop", "quiz", "assignment"
MODULES, COURSE, FILE_FACTS = "modules", "course", "fileMeta"
READ = frozenset(
    {TOPIC, TOPIC_FACTS, WEB_LINK, TOOL, QUIZ, QUIZ_FACTS, ASSIGNMENT, MODULES, COURSE, FILE_FACTS, "manifest"}
)
SAYS_NOTHING = frozenset({"canvas_export.txt"})


@dataclass
class Contents:
    """XML by the name of its root, pages of HTML, and all the rest, which are files."""

    roots: dict[str, dict[str, Node]] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def of(self, name: str) -> dict[str, Node]:
        """The XML files with a root of this name, by path."""
        return self.roots.get(name, {})

    def one(self, name: str) -> Node | None:
        """The only one there should be."""
        return next(iter(self.of(name).values()), None)

    def beside(self, path: str, name: str) -> Node | None:
        """The XML of this kind in the same folder."""
        folder = PurePosixPath(path).parent
        return next((root for each, root in self.of(name).items() if PurePosixPath(each).parent == folder), None)


def contents_of(archive: Archive, manifest: Manifest, notes: Notes) -> Contents:
    """Every file is read as XML, kept for a page, or listed as a file."""
    contents = Contents()
    shown = set(_shown(manifest))
    for name in archive.names():
        low = name.lower()
        if name.startswith(FILES):
            contents.files.append(name)
        elif low.endswith(XML):
            _sort_xml(name, archive, contents, notes)
        elif low.endswith(HTML) and (plain(name) in shown or _is_page(name, archive)):
            contents.pages.append(name)
        elif PurePosixPath(name).name not in SAYS_NOTHING:
            contents.files.append(name)
    return contents


def _shown(manifest: Manifest) -> Iterator[str]:
    """Files that an item of the manifest shows."""
    waiting = list(manifest.entries)
    while waiting:
        entry = waiting.pop()
        waiting += entry.entries
        resource = manifest.resources.get(entry.reference)
        if resource:
            yield resource.href
    for resource in manifest.resources.values():
        if resource.instead_of or "learning-application-resource" in resource.type:
            yield from resource.files


def _is_page(name: str, archive: Archive) -> bool:
    folder = PurePosixPath(name).parent
    settings = str(folder / "assignment_settings.xml") if str(folder) != "." else ""
    return name.startswith(("wiki_content/", "course_settings/")) or (bool(settings) and settings in archive)


def _sort_xml(name: str, archive: Archive, contents: Contents, notes: Notes) -> None:
    inner = Notes(name)
    root = read_xml(archive.read(name), inner)
    for each in inner.remarks:
        notes.remark(each.defect, quote=name)
    if root is None:
        notes.remark(Defect.FILE_UNREAD, quote=name)
        contents.files.append(name)
        return
    kind = local(root)
    contents.roots.setdefault(kind, {})[name] = root
    if kind not in READ:
        words = " ".join(" ".join(str(piece) for piece in root.itertext()).split())
        if words:
            notes.remark(Defect.FILE_UNREAD, quote=name)
            notes.take(Taken.ASIDE, words)
