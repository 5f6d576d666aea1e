"""Files of a package that a page shows; a file is read only through a page that the reader may see."""

from collections.abc import Sequence
from mimetypes import guess_type
from pathlib import PurePosixPath
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tree import Goes, Target, walk
from sloyfe.cycle.competence.models import AdaptedPage, Asset, PackageVersion, Page
from sloyfe.cycle.competence.reading.archive import open_archive
from sloyfe.cycle.competence.reading.own import files_in

# What a browser may show by itself; everything else is downloaded, so that nothing in a package runs as ours.
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def files_on(trees: Sequence[PageTree], version: PackageVersion, space: Space) -> list[Asset]:
    """The files that these pages lead to."""
    return list(Asset.objects.in_space(space).filter(version=version, path__in=paths_in(trees)))


def files_of_all(trees: Sequence[PageTree], package: UUID, space: Space) -> list[Asset]:
    """The same for what was taken of several versions: a file of the newest version that has it."""
    rows = Asset.objects.in_space(space).filter(version__package=package, path__in=paths_in(trees))
    return list({row.path: row for row in rows.order_by("version__number")}.values())


def file_on(page: Page | AdaptedPage, key: UUID, space: Space) -> Asset | None:
    """A file by its key, if this page leads to it."""
    rows = Asset.objects.in_space(space).filter(pk=key, path__in=paths_in([page.tree]))
    if isinstance(page, AdaptedPage):
        return rows.filter(version__package__adaptations=page.adaptation_id).first()
    return rows.filter(version=page.version_id).first()


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
    nodes = (node for tree in trees for node in walk(tree.blocks))
    return {node.reference for node in nodes if isinstance(node, Target) and node.goes == Goes.FILE}
