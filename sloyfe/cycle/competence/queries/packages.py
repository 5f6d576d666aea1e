"""Packages and their pages, as far as somebody may read them: the newest version, and what is for this reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.packages import Readers, State
from sloyfe.cycle.competence.models import Module, PackageVersion, Page

NEEDED = {
    Readers.EVERYONE: Can.PACKAGE_SEE,
    Readers.LEADERS: Can.PACKAGE_LEADING,
    Readers.OWNERS: Can.PACKAGE_OWNING,
}
HEADS = ("id", "space", "version", "position", "identity", "title", "kind", "state", "readers", "minutes")
VERSION_HEADS = tuple(
    f"version__{name}"
    for name in (
        "space", "number", "at", "licence", "licence_written",
        "package__title", "package__is_adapted", "package__readers_decided",
    )
)  # fmt: skip


@dataclass(frozen=True)
class OnShelf:
    """A package in the list, with how many of its pages this person may read."""

    version: PackageVersion
    pages: int


def shelf(visit: Visit, language: str) -> list[OnShelf]:
    """The packages by title; one without a page for this person is not there."""
    mine = Count("pages", filter=readable(visit, "pages__"))
    rows = [OnShelf(row, row.mine) for row in _newest(visit.space).annotate(mine=mine)]
    seen = [row for row in rows if row.pages or visit.may(Can.PACKAGE_MANAGE)]
    return sorted(seen, key=lambda row: row.version.package.title.read(language).casefold())


def packages_count(space: Space) -> int:
    """How many packages there are."""
    return _newest(space).count()


def newest_version(space: Space, package: UUID) -> PackageVersion | None:
    """The version that is read."""
    rows = PackageVersion.objects.in_space(space).filter(is_newest=True, package=package)
    heads = (name.removeprefix("version__") for name in VERSION_HEADS)
    return next(iter(rows.select_related("package").only(*heads).order_by()), None)


def languages_of(version: PackageVersion) -> Sequence[str]:
    """The languages that it was found to hold, by their codes."""
    rows = PackageVersion.objects.in_space(version.space).filter(pk=version.pk)
    return rows.values_list("report__languages", flat=True).get() or ()


def heads(version: PackageVersion, visit: Visit) -> list[Page]:
    """The pages this person may read, in reading order, without what stands on them."""
    rows = Page.objects.in_space(visit.space).filter(readable(visit), version=version)
    return list(rows.only(*HEADS))


def modules_of(version: PackageVersion, space: Space) -> list[Module]:
    """The modules in their order."""
    return list(Module.objects.in_space(space).filter(version=version))


def page_of(version: PackageVersion, visit: Visit, key: UUID) -> Page | None:
    """A page of this version that this person may read."""
    return Page.objects.in_space(visit.space).filter(readable(visit), version=version, pk=key).first()


def same_page_now(version: PackageVersion, visit: Visit, key: UUID) -> Page | None:
    """What an address of an earlier version leads to: the page of the same identity in this one."""
    before = Page.objects.in_space(visit.space).filter(pk=key, version__package=version.package_id)
    rows = Page.objects.in_space(visit.space).filter(readable(visit), version=version)
    return rows.filter(identity__in=before.values("identity")).only(*HEADS).first()


def newest_page(visit: Visit, package: UUID, key: UUID) -> Page | None:
    """A page of the newest version that this person may read, without what stands on it, with its version."""
    rows = Page.objects.in_space(visit.space).filter(readable(visit), pk=key)
    rows = rows.filter(version__is_newest=True, version__package=package).select_related("version__package")
    # No order for one row: writing it takes as long as asking.
    return next(iter(rows.only(*HEADS, *VERSION_HEADS).order_by()), None)


def head_of(version: PackageVersion, visit: Visit, key: UUID) -> Page | None:
    """The same, without what stands on it."""
    rows = Page.objects.in_space(visit.space).filter(readable(visit), version=version, pk=key)
    return rows.only(*HEADS).first()


def sight(visit: Visit) -> tuple[Can, ...]:
    """What decides which pages and lines somebody reads: two with the same see the same."""
    return tuple(each for each in (*NEEDED.values(), Can.PACKAGE_MANAGE) if visit.may(each))


def readable(visit: Visit, where: str = "") -> Q:
    """Pages for this reader's roles; those that are not published only for whoever looks after packages."""
    allowed = [readers.value for readers, needed in NEEDED.items() if visit.may(needed)]
    found = Q(**{f"{where}readers__in": allowed})
    return found if visit.may(Can.PACKAGE_MANAGE) else found & Q(**{f"{where}state": State.PUBLISHED.value})


def _newest(space: Space) -> ScopedQuerySet[PackageVersion]:
    rows = PackageVersion.objects.in_space(space).filter(is_newest=True)
    return rows.select_related("package").defer("original", "report")
