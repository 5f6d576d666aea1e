"""The tree of a version, from its modules and pages and the tree of the version before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sloyfe.cycle.competence.adaptation.naming import Nameless, named
from sloyfe.cycle.competence.adaptation.releasing import Listed, release
from sloyfe.cycle.competence.adaptation.trees import Identity, Kind, Tree
from sloyfe.cycle.competence.markup.packages import Item, ModuleTree, PageTree, State
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.outlines.pairing import paired
from sloyfe.cycle.competence.outlines.wordings import LEADERS, MANAGERS, Line, line_in, of_blocks, of_line, text

# The module of those pages that no module shows.
REST = "m:"


@dataclass(frozen=True)
class Given:
    """A page of the version with its key; `fixed` when its own licence lets nobody build upon it."""

    key: str
    tree: PageTree

    @property
    def fixed(self) -> bool:
        """Nobody may build upon it."""
        return self.tree.licence.forbids_changes


@dataclass
class Outline:
    """The tree, and which page of the version each element of it is."""

    tree: Tree[str]
    pages: Mapping[Identity, str]


@dataclass
class Listing:
    """A version on its way to a list of elements; identities of the version before are found again."""

    before: Tree[str] | None
    listed: list[Listed[str]] = field(default_factory=list)
    taken: set[Identity] = field(default_factory=set)

    def put(
        self, identity: Identity, kind: Kind, parent: Identity | None, wording: str, *, fixed: bool = False
    ) -> None:
        """One more element."""
        self.taken.add(identity)
        self.listed.append(Listed(identity, kind, parent, wording, fixed=fixed))

    def name(self, wished: Identity, kind: Kind, wording: str, still: Callable[[Identity], bool]) -> Identity:
        """The wished one; if that is new, one that said the same before and is not `still` used by something else."""
        known = self.before.elements if self.before else {}
        if wished not in known:
            twins = (
                each.identity
                for each in known.values()
                if each.kind == kind and each.present and each.wording == wording and not still(each.identity)
            )
            wished = next((each for each in twins if each not in self.taken), wished)
        number, free = 1, wished
        while free in self.taken or (free in known and known[free].kind != kind):
            number += 1
            free = f"{wished}~{number}"
        return free


def outline(
    modules: Sequence[ModuleTree],
    pages: Sequence[Given],
    before: Tree[str] | None,
    *,
    fixed: bool,
    core: frozenset[Identity] = frozenset(),
) -> Outline:
    """The version as a tree; what has another identity than before and says the same in its title is the same."""
    listing = Listing(before)
    names = _page_names(listing, pages)
    known = {each.tree.identity: each for each in pages}
    lying: dict[str, Identity] = {}
    stays = {f"m:{module.identity}" for module in modules}
    for module in modules:
        wording = of_line(Line(titles(module.title)))
        name = listing.name(f"m:{module.identity or wording[:80]}", Kind.MODULE, wording, stays.__contains__)
        listing.put(name, Kind.MODULE, None, wording)
        _items(listing, module, name, known=known, names=names, lying=lying)
    rest = [each for each in pages if each.tree.identity not in lying]
    if rest:
        listing.put(REST, Kind.MODULE, None, of_line(Line({})))
        for each in rest:
            _page(listing, each, REST, names)
    _blocks(listing, pages, names)
    marked = [_with_core(line, core) for line in listing.listed]
    tree = release(before, marked, fixed=fixed)
    return Outline(tree, {names[each.tree.identity]: each.key for each in pages})


def titles(title: Title) -> dict[str, str]:
    """A title by language; what is in no language stands under bokmål."""
    said = {language.value: words for language, words in title.entries.items() if language != Language.ANY and words}
    if shared := title.entries.get(Language.ANY):
        said.setdefault("nb", shared)
    return said


def _page_names(listing: Listing, pages: Sequence[Given]) -> dict[str, Identity]:
    """A page's name: its own identity; if that is new, that of a page with the same title that is here no more."""
    stays = {f"p:{each.tree.identity}" for each in pages}
    found: dict[str, Identity] = {}
    for each in pages:
        wording = _page_line(each)
        found[each.tree.identity] = listing.name(f"p:{each.tree.identity}", Kind.PAGE, wording, stays.__contains__)
        listing.taken.add(found[each.tree.identity])
    return found


def _page_line(page: Given) -> str:
    return of_line(Line(titles(page.tree.title)))


def _items(
    listing: Listing,
    module: ModuleTree,
    name: Identity,
    *,
    known: Mapping[str, Given],
    names: Mapping[str, Identity],
    lying: dict[str, Identity],
) -> None:
    stays = {f"i:{item.identity}" for item in module.items}
    for item in module.items:
        page = known.get(item.page)
        if page is not None and item.page not in lying:
            lying[item.page] = name
            _page(listing, page, name, names)
        elif page is not None or not item.page:
            wording = of_line(_line(item, names))
            wished = f"i:{item.identity or f'{name}/{wording[:80]}'}"
            listing.put(listing.name(wished, Kind.PAGE, wording, stays.__contains__), Kind.PAGE, name, wording)


def _line(item: Item, names: Mapping[str, Identity]) -> Line:
    """An indent means leaders, as it does for pages."""
    readers = MANAGERS if item.state == State.UNPUBLISHED else LEADERS if item.indent else ""
    return Line(titles(item.title), item.kind.value, item.address, names.get(item.page, ""), readers)


def _page(listing: Listing, page: Given, parent: Identity, names: Mapping[str, Identity]) -> None:
    name = names[page.tree.identity]
    listing.put(name, Kind.PAGE, parent, _page_line(page), fixed=page.fixed)


def _blocks(listing: Listing, pages: Sequence[Given], names: Mapping[str, Identity]) -> None:
    shown = [
        (page, Nameless(names[page.tree.identity], of_blocks(blocks)))
        for page in pages
        for blocks in paired(page.tree.blocks)
    ]
    found = named(listing.before, [block for _page, block in shown], text, listing.taken)
    for name, (page, block) in zip(found, shown, strict=True):
        listing.put(name, Kind.BLOCK, block.page, block.wording, fixed=page.fixed)


def _with_core(line: Listed[str], core: frozenset[Identity]) -> Listed[str]:
    return Listed(line.identity, line.kind, line.parent, line.wording, fixed=line.fixed, core=line.identity in core)


def is_line(wording: str) -> bool:
    """Not a page of its own: a heading, an address, or a way to another page."""
    line = line_in(wording)
    return bool(line.kind or line.address or line.page)
