"""A new version of a package comes to those who have made the old one their own."""

import pytest

from sloyfe.cycle.competence.adaptation.changes import Turn, changes, open_changes
from sloyfe.cycle.competence.adaptation.deciding import (
    first_layer,
    leave,
    leave_each,
    take,
    take_all,
    take_each,
)
from sloyfe.cycle.competence.adaptation.editing import add, require, reword, skip
from sloyfe.cycle.competence.adaptation.layers import Level
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.tests.packages import FIRST, done, read, version
from sloyfe.cycle.competence.adaptation.trees import Kind
from sloyfe.kit.differences import Fate, Strand


@pytest.fixture
def first():
    return version(None, FIRST)


@pytest.fixture
def owner(first):
    return first_layer(Level.OWNER, first)


def told(layer, master):
    return [(change.turn, change.identity) for change in open_changes(layer, master)]


def change(layer, master, turn, identity):
    [found] = [each for each in changes(layer, master) if (each.turn, each.identity) == (turn, identity)]
    return found


def decided(how, layer, master, turn, identity):
    return done(how(layer, master, change(layer, master, turn, identity)))


def test_a_new_version_tells_what_changed_and_changes_nothing_by_itself(owner, first):
    second = version(first, "m1 p1 b2 b1 p2 b4 b5", wording={"b4": "Ny tekst"}, minutes={"p2": 30})

    assert told(owner, second) == [
        (Turn.MOVED, "b2"),
        (Turn.REMOVED, "b3"),
        (Turn.RETIMED, "p2"),
        (Turn.REWORDED, "b4"),
        (Turn.ADDED, "b5"),
    ]
    shown = outcome(owner, second)
    assert read(shown) == FIRST
    assert {each: shown.elements[each] for each in first.elements} == first.elements
    assert read(outcome(take_all(owner, second), second)) == "m1 p1 b2 b1 p2 b4 b5"


def test_one_change_is_taken_and_another_left(owner, first):
    second = version(first, "m1 p1 b1 b2 p2 b4 b5")
    owner = decided(take, owner, second, Turn.ADDED, "b5")
    owner = decided(leave, owner, second, Turn.REMOVED, "b3")

    assert told(owner, second) == []
    assert read(outcome(owner, second)) == "m1 p1 b1 b2 b3 p2 b4 b5"


def test_what_was_left_is_not_told_again_until_it_changes_again(owner, first):
    second = version(first, FIRST, wording={"b1": "Andre utgave"})
    owner = decided(leave, owner, second, Turn.REWORDED, "b1")
    third = version(second, FIRST + " b5", wording={"b1": "Andre utgave"})
    fourth = version(third, FIRST + " b5", wording={"b1": "Fjerde utgave"})

    assert told(owner, third) == [(Turn.ADDED, "b5")]
    assert told(owner, fourth) == [(Turn.REWORDED, "b1"), (Turn.ADDED, "b5")]
    assert outcome(owner, fourth).elements["b1"].wording == "Tekst i b1"


def test_what_was_left_can_be_taken_later(owner, first):
    second = version(first, "m1 p1 b1 b2 p2 b4")
    owner = decided(leave, owner, second, Turn.REMOVED, "b3")

    assert change(owner, second, Turn.REMOVED, "b3").left
    assert read(outcome(decided(take, owner, second, Turn.REMOVED, "b3"), second)) == "m1 p1 b1 b2 p2 b4"


def test_several_taken_or_left_at_once_end_where_one_after_the_other_does(owner, first):
    owner = done(reword(owner, first, "b2", "Våre ord"))
    second = version(first, "m1 p1 b2 b1 p2 b4 p3 b5", wording={"b4": "Ny tekst", "b2": "Andre ord"})
    found = changes(owner, second)
    for one, several in ((take, take_each), (leave, leave_each)):
        each = owner
        for found_one in found:
            each = done(one(each, second, found_one))
        assert done(several(owner, second, found)) == each


def test_a_block_brings_the_new_page_it_lies_on(owner, first):
    second = version(first, FIRST + " p3 b5 b6")
    owner = decided(take, owner, second, Turn.ADDED, "b5")

    assert read(outcome(owner, second)) == FIRST + " p3 b5"
    assert told(owner, second) == [(Turn.ADDED, "b6")]


def test_what_is_left_on_a_page_that_goes_stays_under_its_title(owner, first):
    second = version(first, "m1 p2 b4")
    for identity in ("p1", "b1", "b2"):
        owner = decided(take, owner, second, Turn.REMOVED, identity)
    owner = decided(leave, owner, second, Turn.REMOVED, "b3")

    assert read(outcome(owner, second)) == "m1 (p1) b3 p2 b4"


def test_taking_twice_is_taking_once_and_what_became_another_change_is_looked_at_again(owner, first):
    second = version(first, FIRST, wording={"b1": "Andre utgave"})
    third = version(second, FIRST, wording={"b1": "Tredje utgave"})
    seen = change(owner, second, Turn.REWORDED, "b1")
    once = done(take(owner, second, seen))

    assert take(once, second, seen) == once
    assert take(owner, third, seen) == Refused(Reason.CHANGED_SINCE, ("b1",))
    assert leave(owner, third, seen) == Refused(Reason.CHANGED_SINCE, ("b1",))


def test_a_unit_gets_the_owners_decisions_as_its_new_version(owner, first):
    owners = outcome(owner, first)
    unit = done(reword(first_layer(Level.UNIT, owners), owners, "b1", "Våre ord"))
    owner = done(skip(done(reword(owner, first, "b1", "Eiers ord")), first, "p2"))
    owner = done(add(owner, first, "own:1", Kind.BLOCK, wording="Felles oppgave", parent="p1", after="b3"))
    owners = outcome(owner, first)

    assert told(unit, owners) == [
        (Turn.REWORDED, "b1"), (Turn.ADDED, "own:1"), (Turn.REMOVED, "p2"), (Turn.REMOVED, "b4"),
    ]  # fmt: skip
    unit = take_all(unit, owners)
    assert read(outcome(unit, owners)) == "m1 p1 b1 b2 b3 own:1"
    assert outcome(unit, owners).elements["b1"].wording == "Våre ord"


def test_a_new_common_requirement_holds_at_once_and_cannot_be_left(owner, first):
    owners = outcome(owner, first)
    unit = first_layer(Level.UNIT, owners)
    owner = done(add(owner, first, "own:1", Kind.BLOCK, wording="Felles krav", parent="p1", after="b3"))
    owners = outcome(done(require(owner, first, "own:1")), first)
    found = change(unit, owners, Turn.ADDED, "own:1")

    assert found.binding
    assert read(outcome(unit, owners)) == "m1 p1 b1 b2 b3 own:1 p2 b4"
    assert leave(unit, owners, found) == Refused(Reason.HOLDS_ALREADY, ("own:1",))
    assert told(done(take(unit, owners, found)), owners) == []


def test_what_became_core_reads_as_the_master_has_it_and_our_words_wait(owner, first):
    owner = done(reword(owner, first, "b1", "Våre ord"))
    second = version(first, FIRST, core={"b1": True})
    third = version(second, FIRST)

    assert outcome(owner, second).elements["b1"].wording == "Tekst i b1"
    assert outcome(owner, third).elements["b1"].wording == "Våre ord"


def test_a_change_of_words_is_woven_word_by_word_in_both_languages():
    first = version(None, FIRST, wording={"b1": ("Vi møtes to ganger.", "Vi møtest to gonger.")})
    second = version(first, FIRST, wording={"b1": ("Vi møtes tre ganger.", "Vi møtest tre gonger.")})
    found = change(first_layer(Level.OWNER, first), second, Turn.REWORDED, "b1")

    assert found.words(lambda text: dict(zip(("nb", "nn"), text, strict=True))) == {
        language: [
            Strand(f"Vi {meet} ", Fate.SAME), Strand("to", Fate.GONE), Strand(three, Fate.NEW), Strand(rest, Fate.SAME),
        ]
        for language, meet, three, rest in [("nb", "møtes", "tre", " ganger."), ("nn", "møtest", "tre", " gonger.")]
    }  # fmt: skip


def test_what_is_added_is_all_new_and_what_is_removed_all_gone(owner, first):
    second = version(first, "m1 p1 b1 b2 b3 b5 p2 b4")
    added = change(owner, second, Turn.ADDED, "b5")
    removed = change(first_layer(Level.OWNER, second), version(second, FIRST), Turn.REMOVED, "b5")

    assert added.words(lambda text: {"nb": text}) == {"nb": [Strand("Tekst i b5", Fate.NEW)]}
    assert removed.words(lambda text: {"nb": text}) == {"nb": [Strand("Tekst i b5", Fate.GONE)]}
