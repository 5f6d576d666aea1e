"""Rows for the tests of this station, made by its own actions."""

from datetime import date

from conftest import NOW, Member, World
from sloyfe.access.models import Space
from sloyfe.cycle.needs.actions import findings, merging, needs, prioritisation
from sloyfe.cycle.needs.actions.findings import Imported, Seen
from sloyfe.cycle.needs.models import Finding, FindingKind, Merge, Need, Prioritisation, RoleGroup
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

WORDS = Text.of(nb="Vi trenger å bli bedre på overganger.", nn="Vi treng å bli betre på overgangar.")
INVOLVED = Text.of(nb="Alle var med i to møter.")


def story(world: World, by: Member, place: Space | None = None, title: str = "Garderoben") -> Finding:
    """A story at the school, or elsewhere."""
    seen = Seen(Text.of(nb=title), "transitions", story=Text.of(nb="Noen står igjen."), anonymised=True)
    return findings.record_finding(
        world.round, FindingKind.STORY, place or world.school.place, seen, by=by.person, at=NOW
    )


def number(world: World, by: Member) -> Finding:
    """A number from elsewhere without a story, hidden by its source."""
    imported = Imported("Elevundersøkelsen", "Trivsel", "høsten 2025", None)
    seen = Seen(Text.of(nb="Trivsel"), "inclusive_practice")
    return findings.record_finding(
        world.round, FindingKind.FIGURE, world.school.place, seen, by=by.person, at=NOW, number=imported
    )


def unit_need(world: World, by: Member, place: Space | None = None, *, built_on: Finding | None = None) -> Need:
    """A need of the school, or of another unit."""
    need = needs.word_need(
        world.round, place or world.school.place, WORDS, theme="transitions", involvement=INVOLVED, by=by.person, at=NOW
    )
    if built_on:
        needs.build_on(need, [built_on], by=by.person, at=NOW)
    return need


def network_need(world: World, by: Member, *parts: Need, words: str = "Felles ord.") -> Need:
    """A network need that gathers these."""
    return merging.merge_needs(world.round, parts, Text.of(nb=words), theme="transitions", by=by.person, at=NOW)


def merge_of(need: Need) -> Merge:
    """Where a unit's need went."""
    return Merge.objects.get(part=need)


def two_network_needs(world: World, by: Member) -> tuple[Need, Need]:
    """Two network needs, each with a story behind it."""
    made = []
    for words in ("Først.", "Sist."):
        part = unit_need(world, by, built_on=story(world, by))
        made.append(network_need(world, by, part, words=words))
    return made[0], made[1]


def opened(world: World, by: Member) -> Prioritisation:
    """Points can be given by everybody."""
    return prioritisation.open_prioritisation(
        world.round, points_each=5, groups=list(RoleGroup), closes_on=date(2099, 1, 1), by=by.person, at=NOW
    )


def give(points: Prioritisation, need: Need, count: int, by: Person, role: RoleGroup = RoleGroup.PRACTICE) -> None:
    """Somebody gives points to one need."""
    gift = prioritisation.Gift(need.pk, count, "Det haster.")
    place = Space.objects.get(pk=points.space_id)
    prioritisation.give_points(points, [gift], by=by, group=role, place=place, at=NOW)


def people(count: int, start: int = 0) -> list[Person]:
    """Some people more."""
    made = range(start, start + count)
    return [Person.objects.create(name=f"Person {n}", email=f"person{n}@example.org") for n in made]
