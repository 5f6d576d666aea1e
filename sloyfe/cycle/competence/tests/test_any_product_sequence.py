"""Whatever master, owner and unit do in the product: what is local stays, and what is read is what came of it."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Member, World
from sloyfe.cycle.competence.actions.decisions import adding, dropping, lying, rewording, shifting, skipping, timing
from sloyfe.cycle.competence.actions.news import leaving, settling, taking
from sloyfe.cycle.competence.actions.refusing import NotAdaptable
from sloyfe.cycle.competence.adaptation.changes import changes
from sloyfe.cycle.competence.adaptation.conflicts import open_conflicts
from sloyfe.cycle.competence.adaptation.layers import Level, Skip
from sloyfe.cycle.competence.adaptation.trees import Kind
from sloyfe.cycle.competence.models import Package, PackageAdaptation
from sloyfe.cycle.competence.outlines.wordings import Line, of_line, plain_in
from sloyfe.cycle.competence.queries.adaptations import Standing, standing
from sloyfe.cycle.competence.queries.marks import mark_of, pick_of, pick_of_conflict
from sloyfe.cycle.competence.tests.adapting import FIRST, cartridge, decide, pages, read_in
from sloyfe.cycle.competence.tests.test_adaptations import words
from sloyfe.cycle.partnership.models import Party

VERSIONS = [
    (FIRST, "p"),
    ({**FIRST, "start": "<p>Vi begynner der.</p><p>Snakk sammen tre og tre.</p>"}, "p"),
    ({"slutt": "<p>Vi er ferdige nå.</p>", "start": FIRST["start"], "ny": "<p>Nytt.</p>"}, "p"),
    ({"midt": FIRST["start"], "start": FIRST["midt"], "slutt": FIRST["slutt"]}, "p"),
    ({**FIRST, "ny": "<p>Nytt.</p><p>Og mer.</p>"}, "q"),
]
EDITS = ["skip", "up", "down", "lie", "reword", "time", "page", "text", "drop"]
STEP = st.one_of(
    st.tuples(st.just("release"), st.integers(0, len(VERSIONS) - 1), st.just(0)),
    st.tuples(st.sampled_from(EDITS), st.integers(0, 40), st.integers(0, 1)),
    st.tuples(st.sampled_from(["take", "leave", "ours", "theirs"]), st.integers(0, 40), st.integers(0, 1)),
)


@dataclass
class Doing:
    """The product with a package, and how often something was written."""

    world: World
    kari: Member
    package: Package
    made: int = 0
    kept: set[str] = field(default_factory=set)

    def party(self, level: int) -> Party:
        return [self.world.owner, self.world.school][level]

    def now(self, level: int) -> Standing:
        found = standing(self.package, self.party(level).place, [Level.OWNER, Level.UNIT][level])
        assert found is not None
        return found

    def read(self, level: int) -> list[Any]:
        """All that is read there."""
        if not PackageAdaptation.objects.in_space(self.world.space).filter(place=self.party(level).place).exists():
            return []
        return [
            (page.identity, page.title, page.minutes, page.content) for page in pages(self.package, self.party(level))
        ]

    def step(self, what: str, pick: int, level: int) -> None:
        if what == "release":
            texts, prefix = VERSIONS[pick]
            self.made += 1
            read_in(self.world, self.kari, cartridge({**texts, "nr": f"<p>Utgave {self.made}.</p>"}, prefix=prefix))
            return
        try:
            self.act(what, pick, level)
        except NotAdaptable:
            return

    def act(self, what: str, pick: int, level: int) -> None:
        decision = self._decision(what, pick, self.now(level))
        if decision is not None:
            decide(self.package, self.party(level), self.kari, decision)

    def _decision(self, what: str, pick: int, now: Standing) -> Any:
        if what in {"take", "leave"}:
            found = changes(now.layer, now.master)
            chosen = [pick_of(found[pick % len(found)])] if found else []
            return (taking if what == "take" else leaving)(chosen)
        if what in {"ours", "theirs"}:
            met = open_conflicts(now.layer, now.master)
            return settling(pick_of_conflict(met[pick % len(met)]), ours=what == "ours") if met else None
        shown = [line.element for line in now.shown.lines]
        if not shown:
            return None
        element = shown[pick % len(shown)]
        self.made += 1
        if what == "drop":
            edits = list(now.layer.edits)
            return dropping(*edits[pick % len(edits)]) if edits else None
        if what == "reword":
            said = (
                words(f"Ord {self.made}.") if element.kind == Kind.BLOCK else of_line(Line({"nb": f"Ord {self.made}"}))
            )
            return rewording(element.identity, said, mark_of(element.wording))
        own = f"own:{uuid4().hex}"
        return {
            "skip": lambda: skipping(element.identity),
            "up": lambda: shifting(element.identity, True, ()),
            "down": lambda: shifting(element.identity, False, ()),
            "lie": lambda: lying(element.identity, shown[0].identity),
            "time": lambda: timing(element.identity, pick + 1),
            "page": lambda: adding(
                own, Kind.PAGE, of_line(Line({"nb": f"Egen {self.made}"})), (shown[0].identity, None), words("Eget.")
            ),
            "text": lambda: adding(own, Kind.BLOCK, words(f"Egen {self.made}."), (element.identity, None)),
        }[what]()


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, min_size=4, max_size=8))
def test_whatever_is_done_what_is_local_is_read_as_it_was_decided(world: World, kari: Member, steps):
    with transaction.atomic():
        doing = Doing(world, kari, read_in(world, kari, cartridge()).package)
        for what, pick, level in steps:
            before = [doing.read(each) for each in (0, 1)]
            doing.step(what, pick, level)
            for each in (0, 1):
                if what == "release" or each != level:
                    assert doing.read(each) == before[each]
                if doing.read(each):
                    is_as_it_came_of(doing, each)
        converges(doing)
        transaction.set_rollback(True)


def is_as_it_came_of(doing: Doing, level: int) -> None:
    """The rows are the outcome, and all of ours that was not left out is among them."""
    now = doing.now(level)
    elements = [line.element for line in now.shown.lines]
    read = doing.read(level)
    assert [row[0] for row in read] == [each.identity for each in elements if each.kind == Kind.PAGE]
    blocks = [part["blocks"] for row in read for part in row[3]]
    assert blocks == [plain_in(each.wording) for each in elements if each.kind == Kind.BLOCK]
    out = {identity for (identity, _facet), edit in now.layer.edits.items() if isinstance(edit, Skip)}
    shown = {each.identity for each in elements}
    for identity in now.layer.own:
        assert identity in shown or out & {identity, *now.shown.above(identity)}


def converges(doing: Doing) -> None:
    """Once all is taken and settled, at each level, nothing waits any more."""
    for level in (0, 1):
        if not doing.read(level):
            continue
        now = doing.now(level)
        party, kari = doing.party(level), doing.kari
        decide(doing.package, party, kari, taking([pick_of(each) for each in changes(now.layer, now.master)]))
        while met := open_conflicts(doing.now(level).layer, doing.now(level).master):
            decide(doing.package, party, kari, settling(pick_of_conflict(met[0]), ours=True))
        now = doing.now(level)
        assert changes(now.layer, now.master) == []
        assert PackageAdaptation.objects.in_space(doing.world.space).get(place=party.place).waiting == 0
