"""What people of a rehearsal do at their tables: find one, lay points, agree, park an objection, take a task home."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from sloyfe.cycle.meetings.actions.choosing import TableFull, choose
from sloyfe.cycle.meetings.actions.points import Laying, agree, lay_points
from sloyfe.cycle.meetings.actions.tables import park, word_task
from sloyfe.cycle.meetings.content.made_up import made_up
from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Objection, Point, TableTask
from sloyfe.cycle.meetings.queries.groups import seating_of
from sloyfe.cycle.meetings.queries.points import takes_points
from sloyfe.cycle.meetings.queries.rehearsals import Player, Scene, dice
from sloyfe.cycle.meetings.queries.seats import groups_now
from sloyfe.cycle.meetings.queries.tables import common_place, parks, takes_tasks
from sloyfe.cycle.meetings.scripts import Grouping

ASKED = 3
LAID, AGREED = 0.6, 0.25

Tables = dict[Group, list[tuple[Player, Attendee]]]


def choose_tables(scene: Scene) -> None:
    """Where people choose, each takes a table that has room."""
    seating = seating_of(scene.phase) if scene.phase.grouping == Grouping.CHOICE else None
    if seating is None:
        return
    groups = list(seating.groups.all())
    seated = set(Chair.objects.filter(seating=seating).values_list("attendee_id", flat=True))
    for each, row in scene.here.items():
        if row.pk not in seated and groups and scene.due(each.nth, 0.1) is not None:
            _sit(row, dice(scene.rehearsal, scene.phase.pk, "table", each.nth).sample(groups, len(groups)))


def talk(scene: Scene) -> None:
    """At every table that has people."""
    tables = _tables(scene)
    if takes_points(scene.phase):
        _lay(scene, tables)
    if parks(scene.phase):
        _park(scene, tables)
    if takes_tasks(scene.phase):
        _take_home(scene, tables)


def _sit(attendee: Attendee, groups: Sequence[Group]) -> None:
    for group in groups:
        try:
            choose(attendee, group)
        except TableFull:
            continue
        return


def _tables(scene: Scene) -> Tables:
    at = groups_now(scene.phase, scene.meeting, [row.pk for row in scene.here.values()])
    groups = Group.objects.in_bulk(set(at.values()))
    found: Tables = {}
    for each, row in scene.here.items():
        if row.pk in at:
            found.setdefault(groups[at[row.pk]], []).append((each, row))
    return found


def _lay(scene: Scene, tables: Tables) -> None:
    asked = scene.phase.how_many or ASKED
    layings, agreeing = [], []
    for group, people in tables.items():
        for nth, words in enumerate(_points(scene, group, asked + 1)):
            name = _name(scene, group, f"point:{nth}")
            share = LAID * (nth + 1) / (asked + 1)
            laid = scene.due(name, share)
            if laid is not None:
                layings.append(Laying(people[nth % len(people)][0].key, scene.phase.pk, words, name, laid))
            if nth < asked and scene.due(name, share + AGREED) is not None:
                agreeing.append(name)
    known = set(Point.objects.filter(phase=scene.phase).values_list("pk", flat=True))
    new = [each for each in layings if each.name not in known]
    if new:
        lay_points(new)
    for point in Point.objects.filter(pk__in=agreeing, agreement=None):
        agree(point, scene.meeting)


def _park(scene: Scene, tables: Tables) -> None:
    known = set(Objection.objects.filter(phase=scene.phase).values_list("pk", flat=True))
    said = made_up().objections
    for group, people in tables.items():
        name = _name(scene, group, "objection")
        if name not in known and scene.due(name, LAID) is not None:
            words = said[group.number % len(said)].read(scene.language)
            park(group, scene.phase, name, words, key=people[-1][0].key)


def _take_home(scene: Scene, tables: Tables) -> None:
    known = set(TableTask.objects.filter(phase=scene.phase).values_list("pk", flat=True))
    said = made_up().tasks
    for group, people in tables.items():
        name = _name(scene, group, "task")
        if name not in known and scene.due(name, LAID) is not None:
            place = common_place(row for _player, row in people)
            words = said[group.number % len(said)].read(scene.language)
            word_task(group, scene.phase, name, place=place, words=words, who="", due=None, bring="")


def _points(scene: Scene, group: Group, count: int) -> list[str]:
    every = made_up().points
    chance = dice(scene.rehearsal, scene.phase.key, "points", group.number)
    return [each.read(scene.language) for each in chance.sample(every, min(count, len(every)))]


def _name(scene: Scene, group: Group, what: str) -> UUID:
    return uuid5(scene.rehearsal.pk, f"{scene.phase.pk}:{group.pk}:{what}")
