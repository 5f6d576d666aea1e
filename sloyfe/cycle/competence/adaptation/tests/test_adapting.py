"""An owner and a unit make a package their own."""

import pytest

from sloyfe.cycle.competence.adaptation.conflicts import Clash, conflicts
from sloyfe.cycle.competence.adaptation.deciding import first_layer
from sloyfe.cycle.competence.adaptation.editing import add, drop, move, require, retime, reword, skip
from sloyfe.cycle.competence.adaptation.layers import Facet, Level
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.tests.packages import FIRST, done, read, version
from sloyfe.cycle.competence.adaptation.trees import Kind


@pytest.fixture
def master():
    return version(None, FIRST)


@pytest.fixture
def owner(master):
    return first_layer(Level.OWNER, master)


def own_block(layer, master, identity="own:1", **where):
    where = {"parent": "p1", "after": "b1", **where}
    return add(layer, master, identity, Kind.BLOCK, wording="Vår egen oppgave", **where)


def test_the_package_reads_as_it_is_before_anybody_does_anything(owner, master):
    assert read(outcome(owner, master)) == FIRST


def test_what_is_skipped_goes_with_all_that_is_in_it(owner, master):
    assert read(outcome(done(skip(owner, master, "p1")), master)) == "m1 p2 b4"


def test_what_was_skipped_comes_back_with_what_was_added_in_it(owner, master):
    owner = done(skip(done(own_block(owner, master)), master, "p1"))

    assert read(outcome(owner, master)) == "m1 p2 b4"
    assert read(outcome(drop(owner, "p1", Facet.PRESENCE), master)) == "m1 p1 b1 own:1 b2 b3 p2 b4"


@pytest.mark.parametrize(
    ("identity", "where", "row"),
    [
        ("b3", ("p1", None), "m1 p1 b3 b1 b2 p2 b4"),
        ("b1", ("p1", "b2"), "m1 p1 b2 b1 b3 p2 b4"),
        ("b1", ("p2", "b4"), "m1 p1 b2 b3 p2 b4 b1"),
        ("p2", ("m1", None), "m1 p2 b4 p1 b1 b2 b3"),
    ],
)
def test_what_is_moved_stands_after_what_it_was_put_after(owner, master, identity, where, row):
    assert read(outcome(done(move(owner, master, identity, *where)), master)) == row


def test_own_blocks_stand_where_they_were_put_last_one_nearest(owner, master):
    owner = done(own_block(done(own_block(owner, master)), master, "own:2"))

    assert read(outcome(owner, master)) == "m1 p1 b1 own:2 own:1 b2 b3 p2 b4"


def test_a_unit_adapts_what_came_of_the_owners_adaptation(owner, master):
    owner = done(skip(done(own_block(owner, master)), master, "b3"))
    owners = outcome(owner, master)
    unit = first_layer(Level.UNIT, owners)
    unit = done(reword(unit, owners, "own:1", "Slik gjør vi det i Elvebakken"))
    unit = done(move(unit, owners, "b2", "p2", None))
    units = outcome(unit, owners)

    assert read(units) == "m1 p1 b1 own:1 p2 b2 b4"
    assert units.elements["own:1"].wording == "Slik gjør vi det i Elvebakken"
    assert read(outcome(owner, master)) == "m1 p1 b1 own:1 b2 p2 b4"


def test_a_unit_can_drop_no_common_requirement_nor_what_it_is_in(owner, master):
    owners = outcome(done(require(owner, master, "p1")), master)
    unit = first_layer(Level.UNIT, owners)

    assert skip(unit, owners, "p1") == Refused(Reason.COMMON_REQUIREMENT, ("b1", "b2", "b3", "p1"))
    assert skip(unit, owners, "b2") == Refused(Reason.COMMON_REQUIREMENT, ("b2",))
    assert skip(unit, owners, "m1") == Refused(Reason.COMMON_REQUIREMENT, ("b1", "b2", "b3", "p1"))
    assert read(outcome(done(skip(unit, owners, "p2")), owners)) == "m1 p1 b1 b2 b3"


def test_a_requirement_holds_for_a_unit_that_skipped_before_it_came(owner, master):
    owners = outcome(owner, master)
    unit = done(skip(first_layer(Level.UNIT, owners), owners, "p1"))
    owners = outcome(done(require(owner, master, "b2")), master)

    assert read(outcome(unit, owners)) == "m1 (p1) b2 p2 b4"


def test_skipping_a_page_that_is_then_required_hides_nothing_of_it(owner, master):
    owners = outcome(owner, master)
    unit = done(skip(done(own_block(first_layer(Level.UNIT, owners), owners)), owners, "p1"))
    owners = outcome(done(require(owner, master, "p1")), master)

    assert read(outcome(unit, owners)) == "m1 p1 b1 own:1 b2 b3 p2 b4"


def test_only_the_owner_sets_common_requirements(owner, master):
    unit = first_layer(Level.UNIT, outcome(owner, master))

    assert require(unit, master, "p1") == Refused(Reason.OWNERS_ONLY, ("p1",))


def test_a_core_component_is_neither_dropped_nor_reworded_but_may_be_moved(owner):
    master = version(None, FIRST, core={"p1": True})

    assert skip(owner, master, "b2") == Refused(Reason.CORE_COMPONENT, ("b2",))
    assert reword(owner, master, "b2", "Noe annet") == Refused(Reason.CORE_COMPONENT, ("b2",))
    assert read(outcome(done(move(owner, master, "p1", "m1", "p2")), master)) == "m1 p2 b4 p1 b1 b2 b3"


def test_a_package_without_derivatives_permits_order_and_choice_only():
    master = version(None, FIRST, fixed=True)
    owner = first_layer(Level.OWNER, master)

    for refused, about in [
        (reword(owner, master, "b1", "Noe annet"), ("b1",)),
        (retime(owner, master, "b1", 10), ("b1",)),
        (own_block(owner, master), ("p1",)),
        (add(owner, master, "own:m", Kind.MODULE, wording="Vår", parent=None, after="m1"), ()),
        (move(owner, master, "b1", "p2", None), ("b1", "p1", "p2")),
    ]:
        assert refused == Refused(Reason.ORDER_AND_CHOICE_ONLY, about)
    owner = done(skip(done(move(owner, master, "b1", "p1", "b3")), master, "p2"))
    assert read(outcome(done(require(owner, master, "b2")), master)) == "m1 p1 b2 b3 b1"


def test_minutes_are_our_own(owner, master):
    owner = done(retime(owner, master, "p1", 45))

    assert outcome(owner, master).elements["p1"].minutes == 45
    assert retime(owner, master, "p1", 0) == Refused(Reason.NO_MINUTES, ("p1",))


@pytest.mark.parametrize(
    ("identity", "where", "reason"),
    [
        ("b1", ("m1", None), Reason.WRONG_PLACE),
        ("b1", ("b2", None), Reason.WRONG_PLACE),
        ("b1", (None, None), Reason.WRONG_PLACE),
        ("p1", ("p2", None), Reason.WRONG_PLACE),
        ("b1", ("p2", "b2"), Reason.NOT_THERE),
        ("b1", ("p1", "b1"), Reason.NOT_THERE),
        ("b1", ("p9", None), Reason.NOT_THERE),
        ("b9", ("p1", None), Reason.NOT_THERE),
    ],
)
def test_nothing_is_put_where_it_cannot_lie(owner, master, identity, where, reason):
    assert move(owner, master, identity, *where).reason == reason


def test_what_is_not_shown_is_not_edited(owner, master):
    owner = done(skip(owner, master, "p1"))

    for refused in [
        skip(owner, master, "b1"),
        reword(owner, master, "b1", "Noe"),
        retime(owner, master, "b1", 5),
        require(owner, master, "b1"),
        own_block(owner, master),
    ]:
        assert refused.reason == Reason.NOT_THERE


@pytest.mark.parametrize("identity", ["b7", "b1", "own:1"])
def test_what_is_added_has_a_name_that_nobody_else_can_have(owner, master, identity):
    assert own_block(done(own_block(owner, master)), master, identity).reason == Reason.NAME_IN_USE


def test_our_first_words_come_back_when_we_drop_our_later_ones(owner, master):
    owner = done(reword(done(own_block(owner, master)), master, "own:1", "Bedre sagt"))

    assert outcome(owner, master).elements["own:1"].wording == "Bedre sagt"
    assert outcome(drop(owner, "own:1", Facet.WORDING), master).elements["own:1"].wording == "Vår egen oppgave"


def test_words_written_over_words_of_ours_still_know_what_the_first_were_written_over(owner, master):
    owner = done(reword(done(reword(owner, master, "b1", "Våre ord")), master, "b1", "Bedre ord"))
    second = version(master, FIRST, wording={"b1": "Ny tekst"})

    assert owner.edits["b1", Facet.WORDING].over == "Tekst i b1"
    assert [each.clash for each in conflicts(owner, second)] == [Clash.BOTH_REWORDED]
    assert conflicts(owner, master) == []
    assert outcome(drop(owner, "b1", Facet.WORDING), master).elements["b1"].wording == "Tekst i b1"
