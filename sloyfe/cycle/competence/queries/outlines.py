"""Versions of a package as trees."""

from collections.abc import Mapping
from uuid import UUID

from sloyfe.cycle.competence.adaptation.codec import tree_to_plain
from sloyfe.cycle.competence.adaptation.trees import Identity, Tree
from sloyfe.cycle.competence.markup.packages import Licence
from sloyfe.cycle.competence.models import CoreComponent, Package, PackageVersion, VersionTree
from sloyfe.cycle.competence.outlines.listing import Given, outline


def newest_outline(package: Package) -> VersionTree | None:
    """The newest version as a tree."""
    version = package.versions.defer("original", "report").filter(is_newest=True).first()
    if version is None:
        return None
    found = VersionTree.objects.in_space(package.space).filter(version=version).first()
    if found is None:
        found = outlines(package)[-1]
    found.version = version
    return found


def outlines(package: Package) -> list[VersionTree]:
    """Every version as a tree, in order; those that were read in before there were trees are made now, and not kept."""
    known = {
        row.version_id: row for row in VersionTree.objects.in_space(package.space).filter(version__package=package)
    }
    core = frozenset(
        CoreComponent.objects.in_space(package.space).filter(package=package).values_list("identity", flat=True)
    )
    found: list[VersionTree] = []
    for version in package.versions.defer("original", "report").order_by("number"):
        before = found[-1].tree if found else None
        found.append(known.get(version.pk) or outlined(version, before, core))
    return found


def outlined(version: PackageVersion, before: Tree[str] | None, core: frozenset[Identity]) -> VersionTree:
    """A version as a tree that is not kept yet."""
    modules = [row.tree for row in version.modules.all()]
    pages = [Given(str(row.pk), row.tree) for row in version.pages.all()]
    fixed = Licence(version.licence).forbids_changes
    made = outline(modules, pages, before, fixed=fixed, core=core)
    return VersionTree(
        space_id=version.space_id, version=version, content=tree_to_plain(made.tree), pages=dict(made.pages)
    )


def sources(package: Package) -> Mapping[Identity, UUID]:
    """The page that each page of the package is in the newest version that has it."""
    rows = VersionTree.objects.in_space(package.space).filter(version__package=package).order_by("version__number")
    found: dict[Identity, UUID] = {}
    for pages in rows.values_list("pages", flat=True):
        found |= {identity: UUID(key) for identity, key in pages.items()}
    return found
