"""Files of a package that a page shows; a file is read only through a page that the reader may see."""

from collections.abc import Iterable, Sequence
from mimetypes import guess_type
from pathlib import PurePosixPath
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tree import Block, Goes, Target, walk
from sloyfe.cycle.competence.models import AdaptedPage, Asset, PackageVersion, Page
from sloyfe.cycle.competence.queries.packages import readable
from sloyfe.cycle.competence.reading.archive import open_archive
from sloyfe.cycle.competence.reading.own import files_in

# What a browser may show by itself; everything else is downloaded, so that nothing in a package runs as ours.
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def files_on(trees: Sequence[PageTree], version: PackageVersion, space: Space) -> list[Asset]:
    """The files that these pages lead to."""
    return list(Asset.objects.in_space(space).filter(version=version, path__in=paths_in(trees)))


def files_of_all(paths: Iterable[str], package: UUID, space: Space) -> list[Asset]:
    """Files by their paths, for what was taken of several versions: each of the newest version that has it."""
    rows = Asset.objects.in_space(space).filter(version__package=package, path__in=list(paths))
    return list({row.path: row for row in rows.order_by("version__number")}.values())


def file_on(page: Page | AdaptedPage, key: UUID, version: PackageVersion, visit: Visit) -> Asset | None:
    """A file by its key, if this page leads to it."""
    rows = Asset.objects.in_space(visit.space).filter(pk=key)
    if isinstance(page, AdaptedPage):
        paths = paths_at([page], version, visit)[page.pk]
        return rows.filter(version__package__adaptations=page.adaptation_id, path__in=paths).first()
    return rows.filter(version=page.version_id, path__in=paths_in([page.tree])).first()


def paths_at(pages: Sequence[AdaptedPage], version: PackageVersion, visit: Visit) -> dict[UUID, set[str]]:
    """The files that each leads to. A place's own words lead only to what this person meets in the package as well."""
    typed = {page.pk: _only_typed(page) for page in pages}
    if any(typed.values()):
        rows = Page.objects.in_space(visit.space).filter(readable(visit), version=version)
        met = paths_in([row.tree for row in rows])
        typed = {key: paths - met for key, paths in typed.items()}
    return {page.pk: paths_in([page.tree]) - typed[page.pk] for page in pages}


def _only_typed(page: AdaptedPage) -> set[str]:
    """What only words written at a place lead to, and not the page that they are written on."""
    typed = _in_blocks(block for own, words, blocks in page.parts if own or words for block in blocks)
    typed -= _in_blocks(block for own, words, blocks in page.parts if not (own or words) for block in blocks)
    return typed - paths_in([page.source.tree]) if typed and page.source else typed


def content_of(asset: Asset, space: Space) -> bytes | None:
    """Its bytes, from the version's own file."""
    version = PackageVersion.objects.in_space(space).only("original", "source_name").get(pk=asset.version_id)
    archive = open_archive(bytes(version.original), Notes(version.source_name))
    return files_in(archive, [asset.path]).get(asset.path)


def name_of(asset: Asset) -> str:
    """What it is called when it is saved."""
    return PurePosixPath(asset.path).name


def type_named(name: str) -> str:
    """What a file says it is by its name."""
    return guess_type(name)[0] or "application/octet-stream"


def paths_in(trees: Sequence[PageTree]) -> set[str]:
    """The files that these pages lead to, by path."""
    return _in_blocks(block for tree in trees for block in tree.blocks)


def _in_blocks(blocks: Iterable[Block]) -> set[str]:
    nodes = (node for block in blocks for node in walk(block))
    return {node.reference for node in nodes if isinstance(node, Target) and node.goes == Goes.FILE}
