"""What a master brought that a place has not decided on: page by page, word by word, with what meets its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.competence.adaptation.changes import Change, Turn, changes
from sloyfe.cycle.competence.adaptation.conflicts import Clash, Conflict
from sloyfe.cycle.competence.adaptation.layers import Facet, Move, Retime
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Place
from sloyfe.cycle.competence.outlines.wordings import ANY, words
from sloyfe.cycle.competence.queries.adapting import Layout, key_of
from sloyfe.cycle.competence.queries.marks import pick_of, pick_of_conflict
from sloyfe.cycle.competence.queries.news_words import CLASHES, CODES, TURNS
from sloyfe.cycle.competence.queries.spots import in_brief, titled
from sloyfe.kit.differences import Strand, woven
from sloyfe.kit.refusal import Sentence

# So many pages with changes are shown at a time.
A_SCREEN = 5


@dataclass(frozen=True)
class Woven:
    """Old and new in one, in a language; without a code it is for all."""

    code: str
    strands: Sequence[Strand]

    @property
    def name(self) -> Sentence:
        """The language."""
        return CODES.get(self.code, "")


@dataclass(frozen=True)
class Piece:
    """A change as it is read; `pick` names it in a form, with a mark of what was seen."""

    turn: Turn
    pick: str
    texts: Sequence[Woven]
    binding: bool
    before: str
    after: str

    @property
    def said(self) -> Sentence:
        """What happened."""
        return TURNS[self.turn]


@dataclass(frozen=True)
class Group:
    """What changed on a page or in a module; a `whole` came or went altogether and is decided on as one."""

    key: UUID
    title: str
    is_module: bool
    whole: Turn | None
    pieces: Sequence[Piece]

    @property
    def binding(self) -> bool:
        """All of it holds already."""
        return all(piece.binding for piece in self.pieces)

    @property
    def pick(self) -> str:
        """All of it, in a form."""
        return " ".join(piece.pick for piece in self.pieces)


@dataclass(frozen=True)
class Meeting:
    """A conflict as it is read: both sides, and whether theirs can be had."""

    clash: Clash
    title: str
    brief: str
    pick: str
    texts: Sequence[Woven]
    ours: str
    theirs: str
    may_yield: bool

    @property
    def said(self) -> Sentence:
        """How the two sides meet."""
        return CLASHES[self.clash]


@dataclass(frozen=True)
class News:
    """All that waits, a screen of it at a time, and what was left before; `pick` is every open change, in a form."""

    groups: Sequence[Group]
    left: Sequence[Group]
    meetings: Sequence[Meeting]
    pick: str
    screen: int
    screens: int
    waiting: int


def news(layout: Layout, language: str, screen: int = 1) -> News:
    """What waits at a place, as far as this person may read it."""
    now = layout.now
    met = [each for each in now.conflicts if not layout.is_hidden(each.identity)]
    both = {(each.identity, facet) for each in met for facet in (each.facet, Facet.PRESENCE)}
    seen = [each for each in changes(now.layer, now.master) if not layout.is_hidden(each.identity)]
    fresh = [each for each in seen if not each.left and (each.identity, each.facet) not in both]
    waiting, left = _by_holder(fresh), _by_holder([each for each in seen if each.left])
    screens = max(1, -(-max(len(waiting), len(left), len(met)) // A_SCREEN))
    screen = min(max(screen, 1), screens)
    here = slice((screen - 1) * A_SCREEN, screen * A_SCREEN)
    return News(
        groups=[_group(layout, *each, language) for each in waiting[here]],
        left=[_group(layout, *each, language) for each in left[here]],
        meetings=[_meeting(layout, each, language) for each in met[here]],
        pick=" ".join(pick_of(each) for each in fresh),
        screen=screen,
        screens=screens,
        waiting=len(waiting),
    )


def _by_holder(found: Sequence[Change[str]]) -> list[tuple[Identity, list[Change[str]]]]:
    """Modules and pages with what changed there, as they are met in the package."""
    rows: dict[Identity, list[Change[str]]] = {}
    for each in found:
        rows.setdefault(_holder(each.new), []).append(each)
    return list(rows.items())


def _group(layout: Layout, holder: Identity, inside: Sequence[Change[str]], language: str) -> Group:
    own = next((each for each in inside if each.identity == holder and each.facet == Facet.PRESENCE), None)
    pieces = [_piece(layout, each, language) for each in inside]
    is_module = layout.now.master.elements[holder].kind == Kind.MODULE
    return Group(key_of(holder), titled(layout, language)(holder), is_module, own.turn if own else None, pieces)


def _holder(element: Element[str]) -> Identity:
    """A block is told of with its page."""
    parent = element.place.parent
    return parent if element.kind == Kind.BLOCK and parent is not None else element.identity


def _piece(layout: Layout, change: Change[str], language: str) -> Piece:
    texts: list[Woven] = []
    if change.turn in {Turn.ADDED, Turn.REMOVED, Turn.REWORDED}:
        texts = [Woven(code, strands) for code, strands in change.words(words).items()]
    before = after = ""
    if change.turn == Turn.MOVED and change.old is not None:
        before, after = _where(layout, change.old.place, language), _where(layout, change.new.place, language)
    if change.turn == Turn.RETIMED and change.old is not None:
        before, after = str(change.old.minutes or ""), str(change.new.minutes or "")
    return Piece(change.turn, pick_of(change), texts, change.binding, before, after)


def _where(layout: Layout, place: Place, language: str) -> str:
    """What it lies in, and what it stands after there."""
    name, master = titled(layout, language), layout.now.master
    row = [
        each for each in master.children.get(place.parent, []) if each in master.shown and not layout.is_hidden(each)
    ]
    before = [each for each in row if master.elements[each].place.key < place.key]
    holder = name(place.parent) if place.parent else ""
    if not before:
        return holder
    last = in_brief(master.elements[before[-1]], language) or name(before[-1])
    return f"{holder} › {last}" if holder else last


def _meeting(layout: Layout, conflict: Conflict, language: str) -> Meeting:
    now, identity = layout.now, conflict.identity
    element = now.shown.elements.get(identity) or now.master.elements[identity]
    edit = now.layer.edits.get((identity, conflict.facet))
    texts: list[Woven] = []
    ours = theirs = ""
    if conflict.clash == Clash.BOTH_REWORDED:
        texts = _both(element.wording, str(conflict.theirs))
    elif conflict.clash == Clash.BOTH_MOVED and isinstance(edit, Move) and isinstance(conflict.theirs, Place):
        ours, theirs = _where(layout, edit.place, language), _where(layout, conflict.theirs, language)
    elif conflict.clash == Clash.BOTH_RETIMED and isinstance(edit, Retime):
        ours, theirs = str(edit.minutes), "" if conflict.theirs is None else str(conflict.theirs)
    else:
        said = words(element.wording)
        texts = [Woven(code, woven(text, text)) for code, text in said.items()]
    may_yield = edit is not None or (identity in now.layer.own and conflict.clash != Clash.NEIGHBOUR_GONE)
    title = titled(layout, language)(identity)
    brief = in_brief(element, language)
    return Meeting(conflict.clash, title, brief, pick_of_conflict(conflict), texts, ours, theirs, may_yield)


def _both(ours: str, theirs: str) -> list[Woven]:
    """Our words and theirs woven, by language; words for all stand beside each language."""
    old, new = words(ours), words(theirs)
    codes = [code for code in dict.fromkeys([*old, *new]) if code != ANY] or [ANY]
    return [Woven(code, woven(old.get(code, old.get(ANY, "")), new.get(code, new.get(ANY, "")))) for code in codes]
