"""The table of contents of a package for one reader, and what stands beside a page in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.packages import Item, PageKind, State
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import AdaptedPage, Module, Page
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Line:
    """A line of a module: a page, an address, or words between them."""

    title: str
    page: Page | AdaptedPage | None = None
    address: str = ""
    heading: bool = False
    by_level: str = ""


@dataclass(frozen=True)
class Part:
    """A module, or (without a title) the pages that no module shows."""

    title: Text | None
    lines: tuple[Line, ...]
    by_level: str = ""


@dataclass(frozen=True)
class Beside:
    """Where a page stands: its module, the pages before and after it, and which of its module come earlier."""

    module: Text | None
    before: Page | AdaptedPage | None
    after: Page | AdaptedPage | None
    number: int
    of: int
    earlier: tuple[str, ...] = ()


def parts(modules: Sequence[Module], pages: Sequence[Page], visit: Visit, language: Language) -> list[Part]:
    """Module by module; one without anything to read for this person is not told of."""
    known = {page.identity: page for page in pages}
    found, shown = [], set()
    for module in modules:
        tree = module.tree
        if tree.state == State.UNPUBLISHED and not visit.may(Can.PACKAGE_MANAGE):
            continue
        lines = tuple(_lines(tree.items, known, visit, language))
        shown |= {line.page.identity for line in lines if line.page}
        if any(not line.heading for line in lines):
            found.append(Part(module.title, lines))
    rest = tuple(Line(page.title.read(language.value), page) for page in pages if page.identity not in shown)
    return [*found, Part(None, rest)] if rest else found


def beside(page: Page, pages: Sequence[Page], modules: Sequence[Module]) -> Beside:
    """Its neighbours among the pages that this person may read."""
    at = next((number for number, each in enumerate(pages) if each.pk == page.pk), 0)
    module = next((each for each in modules if page.identity in {item.page for item in each.tree.items}), None)
    inside = {item.page for item in module.tree.items} if module else set()
    earlier = tuple(each.identity for each in pages[:at] if each.identity in inside)
    before, after = pages[at - 1] if at else None, pages[at + 1] if at + 1 < len(pages) else None
    return Beside(module.title if module else None, before, after, at + 1, len(pages), earlier)


def _lines(items: Sequence[Item], known: dict[str, Page], visit: Visit, language: Language) -> Iterator[Line]:
    for item in items:
        title = item.title.read(language)
        if item.page:
            if page := known.get(item.page):
                yield Line(page.title.read(language.value) or title, page)
        elif _is_for(item, visit):
            yield Line(title, address=item.address, heading=item.kind == PageKind.SUBHEADING)


def _is_for(item: Item, visit: Visit) -> bool:
    """Lines without a page have no readers of their own: an indent means leaders, as it does for pages."""
    if item.state == State.UNPUBLISHED:
        return visit.may(Can.PACKAGE_MANAGE)
    return not item.indent or visit.may(Can.PACKAGE_LEADING)
