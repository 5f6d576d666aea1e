"""Trees and layers as plain JSON and back; wordings are strings here."""

from collections.abc import Hashable, Mapping
from typing import Any

from sloyfe.cycle.competence.adaptation.keys import Key
from sloyfe.cycle.competence.adaptation.layers import (
    Beside,
    Edit,
    Facet,
    Layer,
    Level,
    Move,
    Own,
    Require,
    Retime,
    Reword,
    Skip,
)
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.trees import Element, Kind, Place, Tree

Plain = Any
MARKS = ("required", "core", "fixed", "present")


def tree_to_plain(tree: Tree[str]) -> Plain:
    """A tree as JSON can hold it."""
    return {"fixed": tree.fixed, "elements": [_element(each) for each in tree.elements.values()]}


def tree_from_plain(plain: Plain) -> Tree[str]:
    """The tree again."""
    elements = (_to_element(each) for each in plain["elements"])
    return Tree({each.identity: each for each in elements}, plain["fixed"])


def layer_to_plain(layer: Layer[str]) -> Plain:
    """A layer as JSON can hold it; the edits keep their order."""
    return {
        "level": layer.level.value,
        "taken": tree_to_plain(layer.taken),
        "edits": [[identity, facet.value, _edit(edit)] for (identity, facet), edit in layer.edits.items()],
        "own": [[identity, _element(own.element), _beside(own.beside)] for identity, own in layer.own.items()],
        "left": [[identity, facet.value, _element(left)] for (identity, facet), left in layer.left.items()],
        "settled": [
            [clash, identity, facet.value, _value(theirs)] for (clash, identity, facet), theirs in layer.settled.items()
        ],
    }


def layer_from_plain(plain: Plain) -> Layer[str]:
    """The layer again."""
    return Layer(
        Level(plain["level"]),
        tree_from_plain(plain["taken"]),
        {(identity, Facet(facet)): _to_edit(edit) for identity, facet, edit in plain["edits"]},
        {identity: Own(_to_element(own), _to_beside(beside)) for identity, own, beside in plain["own"]},
        {(identity, Facet(facet)): _to_element(left) for identity, facet, left in plain["left"]},
        {(clash, identity, Facet(facet)): _to_value(theirs) for clash, identity, facet, theirs in plain["settled"]},
    )


def _element(element: Element[str]) -> Plain:
    marks = [mark for mark in MARKS if getattr(element, mark)]
    place = _place(element.place)
    return [element.identity, int(element.kind), place, element.wording, element.minutes, marks]


def _to_element(plain: Plain) -> Element[str]:
    identity, kind, place, wording, minutes, marks = plain
    return Element(identity, Kind(kind), _to_place(place), wording, minutes, **{mark: mark in marks for mark in MARKS})


def _place(place: Place) -> Plain:
    return [place.parent, [list(step) for step in place.key]]


def _to_place(plain: Plain) -> Place:
    parent, steps = plain
    key: Key = tuple((number, whose) for number, whose in steps)
    return Place(parent, key)


def _beside(beside: Beside | None) -> Plain:
    return None if beside is None else [beside.identity, _place(beside.place)]


def _to_beside(plain: Plain) -> Beside | None:
    return None if plain is None else Beside(plain[0], _to_place(plain[1]))


def _edit(edit: Edit[str]) -> Plain:
    match edit:
        case Move():
            return {
                "is": "move",
                "place": _place(edit.place),
                "over": _place(edit.over),
                "beside": _beside(edit.beside),
            }
        case Reword():
            return {"is": "reword", "wording": edit.wording, "over": edit.over}
        case Retime():
            return {"is": "retime", "minutes": edit.minutes, "over": edit.over}
        case Require():
            return {"is": "require"}
    return {"is": "skip"}


def _to_edit(plain: Mapping[str, Plain]) -> Edit[str]:
    match plain["is"]:
        case "move":
            return Move(_to_place(plain["place"]), _to_place(plain["over"]), _to_beside(plain["beside"]))
        case "reword":
            return Reword(plain["wording"], plain["over"])
        case "retime":
            return Retime(plain["minutes"], plain["over"])
        case "require":
            return Require()
    return Skip()


def _value(value: Hashable) -> Plain:
    """The other side of a conflict, whatever that was."""
    match value:
        case Element():
            return {"element": _element(value)}
        case Place():
            return {"place": _place(value)}
        case Refused():
            return {"refused": [value.reason.value, list(value.about)]}
        case tuple():
            return {"names": list(value)}
    return {"value": value}


def _to_value(plain: Mapping[str, Plain]) -> Hashable:
    [(kind, value)] = plain.items()
    match kind:
        case "element":
            return _to_element(value)
        case "place":
            return _to_place(value)
        case "refused":
            return Refused(Reason(value[0]), tuple(value[1]))
        case "names":
            return tuple(value)
    said: Hashable = value
    return said
