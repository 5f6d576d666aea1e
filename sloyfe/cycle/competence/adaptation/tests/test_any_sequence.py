"""Any sequence of changes by master, owner and unit: local content is kept, conflicts are told, and all converges."""

from dataclasses import replace
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sloyfe.cycle.competence.adaptation.changes import changes, open_changes, value
from sloyfe.cycle.competence.adaptation.conflicts import Clash, conflicts, open_conflicts
from sloyfe.cycle.competence.adaptation.deciding import first_layer, take
from sloyfe.cycle.competence.adaptation.layers import Layer, Level, Skip
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.tests.any_level import EDITS, AnyLevel
from sloyfe.cycle.competence.adaptation.tests.any_package import CHANGES, AnyPackage
from sloyfe.cycle.competence.adaptation.tests.expecting import expected, required
from sloyfe.cycle.competence.adaptation.tests.packages import done
from sloyfe.cycle.competence.adaptation.trees import Tree

# Few numbers, so that master and levels often mean the same element.
PICK = st.integers(0, 8)
TO = st.integers(0, 99)
STEPS = st.lists(st.tuples(st.sampled_from(EDITS), PICK, TO), min_size=2, max_size=5)


def taken_one_by_one(layer: Layer[str], master: Tree[str], seed: int) -> Layer[str]:
    while found := changes(layer, master):
        layer = done(take(layer, master, Random(seed).choice(found)))
    return layer


def afresh(layer: Layer[str], master: Tree[str]) -> Tree[str]:
    """The same edits on the newest version, as if nothing had been before."""
    return outcome(Layer(layer.level, master, layer.edits, layer.own), master)


class AnySequence(RuleBasedStateMachine):
    @initialize(fixed=st.integers(0, 9).map(lambda number: number > 7), owners=STEPS, units=STEPS)
    def begins(self, fixed, owners, units):
        self.package = AnyPackage(fixed)
        tree = self.package.release()
        self.versions = [tree]
        self.owner = AnyLevel(first_layer(Level.OWNER, tree), tree)
        self.unit = AnyLevel(first_layer(Level.UNIT, self.owner.outcome), self.owner.outcome)
        self.the_owner_edits(owners)
        self.the_unit_edits(units)

    @rule(steps=st.lists(st.tuples(st.sampled_from(CHANGES), PICK, TO), min_size=2, max_size=5))
    def a_new_version_comes(self, steps):
        for what, pick, to in steps:
            among = self.owner.touched | self.unit.touched if pick % 2 else ()
            self.package.change(what, pick, to, among)
        self.versions.append(self.package.release())
        self.changes_nothing_by_itself(self.owner, self.versions[-1])
        self.changes_nothing_by_itself(self.unit, self.owner.outcome)

    @rule(steps=STEPS)
    def the_owner_edits(self, steps):
        for step in steps:
            self.owner.edit(*step)
        self.changes_nothing_by_itself(self.unit, self.owner.outcome)

    @rule(steps=STEPS)
    def the_unit_edits(self, steps):
        for step in steps:
            self.unit.edit(*step)

    @rule(how=st.sampled_from(["take", "take", "leave", "settle"]), pick=TO)
    def the_owner_decides(self, how, pick):
        self.owner.decide(how, pick)
        self.changes_nothing_by_itself(self.unit, self.owner.outcome)

    @rule(how=st.sampled_from(["take", "take", "leave", "settle"]), pick=TO)
    def the_unit_decides(self, how, pick):
        self.unit.decide(how, pick)

    @rule(seed=TO)
    def everything_taken_one_by_one_ends_where_a_fresh_start_does(self, seed):
        owner = taken_one_by_one(self.owner.layer, self.owner.master, seed)
        unit = taken_one_by_one(self.unit.layer, self.unit.master, seed)
        owners = outcome(owner, self.owner.master)
        unit = taken_one_by_one(unit, owners, seed + 1)

        assert owners == afresh(self.owner.layer, self.owner.master)
        assert outcome(unit, owners) == afresh(self.unit.layer, owners)

    @invariant()
    def what_is_local_is_kept(self):
        for level in (self.owner, self.unit):
            layer = level.layer
            assert {each: own.element.wording for each, own in layer.own.items()} == level.added
            unskipped = {key: edit for key, edit in layer.edits.items() if not isinstance(edit, Skip)}
            core = required(level.master, "core")
            whole = outcome(replace(layer, edits=unskipped), level.master)
            for shown, skipped in ((level.outcome, level.skipped), (whole, set())):
                for each in {*level.added, *level.words}:
                    if not skipped & {each, *shown.above(each)} and each not in core:
                        text = level.words[each][0] if each in level.words else level.added[each]
                        assert (shown.elements[each].present, shown.elements[each].wording) == (True, text)
                        assert [line.element.identity for line in shown.lines].count(each) == 1

    @invariant()
    def every_conflict_is_told(self):
        for level in (self.owner, self.unit):
            told = {(each.clash, each.identity, each.facet) for each in conflicts(level.layer, level.master)}
            assert expected(level) == {each for each in told if each[0] != Clash.NO_LONGER_PERMITTED}
            for each in conflicts(level.layer, level.master):
                settled = level.settled.get((each.clash, each.identity, each.facet), "never") == each.theirs
                assert (each in open_conflicts(level.layer, level.master)) == (not settled)

    @invariant()
    def what_is_required_is_kept_and_what_is_core_is_as_it_was_written(self):
        for level in (self.owner, self.unit):
            shown = level.outcome
            for each in required(level.master, "required") | required(level.master, "core"):
                assert shown.elements[each].present
            for each in required(level.master, "core"):
                assert shown.elements[each].wording == level.master.elements[each].wording

    @invariant()
    def without_derivatives_every_text_is_one_that_the_package_had(self):
        if not self.package.fixed:
            return
        for level in (self.owner, self.unit):
            assert not level.layer.own
            for each, element in level.outcome.elements.items():
                had = [version.elements[each] for version in self.versions if each in version.elements]
                assert element.wording in {old.wording for old in had}
                assert element.minutes in {old.minutes for old in had}
                if element.kind == 2:
                    assert element.place.parent in {old.place.parent for old in had}

    @invariant()
    def what_is_left_is_left_until_it_changes_again(self):
        for level in (self.owner, self.unit):
            for change in changes(level.layer, level.master):
                key = (change.identity, change.facet)
                remembered = key in level.left and level.left[key] == value(change.new, change.facet)
                assert change.left == remembered
                assert change.left == (change not in open_changes(level.layer, level.master))

    def changes_nothing_by_itself(self, level: AnyLevel, master: Tree[str]) -> None:
        """But for what binds, before or now."""
        before, old = level.outcome, level.master
        level.master = master
        binding = {*required(old, "core"), *required(master, "core")}
        binding |= {*required(old, "required"), *required(master, "required")}
        after = level.outcome
        for each in set(before.elements) - binding:
            one, other = before.elements[each], after.elements[each]
            # Where a requirement ends that had overruled a skip, the skip holds again.
            if one.present and level.skipped.isdisjoint({each, *after.above(each)}):
                assert other.present
                assert (one.wording, one.place, one.minutes) == (other.wording, other.place, other.minutes)


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=60, stateful_step_count=25, deadline=None, derandomize=True)
