"""A round with two priorities, so that the plan has something to come from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from conftest import NOW, TODAY, Member, World
from sloyfe.cycle.needs.models import Decision, Evidence, Finding, FindingKind, Need, Prioritisation, Priority, Theme
from sloyfe.cycle.plan.actions import goals, measures, owner_plans
from sloyfe.cycle.plan.models import Goal, GoalKind, Measure, OwnerPlan
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

WORDS = Text.of(nb="Barna blir hørt i leken.", nn="Barna blir høyrde i leiken.")


@dataclass(frozen=True)
class Thread:
    """What stands before the plan on the red thread."""

    finding: Finding
    need: Need
    priority: Priority
    second: Priority


@pytest.fixture
def thread(world: World, kari: Member) -> Thread:
    here = {"space": world.space, "round": world.round}
    prioritisation = Prioritisation.objects.create(**here, closes_on=TODAY, opened_by=kari.person, opened_at=NOW)
    decision = Decision.objects.create(space=world.space, prioritisation=prioritisation, by=kari.person, at=NOW)
    needs = [network_need(world, kari.person, words) for words in ("Lek for alle", "Trygge overganger")]
    first, second = (
        Priority.objects.create(**here, decision=decision, need=need, rank=rank, grounds=WORDS)
        for rank, need in enumerate(needs, start=1)
    )
    finding = Finding.objects.create(
        **here,
        place=world.space,
        kind=FindingKind.STORY,
        theme=Theme.PLAY,
        title=Text.of(nb="Samtaler på uteplassen", nn="Samtalar på uteplassen"),
        recorded_by=kari.person,
        recorded_at=NOW,
    )
    Evidence.objects.create(need=needs[0], finding=finding)
    return Thread(finding, needs[0], first, second)


def network_need(world: World, by: Person, words: str) -> Need:
    """A need of the network."""
    return Need.objects.create(
        space=world.space,
        round=world.round,
        theme=Theme.PLAY,
        wording=Text.of(nb=words, nn=words),
        worded_by=by,
        worded_at=NOW,
    )


def set_goal(world: World, thread: Thread, by: Person, words: str = "Alle har noen å leke med") -> Goal:
    """A goal of the first priority."""
    wording = Text.of(nb=words, nn=words)
    return goals.set_goal(world.round, priority=thread.priority, kind=GoalKind.EFFECT, wording=wording, by=by, at=NOW)


def plan_measure(
    world: World, by: Person, goal: Goal | None = None, words: str = "Lekegrupper", **changes: Any
) -> Measure:
    """A settled measure of the network."""
    said: dict[str, Any] = {
        "title": Text.of(nb=words, nn=words),
        "what": WORDS,
        "starts": date(2026, 9, 15),
        "ends": date(2026, 11, 20),
        "resources": Text(),
        "hours": Decimal(12),
        "freedom": "common",
        "responsible_person": by,
        "responsible_party": None,
    }
    return measures.plan_measure(world.round, goals=[goal] if goal else [], by=by, at=NOW, **(said | changes))


@pytest.fixture
def goal(world: World, thread: Thread, kari: Member) -> Goal:
    return set_goal(world, thread, kari.person)


@pytest.fixture
def measure(world: World, goal: Goal, kari: Member) -> Measure:
    return plan_measure(world, kari.person, goal)


@pytest.fixture
def plan(world: World, kari: Member) -> OwnerPlan:
    return owner_plans.begin_plan(world.round, world.owner, by=kari.person, at=NOW)


def typed(words: Text | str, name: str = "wording") -> dict[str, str]:
    """Words as two boxes of a form."""
    text = words if isinstance(words, Text) else Text.of(nb=words, nn=words)
    return {f"{name}_nb": text.read("nb"), f"{name}_nn": text.read("nn")}
