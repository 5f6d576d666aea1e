"""Pages and modules put together, whatever they were read from, with what is only seen of the whole."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.packages import AssetEntry, Item, PackageTree, PageKind, PageTree, State
from sloyfe.cycle.competence.markup.tree import Goes, Language, Target, walk
from sloyfe.cycle.competence.reading.audiences import with_audience
from sloyfe.cycle.competence.reading.comparing import with_comparison
from sloyfe.cycle.competence.reading.draft import Draft, Resolve

Progress = Callable[[int, int], None]
OWN = (Language.NB, Language.NN, Language.SE)


def quietly(_done: int, _of: int) -> None:
    """Nobody is watching."""


def assembled(
    package: PackageTree, drafts: Iterable[tuple[Draft, Resolve]], number: int, notes: Notes, progress: Progress
) -> PackageTree:
    """The package with its pages; `progress` is told after each of them, and may stop it by raising."""
    shown: dict[str, list[Item]] = {}
    for module in package.modules:
        for item in module.items:
            hidden = State.UNPUBLISHED in {module.state, item.state}
            seen = State.UNPUBLISHED if hidden else State.PUBLISHED
            shown.setdefault(item.page, []).append(replace(item, state=seen))
    pages: list[PageTree] = []
    for done, (draft, resolve) in enumerate(drafts, 1):
        items = shown.get(draft.identity, [])
        if items and all(item.state == State.UNPUBLISHED for item in items):
            draft.state = State.UNPUBLISHED
        pages.append(with_audience(draft.page(resolve), max((item.indent for item in items), default=0)))
        progress(done, number)
    languages = languages_of(package, pages)
    whole = replace(
        package,
        pages=tuple(with_comparison(page, languages) for page in pages),
        languages=languages,
        assets=tuple(with_users(package.assets, pages)),
    )
    _remark(whole, notes)
    return replace(whole, remarks=tuple(notes.remarks), removals=notes.taken())


def languages_of(package: PackageTree, pages: Iterable[PageTree]) -> tuple[Language, ...]:
    """Every language that a title or a block says it is in."""
    found = set(package.languages) | set(package.title.languages)
    for module in package.modules:
        titles = [module.title, *(item.title for item in module.items)]
        found |= {language for title in titles for language in title.languages}
    for page in pages:
        found |= set(page.title.languages)
        found |= {node.language for node in walk(page.blocks) if hasattr(node, "language")}
    return tuple(language for language in OWN if language in found)


def with_users(assets: Iterable[AssetEntry], pages: Iterable[PageTree]) -> Iterator[AssetEntry]:
    """The files, each with the pages that lead to it."""
    users: dict[str, list[str]] = {}
    for page in pages:
        for node in walk(page.blocks):
            if (
                isinstance(node, Target)
                and node.goes == Goes.FILE
                and page.identity not in users.setdefault(node.reference, [])
            ):
                users[node.reference].append(page.identity)
    for asset in assets:
        yield replace(asset, used_by=tuple(users.get(asset.path, ())))


def _remark(package: PackageTree, notes: Notes) -> None:
    items = [item for module in package.modules for item in module.items]
    known = {page.identity for page in package.pages}
    for item in items:
        if item.page and item.page not in known:
            notes.remark(Defect.PAGE_MISSING, quote=item.title.raw or item.page)
        if item.title.odd:
            notes.remark(Defect.TITLE_ODD, quote=item.title.raw)
    _remark_pages(package, {item.page for item in items}, notes)
    for identity, times in Counter(item.identity for item in items if item.identity).items():
        if times > 1:
            notes.remark(Defect.IDENTITY_TWICE, quote=identity)
    _remark_titles(package, items, notes)
    if not package.licence.code:
        notes.remark(Defect.LICENCE_UNKNOWN, quote=package.licence.written)


def _remark_pages(package: PackageTree, shown: set[str], notes: Notes) -> None:
    for page in package.pages:
        if package.modules and page.identity not in shown and page.kind in {PageKind.PAGE, PageKind.ASSIGNMENT}:
            notes.remark(Defect.PAGE_OUTSIDE_MODULES, quote=page.title.raw)
    for title, times in Counter(page.title.raw for page in package.pages if page.kind == PageKind.PAGE).items():
        if times > 1 and title:
            notes.remark(Defect.TITLE_TWICE, quote=title)


def _remark_titles(package: PackageTree, items: Iterable[Item], notes: Notes) -> None:
    titled = [package.title, *(module.title for module in package.modules), *(item.title for item in items)]
    said = {page.title.raw for page in package.pages}
    for each in titled:
        if each.raw not in said and each.languages and set(package.languages) - set(each.languages):
            notes.remark(Defect.TITLE_UNTRANSLATED, quote=each.raw)
