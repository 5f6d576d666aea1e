"""What levels decided survives being written down."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.cycle.competence.adaptation.codec import (
    layer_from_plain,
    layer_to_plain,
    tree_from_plain,
    tree_to_plain,
)
from sloyfe.cycle.competence.adaptation.conflicts import conflicts
from sloyfe.cycle.competence.adaptation.deciding import first_layer, settle
from sloyfe.cycle.competence.adaptation.layers import Level
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.tests.any_level import EDITS, AnyLevel
from sloyfe.cycle.competence.adaptation.tests.any_package import CHANGES, AnyPackage

PICK, TO = st.integers(0, 8), st.integers(0, 99)
CHANGED = st.lists(st.tuples(st.sampled_from(CHANGES), PICK, TO), max_size=6)
EDITED = st.lists(st.tuples(st.sampled_from(EDITS), PICK, TO), max_size=8)
DECIDED = st.lists(st.tuples(st.sampled_from(["take", "leave", "settle"]), TO), max_size=6)


def again(plain):
    return json.loads(json.dumps(plain))


def adapted(edited, changed, decided, *, fixed):
    package = AnyPackage()
    tree = package.release()
    level = AnyLevel(first_layer(Level.OWNER, tree), tree)
    for step in edited:
        level.edit(*step)
    for step in changed:
        package.change(*step)
    package.fixed = fixed
    level.master = package.release()
    for how, pick in decided:
        level.decide(how, pick)
    for conflict in conflicts(level.layer, level.master):
        level.layer = settle(level.layer, conflict)
    return level


@settings(deadline=None)
@given(EDITED, CHANGED, DECIDED, st.booleans())
def test_trees_and_layers_are_the_same_when_they_have_been_written_down(edited, changed, decided, fixed):
    level = adapted(edited, changed, decided, fixed=fixed)

    assert tree_from_plain(again(tree_to_plain(level.outcome))) == level.outcome
    kept = layer_from_plain(again(layer_to_plain(level.layer)))
    assert kept == level.layer
    assert list(kept.edits) == list(level.layer.edits)
    assert conflicts(kept, level.master) == conflicts(level.layer, level.master)


def test_every_other_side_of_a_conflict_is_met_among_these():
    """So that the test above is about all of them: a removal, a place, words, minutes, names, and a refusal."""
    edits = [
        [(what, pick, to)] for what in ("reword", "move", "skip", "retime", "add") for pick in (0, 2) for to in (3, 9)
    ]
    changed = [
        [(what, pick, to)]
        for what in ("remove", "move", "core", "reword", "retime")
        for pick in (0, 2)
        for to in (2, 12)
    ]
    met = {
        type(theirs)
        for edit in edits
        for change in changed
        for fixed in (True, False)
        for theirs in adapted(edit, change, [], fixed=fixed).layer.settled.values()
    }

    assert {kind.__name__ for kind in met} >= {"Element", "Place", "tuple", "Refused"}
    assert Refused(Reason.CORE_COMPONENT, ("b1",)) == Refused(Reason("core_component"), ("b1",))
