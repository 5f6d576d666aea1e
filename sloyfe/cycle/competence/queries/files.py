"""Files of a package that a page shows; a file is read only through a page that the reader may see."""

from collections.abc import Sequence
from mimetypes import guess_type
from pathlib import PurePosixPath
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tree import Goes, Target, walk
from sloyfe.cycle.competence.models import Asset, PackageVersion, Page
from sloyfe.cycle.competence.reading.archive import MOST_IN_ONE, open_archive

# What a browser may show by itself; everything else is downloaded, so that nothing in a package runs as ours.
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def files_on(trees: Sequence[PageTree], version: PackageVersion, space: Space) -> list[Asset]:
    """The files that these pages lead to."""
    return list(Asset.objects.in_space(space).filter(version=version, path__in=_paths(trees)))


def file_on(page: Page, key: UUID, space: Space) -> Asset | None:
    """A file by its key, if this page leads to it."""
    rows = Asset.objects.in_space(space).filter(version=page.version_id, path__in=_paths([page.tree]))
    return rows.filter(pk=key).first()


def content_of(asset: Asset, space: Space) -> bytes | None:
    """Its bytes, from the version's own file."""
    version = PackageVersion.objects.in_space(space).only("original", "source_name").get(pk=asset.version_id)
    archive = open_archive(bytes(version.original), Notes(version.source_name))
    return archive.read(asset.path, MOST_IN_ONE) if asset.path in archive else None


def name_of(asset: Asset) -> str:
    """What it is called when it is saved."""
    return PurePosixPath(asset.path).name


def type_of(asset: Asset) -> str:
    """What it says it is by its name."""
    return guess_type(name_of(asset))[0] or "application/octet-stream"


def _paths(trees: Sequence[PageTree]) -> set[str]:
    nodes = (node for tree in trees for node in walk(tree.blocks))
    return {node.reference for node in nodes if isinstance(node, Target) and node.goes == Goes.FILE}
