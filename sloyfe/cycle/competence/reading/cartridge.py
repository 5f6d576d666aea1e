"""A Common Cartridge (1.1 and later), with what Canvas adds to it when it is there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.packages import (
    AssetEntry,
    Format,
    Item,
    Licence,
    ModuleTree,
    PackageTree,
    PageKind,
)
from sloyfe.cycle.competence.markup.titles import read_title
from sloyfe.cycle.competence.markup.tree import Target
from sloyfe.cycle.competence.reading import contents as at
from sloyfe.cycle.competence.reading.archive import Archive
from sloyfe.cycle.competence.reading.assembling import Progress, assembled
from sloyfe.cycle.competence.reading.canvas import read_file_licences, read_modules, read_settings
from sloyfe.cycle.competence.reading.contents import Contents, contents_of
from sloyfe.cycle.competence.reading.draft import Draft, Resolve
from sloyfe.cycle.competence.reading.drafts import drafts_of
from sloyfe.cycle.competence.reading.licences import licence_of
from sloyfe.cycle.competence.reading.links import Index, plain
from sloyfe.cycle.competence.reading.manifest import Entry, Manifest, read_manifest
from sloyfe.cycle.competence.reading.xml import Node

PAGE_STARTS = ("wiki_content/",)


def read_cartridge(archive: Archive, notes: Notes, progress: Progress) -> PackageTree:
    """The whole package, with every page read and checked."""
    notes.source = "imsmanifest.xml"
    manifest = read_manifest(archive, notes)
    contents = contents_of(archive, manifest, notes)
    drafts = drafts_of(archive, manifest, contents)
    modules = _with_files(read_modules(contents.one(at.MODULES)) or _modules(manifest, drafts), manifest, drafts)
    settings = read_settings(_course(contents))
    licence = settings.licence if settings.licence.code else licence_of(manifest.rights or settings.licence.written)
    index = _index(drafts, modules, contents, manifest)
    _remark_files(archive, manifest, notes)
    files = read_file_licences(contents.one(at.FILE_FACTS))
    package = PackageTree(
        settings.identity or manifest.identity,
        read_title(settings.title or manifest.title),
        manifest.description,
        Format.CARTRIDGE,
        manifest.version,
        modules,
        (),
        tuple(_assets(archive, manifest, contents, files)),
        licence,
    )
    pages = ((draft, _resolver(index, draft)) for draft in drafts)
    return assembled(package, pages, len(drafts), notes, progress)


def _course(contents: Contents) -> Node | None:
    roots = contents.of(at.COURSE)
    return next((root for name, root in roots.items() if name.endswith("course_settings.xml")), None)


def _resolver(index: Index, draft: Draft) -> Resolve:
    folder = str(PurePosixPath(draft.source).parent).removeprefix(".")

    def resolve(address: str) -> Target:
        return index.target(address, folder)

    return resolve


def _index(drafts: Sequence[Draft], modules: Sequence[ModuleTree], contents: Contents, manifest: Manifest) -> Index:
    index = Index()
    for draft in drafts:
        stem = PurePosixPath(draft.source).stem if draft.source.startswith(PAGE_STARTS) else ""
        title = read_title(draft.title)
        index.add_page(draft.identity, stem, draft.title if draft.kind == PageKind.PAGE else "")
        if draft.reference and draft.kind == PageKind.PAGE:
            index.pages.setdefault(draft.reference, draft.identity)
        for words in title.entries.values() if draft.kind == PageKind.PAGE else ():
            index.add_page(draft.identity, title=words)
    for module in modules:
        shown = [item.page for item in module.items if item.page]
        index.items |= {module.identity: shown[0]} if shown else {}
        index.items |= {item.identity: item.page for item in module.items if item.page}
    for name in (*contents.files, *contents.pages):
        index.add_file(name)
        owner = manifest.owner_of(name)
        if owner and owner.href == plain(name):
            index.identities[owner.identity] = name
    return index


def _modules(manifest: Manifest, drafts: Sequence[Draft]) -> tuple[ModuleTree, ...]:
    """The manifest's own tree, where Canvas said nothing of modules."""
    kinds = {draft.identity: draft.kind for draft in drafts}
    loose = [entry for entry in manifest.entries if entry.reference]
    modules = [
        ModuleTree(entry.identity, read_title(entry.title), tuple(_items(entry.entries, 0, kinds)))
        for entry in manifest.entries
        if not entry.reference
    ]
    if loose:
        modules.insert(0, ModuleTree("", read_title(manifest.title), tuple(_items(loose, 0, kinds))))
    return tuple(modules)


def _items(entries: Sequence[Entry], level: int, kinds: dict[str, PageKind]) -> Iterator[Item]:
    for entry in entries:
        otherwise = PageKind.FILE if entry.reference else PageKind.SUBHEADING
        kind = kinds.get(entry.reference, otherwise)
        yield Item(entry.identity, read_title(entry.title), kind, entry.reference, level=level)
        yield from _items(entry.entries, level + 1, kinds)


def _with_files(modules: tuple[ModuleTree, ...], manifest: Manifest, drafts: Sequence[Draft]) -> tuple[ModuleTree, ...]:
    """Items that show a file say which; those that show an address say where it leads."""
    known = {draft.identity: draft for draft in drafts}

    def whole(item: Item) -> Item:
        resource, draft = manifest.resources.get(item.page), known.get(item.page)
        if draft and draft.kind in {PageKind.WEB_LINK, PageKind.TOOL}:
            return replace(item, address=item.address or draft.reference)
        if not draft and not resource:
            return replace(item, page="") if item.address else item
        if draft or not resource:
            return item
        return replace(item, page="", address=item.address or resource.href, kind=_file_kind(item))

    return tuple(replace(module, items=tuple(whole(item) for item in module.items)) for module in modules)


def _file_kind(item: Item) -> PageKind:
    return item.kind if item.kind in {PageKind.WEB_LINK, PageKind.TOOL} else PageKind.FILE


def _assets(
    archive: Archive, manifest: Manifest, contents: Contents, licences: Mapping[str, Licence]
) -> Iterator[AssetEntry]:
    for name in contents.files:
        owner = manifest.owner_of(name)
        identity = owner.identity if owner else name
        yield AssetEntry(identity, name, archive.size(name), licences.get(identity, Licence()))


def _remark_files(archive: Archive, manifest: Manifest, notes: Notes) -> None:
    listed = {path for each in manifest.resources.values() for path in (*each.files, each.href) if path}
    present = {plain(name): name for name in archive.names()}
    for name in sorted(listed - present.keys()):
        notes.remark(Defect.FILE_MISSING, quote=name)
    for name in sorted(present.keys() - listed - {"imsmanifest.xml"}):
        if not name.startswith(("course_settings/", "non_cc_assessments/")):
            notes.remark(Defect.FILE_UNLISTED, quote=present[name])
    if archive.junk:
        notes.remark(Defect.FILE_JUNK, quote=", ".join(archive.junk))
