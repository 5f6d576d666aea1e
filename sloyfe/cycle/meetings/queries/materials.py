"""What is laid on the table when a phase begins, and comes from outside the meeting."""

from dataclasses import dataclass, field
from typing import Any

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import LaidFigures, Meeting, MeetingDecision, MeetingPhase, Outcome
from sloyfe.cycle.meetings.queries.activities import elements_of
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.scripts import Form, Material
from sloyfe.cycle.networks.models import BetweenWork
from sloyfe.cycle.partnership.models import Expectation
from sloyfe.cycle.partnership.queries.expectations import expectations
from sloyfe.surveys import queries as surveys
from sloyfe.surveys import release
from sloyfe.surveys.models import Wave

BACK = 30


@dataclass(frozen=True)
class Trial:
    """The meeting before this one: what it decided, and the work that came of it."""

    meeting: Meeting
    decisions: list[MeetingDecision] = field(default_factory=list)
    works: list[BetweenWork] = field(default_factory=list)


def on_the_table(meeting: Meeting, phase: MeetingPhase | None) -> dict[str, Any]:
    """What lies there in this phase, by its name; the elements from before it begins."""
    elements = elements_of(meeting) if phase is None or phase.form != Form.BREAK else []
    return _material(meeting, phase.material if phase else "") | ({"elements": elements} if elements else {})


def _material(meeting: Meeting, material: str) -> dict[str, Any]:
    if material == Material.PREPARATION:
        return {"preparation": meeting.preparation}
    if material == Material.LAST_TRIAL:
        return {"trial": last_trial(meeting)}
    if material == Material.EXPECTATIONS:
        return {"expectations": expectations_of(meeting)}
    if material == Material.RELEASE:
        return {"laid_figures": laid(meeting)}
    return {}


def last_trial(meeting: Meeting) -> Trial | None:
    """The one it follows, or the last one held at the same places, with the state of what came of it."""
    last = _followed(meeting) or _before(meeting)
    if last is None:
        return None
    states = ("work__beginning", "work__completion", "work__returned", "work__unit__organisation")
    came = Outcome.objects.filter(meeting=last, work__isnull=False, work__removal=None).select_related("work", *states)
    return Trial(last, decisions(last), [outcome.work for outcome in came if outcome.work])


def _followed(meeting: Meeting) -> Meeting | None:
    """The meeting that this one was made like, unless it was called off."""
    if meeting.follows_id is None:
        return None
    return Meeting.objects.in_space(meeting.space).filter(pk=meeting.follows_id, cancellation=None).first()


def _before(meeting: Meeting) -> Meeting | None:
    places = {place.pk for place in meeting.places.all()}
    rows = Meeting.objects.in_space(meeting.space).filter(holding__isnull=False, on__lte=meeting.on)
    held = rows.exclude(pk=meeting.pk).prefetch_related("places").order_by("-on", "-starts")[:BACK]
    return next((each for each in held if {place.pk for place in each.places.all()} == places), None)


def expectations_of(meeting: Meeting) -> list[Expectation]:
    """Those with an end among the places that meet; of the whole network, all."""
    places = {place.pk for place in meeting.places.all()}
    everything = expectations(meeting.round)
    return [row for row in everything if not places or {row.by_party.place_id, row.of_party.place_id} & places]


def laid(meeting: Meeting) -> LaidFigures | None:
    """The figures that whoever leads has laid on the table, while they are released."""
    found = LaidFigures.objects.filter(meeting=meeting).select_related("wave__release", "wave__instrument", "place")
    row = found.first()
    return row if row and release.is_released(row.wave) else None


def level_of(meeting: Meeting) -> Space | None:
    """Whose figures a meeting may look at: those of the one place that meets, or of all together."""
    places = list(meeting.places.all())
    return places[0] if len(places) == 1 else None


def waves_to_lay(visit: Visit, meeting: Meeting) -> list[Wave]:
    """Anonymous surveys whose figures at the meeting's level have been released and are seen by whoever leads."""
    level = level_of(meeting)
    return [
        wave
        for wave in surveys.released_waves(visit.space)
        if wave.is_anonymous
        and (level in surveys.visible_places(visit, wave) if level else surveys.sees_whole(visit, wave))
    ]
