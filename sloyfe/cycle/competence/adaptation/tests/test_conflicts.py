"""Where a new version meets what somebody made their own: it is told, and nothing of theirs goes."""

import pytest

from sloyfe.cycle.competence.adaptation.changes import changes
from sloyfe.cycle.competence.adaptation.conflicts import Clash, conflicts, open_conflicts
from sloyfe.cycle.competence.adaptation.deciding import first_layer, leave, settle, take_all
from sloyfe.cycle.competence.adaptation.editing import add, drop, move, require, retime, reword, skip
from sloyfe.cycle.competence.adaptation.layers import Facet, Level
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.tests.packages import FIRST, done, read, version
from sloyfe.cycle.competence.adaptation.trees import Kind


@pytest.fixture
def first():
    return version(None, FIRST)


@pytest.fixture
def owner(first):
    return first_layer(Level.OWNER, first)


def told(layer, master):
    return [(conflict.clash, conflict.identity) for conflict in open_conflicts(layer, master)]


def own_block(layer, master, parent="p1", after="b1"):
    return done(add(layer, master, "own:1", Kind.BLOCK, wording="Vår oppgave", parent=parent, after=after))


def test_reworded_by_both(owner, first):
    owner = done(reword(owner, first, "b1", "Våre ord"))
    second = version(first, FIRST, wording={"b1": "Nye ord"})

    assert told(owner, first) == []
    assert told(owner, second) == [(Clash.BOTH_REWORDED, "b1")]
    owner = take_all(owner, second)
    assert told(owner, second) == [(Clash.BOTH_REWORDED, "b1")]
    assert outcome(owner, second).elements["b1"].wording == "Våre ord"
    assert outcome(drop(owner, "b1", Facet.WORDING), second).elements["b1"].wording == "Nye ord"


def test_reworded_to_the_same_by_both_is_no_conflict(owner, first):
    owner = done(reword(owner, first, "b1", "Nye ord"))

    assert told(owner, version(first, FIRST, wording={"b1": "Nye ord"})) == []


def test_what_is_settled_is_open_again_when_the_master_changes_again(owner, first):
    owner = done(reword(owner, first, "b1", "Våre ord"))
    second = version(first, FIRST, wording={"b1": "Nye ord"})
    third = version(second, FIRST, wording={"b1": "Enda nyere ord"})
    owner = settle(owner, conflicts(owner, second)[0])

    assert told(owner, second) == []
    assert told(owner, third) == [(Clash.BOTH_REWORDED, "b1")]


def test_leaving_a_change_settles_what_it_met(owner, first):
    owner = done(reword(owner, first, "b1", "Våre ord"))
    second = version(first, FIRST, wording={"b1": "Nye ord"})
    owner = done(leave(owner, second, changes(owner, second)[0]))

    assert told(owner, second) == []


def test_moved_by_both(owner, first):
    owner = done(move(owner, first, "b1", "p2", "b4"))
    second = version(first, "m1 p1 b2 b3 b1 p2 b4")

    assert told(owner, second) == [(Clash.BOTH_MOVED, "b1")]
    assert read(outcome(take_all(owner, second), second)) == "m1 p1 b2 b3 p2 b4 b1"


def test_minutes_set_by_both(owner, first):
    owner = done(retime(owner, first, "p1", 45))

    assert told(owner, version(first, FIRST, minutes={"p1": 60})) == [(Clash.BOTH_RETIMED, "p1")]


def test_our_words_on_what_the_master_removed_stay(owner, first):
    owner = done(reword(owner, first, "b1", "Våre ord"))
    second = version(first, "m1 p1 b2 b3 p2 b4")

    assert told(owner, second) == [(Clash.REMOVED_UNDER, "b1")]
    assert read(outcome(take_all(owner, second), second)) == FIRST
    assert read(outcome(drop(take_all(owner, second), "b1", Facet.WORDING), second)) == "m1 p1 b2 b3 p2 b4"


def test_what_the_owner_requires_stays_when_the_master_removes_it(owner, first):
    owner = done(require(owner, first, "b1"))
    second = version(first, "m1 p1 b2 b3 p2 b4")

    assert told(owner, second) == [(Clash.REMOVED_UNDER, "b1")]
    assert read(outcome(take_all(owner, second), second)) == FIRST


def test_what_we_added_on_a_page_that_goes_stays_there_under_its_title(owner, first):
    owner = own_block(owner, first)
    second = version(first, "m1 p2 b4")

    assert told(owner, second) == [(Clash.HOLDER_REMOVED, "own:1"), (Clash.NEIGHBOUR_GONE, "own:1")]
    assert read(outcome(take_all(owner, second), second)) == "m1 (p1) own:1 p2 b4"


def test_what_we_added_after_something_that_goes_stays_where_it_was(owner, first):
    owner = own_block(owner, first, after="b2")
    second = version(first, "m1 p1 b1 b3 p2 b2 b4")

    assert told(owner, second) == [(Clash.NEIGHBOUR_GONE, "own:1")]
    assert read(outcome(take_all(owner, second), second)) == "m1 p1 b1 own:1 b3 p2 b2 b4"


def test_what_a_unit_added_on_a_page_that_the_owner_skips_stays_there(owner, first):
    owners = outcome(owner, first)
    unit = own_block(first_layer(Level.UNIT, owners), owners)
    owners = outcome(done(skip(owner, first, "p1")), first)

    assert told(unit, owners) == [(Clash.HOLDER_REMOVED, "own:1"), (Clash.NEIGHBOUR_GONE, "own:1")]
    assert read(outcome(take_all(unit, owners), owners)) == "m1 (p1) own:1 p2 b4"


def test_what_we_skipped_and_must_keep_is_told(owner, first):
    owner = done(skip(owner, first, "p1"))
    second = version(first, FIRST, required={"b2": True})

    assert told(owner, second) == [(Clash.SKIPPED_BUT_KEPT, "p1")]
    assert read(outcome(owner, second)) == "m1 (p1) b2 p2 b4"


def test_what_a_new_licence_no_longer_permits_is_told_and_stays(owner, first):
    owner = own_block(done(reword(owner, first, "b1", "Våre ord")), first)
    owner = done(retime(owner, first, "p1", 45))
    owner = done(move(owner, first, "b4", "p1", None))
    owner = done(add(owner, first, "own:2", Kind.MODULE, wording="Vår modul", parent=None, after="m1"))
    second = version(first, FIRST, fixed=True)

    assert told(owner, second) == [
        (Clash.NO_LONGER_PERMITTED, identity) for identity in ("b1", "p1", "b4", "own:1", "own:2")
    ]
    assert read(outcome(take_all(owner, second), second)) == "m1 p1 b4 b1 own:1 b2 b3 p2 own:2"
