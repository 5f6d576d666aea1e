"""What the people of a rehearsal do: what is due by now, through the same acts as anybody in a meeting.

Everything they do has a name that follows from the rehearsal, so that it is done once however often this is called.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid5

from django.db import IntegrityError

from sloyfe.cycle.meetings.actions.door import Coming, come_in_together
from sloyfe.cycle.meetings.actions.notes import Writing, keep_notes
from sloyfe.cycle.meetings.actions.playing_tables import choose_tables, talk
from sloyfe.cycle.meetings.actions.priorities import Gift, give_dots
from sloyfe.cycle.meetings.actions.rehearsals import throw_old_away
from sloyfe.cycle.meetings.content.made_up import made_up
from sloyfe.cycle.meetings.models import Attendee, DotCard, Meeting, Note, PhaseStart
from sloyfe.cycle.meetings.models.priorities import mark_in
from sloyfe.cycle.meetings.queries.dots import Option, dots_each, is_open, options, takes_dots
from sloyfe.cycle.meetings.queries.groups import places_to_come_from
from sloyfe.cycle.meetings.queries.rehearsals import Player, Scene, arrives_at, dice, lively, players
from sloyfe.cycle.meetings.queries.running import Standing, standing
from sloyfe.kit.refusal import Refusal

AT_ONCE = 30  # so many cards of dots at a time, so that others wait only a moment


def play_on(*, at: datetime) -> None:
    """In every rehearsal that goes on; those that are old are thrown away."""
    throw_old_away(at=at)
    for each in lively(at=at):
        play(each.meeting, at=at)


def play(meeting: Meeting, *, at: datetime, finishing: bool = False) -> None:
    """Do what is due; when the meeting is about to move on, people finish what they are about to do."""
    rehearsal = meeting.rehearsal
    asks_role = meeting.door.asks_role
    everybody = players(rehearsal, places_to_come_from(meeting), asks_role=asks_role)
    now = standing(meeting, now=at)
    _step(lambda: _arrive(meeting, everybody, now.start, at, finishing=finishing))
    if now.start is None or now.phase is None or (now.is_paused and not finishing):
        return
    rows = Attendee.objects.filter(meeting=meeting, digest__in=[each.digest for each in everybody])
    known = {row.digest: row for row in rows}
    here = {each: known[each.digest] for each in everybody if each.digest in known}
    scene = Scene(rehearsal, meeting, now.phase, now.start.at, at, finishing, here)
    if now.phase.is_private:
        _step(lambda: _write(scene))
    if takes_dots(now.phase):
        _step(lambda: _give(scene, now))
    elif not now.phase.is_private:
        _step(lambda: choose_tables(scene))
        _step(lambda: talk(scene))


def _step(act: Callable[[], None]) -> None:
    """The worker and a page may do the same in the same moment; whoever comes second has nothing to do."""
    try:
        act()
    except (IntegrityError, Refusal):
        return


def _arrive(
    meeting: Meeting, everybody: list[Player], start: PhaseStart | None, at: datetime, *, finishing: bool
) -> None:
    begun = PhaseStart.objects.filter(meeting=meeting, nth=1).first() if start else None
    inside = set(Attendee.objects.filter(meeting=meeting).values_list("digest", flat=True))
    comings = []
    for each in everybody:
        moment = arrives_at(meeting.rehearsal, each, begun.at if begun else None)
        if each.digest in inside or moment is None or (moment > at and not finishing):
            continue
        comings.append(Coming(meeting.door, each.name, each.key, each.place, min(moment, at), each.role))
    if comings:
        come_in_together(comings)


def _write(scene: Scene) -> None:
    written = set(Note.objects.filter(phase=scene.phase).values_list("attendee_id", flat=True))
    notes, language = made_up().notes, scene.language
    writings = []
    for each, row in scene.here.items():
        when = scene.due(each.nth, 0.1 + 0.8 * dice(scene.rehearsal, "pen", each.nth).random())
        if row.pk in written or not each.writes or when is None:
            continue
        words = dice(scene.rehearsal, scene.phase.pk, "note", each.nth).choice(notes).read(language)
        mark = uuid5(scene.rehearsal.pk, f"{scene.phase.pk}:{each.nth}")
        writings.append(Writing(each.key, scene.phase.pk, words, None, mark, when))
    if writings:
        keep_notes(writings)


def _give(scene: Scene, now: Standing) -> None:
    if not is_open(scene.phase, now, scene.meeting):
        return
    choices = options(scene.meeting)
    given = set(DotCard.objects.filter(phase=scene.phase).values_list("mark", flat=True))
    due = [
        (each, row)
        for each, row in scene.here.items()
        if each.writes and mark_in(scene.phase, each.key) not in given and scene.due(each.nth, 0.5) is not None
    ]
    for each, row in due if scene.finishing else due[:AT_ONCE]:
        give_dots(scene.meeting, scene.phase, _gifts(scene, each, choices), key=each.key, by=row)


def _gifts(scene: Scene, player: Player, choices: list[Option]) -> list[Gift]:
    chance = dice(scene.rehearsal, scene.phase.pk, "dots", player.nth)
    left, most = dots_each(scene.phase)
    gifts = []
    for option in chance.sample(choices, min(3, len(choices))):
        count = min(left, most, chance.randint(1, most))
        reason = chance.choice(made_up().reasons).read(scene.language) if chance.random() < 0.3 else ""
        left -= count
        if count:
            gifts.append(Gift(option, count, reason))
    return gifts
