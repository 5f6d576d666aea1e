"""What a new version of a package changed, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sloyfe.cycle.competence.models import PackageVersion, Page


@dataclass(frozen=True)
class Change:
    """A page that is in both versions, and in what way it is another."""

    before: Page
    after: Page
    content: bool
    title: bool
    place: bool
    identity: bool


@dataclass(frozen=True)
class Differences:
    """Pages that came, pages that went, and pages that changed."""

    added: tuple[Page, ...]
    removed: tuple[Page, ...]
    changed: tuple[Change, ...]
    same: int

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def differences(before: PackageVersion, after: PackageVersion) -> Differences:
    """What the later of two versions changed."""
    return between(pages_to_compare(before), pages_to_compare(after))


def pages_to_compare(version: PackageVersion) -> list[Page]:
    """The pages of a version, without what stands on them."""
    return list(version.pages.defer("content"))


def between(old: list[Page], new: list[Page]) -> Differences:
    """Pages are matched by identity; those left over by kind and title, as when a package has moved."""
    pairs = _paired(old, new)
    matched_old, matched_new = {one.pk for one, _other in pairs}, {other.pk for _one, other in pairs}
    orders = (
        _order([one for one, _other in sorted(pairs, key=lambda pair: pair[0].position)]),
        _order([other for _one, other in sorted(pairs, key=lambda pair: pair[1].position)]),
    )
    changes = [
        Change(
            one,
            other,
            one.digest != other.digest,
            one.title != other.title,
            orders[0][one.pk] != orders[1][other.pk],
            one.identity != other.identity,
        )
        for one, other in pairs
    ]
    changed = tuple(each for each in changes if each.content or each.title or each.place or each.identity)
    added = tuple(page for page in new if page.pk not in matched_new)
    removed = tuple(page for page in old if page.pk not in matched_old)
    return Differences(added, removed, changed, len(changes) - len(changed))


def _order(pages: Iterable[Page]) -> dict[object, int]:
    return {page.pk: number for number, page in enumerate(pages)}


def _paired(old: list[Page], new: list[Page]) -> list[tuple[Page, Page]]:
    known = {page.identity: page for page in old}
    pairs = [(known[page.identity], page) for page in new if page.identity in known]
    taken = {one.pk for one, _other in pairs} | {other.pk for _one, other in pairs}
    named = {(page.kind, str(page.title)): page for page in old if page.pk not in taken}
    for page in new:
        twin = named.pop((page.kind, str(page.title)), None) if page.pk not in taken else None
        if twin:
            pairs.append((twin, page))
    return sorted(pairs, key=lambda pair: pair[1].position)


def as_plain(found: Differences) -> dict[str, Any]:
    """As JSON, with the titles as they were."""
    return {
        "added": [page.title.to_json() for page in found.added],
        "removed": [page.title.to_json() for page in found.removed],
        "changed": [
            {"title": each.after.title.to_json(), "content": each.content, "renamed": each.title, "place": each.place}
            for each in found.changed
            if each.content or each.title or each.place
        ],
        "same": found.same,
    }
