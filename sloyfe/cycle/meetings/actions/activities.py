"""Beginning a meeting with an activity of a package: its task is prepared for, its elements are worked through."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.competence.reading.activities import Activity, Element
from sloyfe.cycle.meetings.actions.meetings import begin_meeting
from sloyfe.cycle.meetings.content import activity as script
from sloyfe.cycle.meetings.models import Meeting, MeetingActivity, MeetingElement, MeetingPhase
from sloyfe.cycle.meetings.models.meetings import copied
from sloyfe.cycle.meetings.scripts import Output, Phase, Span
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.content.matching import nearest
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

LANGUAGES = ("nb", "nn")
TASK_IN, QUESTION_IN = "alone", "group"
TWICE = timedelta(minutes=1)


class NoPhases(Refusal):
    """A meeting that nothing is done in is none."""

    sentence = _("Velg minst én fase.")
    status = 422


@transaction.atomic
def meet_about(
    this_round: Round,
    page: Page | None,
    activity: Activity,
    *,
    nth: int,
    elements: Sequence[Element],
    minutes: Mapping[str, int],
    for_owners: bool,
    places: Iterable[Space],
    by: Person,
    at: datetime,
    **said: Any,
) -> Meeting:
    """A meeting to be changed as any other; `minutes` names the phases that are taken. Sent twice, it is there once."""
    if not minutes:
        raise NoPhases
    if standing := _pressed_before(this_round, by, at, said):
        return standing
    method = activity.method or script.WITHOUT_ELEMENTS
    meeting = begin_meeting(this_round, method=method, by=by, at=at, **said)
    meeting.places.set(places)
    phases = phases_for(activity, with_elements=bool(elements), for_owners=for_owners)
    taken = [_timed(phase, minutes) for phase in phases if phase.key in minutes]
    rows = [copied(phase, meeting=meeting, position=n) for n, phase in enumerate(_joined(taken, activity), 1)]
    MeetingPhase.objects.bulk_create(rows)
    if page:
        MeetingActivity.objects.create(meeting=meeting, page=page, nth=nth)
    MeetingElement.objects.bulk_create(
        MeetingElement(
            meeting=meeting, position=n, heading=each.heading, questions=each.questions, plan_key=nearest(each.heading)
        )
        for n, each in enumerate(elements, 1)
    )
    return meeting


def _pressed_before(this_round: Round, by: Person, at: datetime, said: Mapping[str, Any]) -> Meeting | None:
    """The same meeting, made by the same hand within a minute."""
    Round.objects.in_space(this_round.space).select_for_update().get(pk=this_round.pk)
    rows = Meeting.objects.in_space(this_round.space).filter(
        round=this_round, made_by=by, made_at__gt=at - TWICE, on=said["on"], starts=said["starts"]
    )
    return next((row for row in rows if row.title == said["title"]), None)


def phases_for(activity: Activity, *, with_elements: bool, for_owners: bool) -> list[Phase]:
    """Alone, group, plenary and who does what; only an owner's activity leaves something for the owner's plan."""
    phases = script.with_elements() if with_elements and activity.elements else script.without_elements()
    if for_owners:
        return list(phases)
    return [replace(each, output=Output.MERGED) if each.output is Output.ELEMENTS else each for each in phases]


def preparation_for(activity: Activity) -> Text:
    """What the activity is for and what it asks to be done, with the words that it explains."""
    said = {}
    for language in LANGUAGES:
        hints = [
            f"{each.words}: {each.explanation}"
            for code, found in activity.hints.items()
            if code.value == language
            for each in found
        ]
        parts = [activity.goals.read(language), activity.task.read(language), "\n".join(hints)]
        said[language] = "\n\n".join(part for part in parts if part)
    known = {language for language in LANGUAGES if activity.task.entries.get(language)} or {"nb"}
    return _text({language: words for language, words in said.items() if language in known})


def carry_over(earlier: Meeting, meeting: Meeting) -> None:
    """A meeting like another one, or a rehearsal of it, works through the same."""
    came = MeetingActivity.objects.filter(meeting=earlier).first()
    if came:
        MeetingActivity.objects.create(meeting=meeting, page_id=came.page_id, nth=came.nth)
    kept = ("position", "heading", "questions", "plan_key")
    MeetingElement.objects.bulk_create(
        MeetingElement(meeting=meeting, **{name: getattr(each, name) for name in kept})
        for each in MeetingElement.objects.filter(meeting=earlier)
    )


def _timed(phase: Phase, minutes: Mapping[str, int]) -> Phase:
    usual = minutes[phase.key]
    span = phase.minutes
    return replace(phase, minutes=Span(min(span.least, usual), usual, max(span.most or usual, usual)))


def _joined(phases: Sequence[Phase], activity: Activity) -> list[Phase]:
    """What phases build on is there; what is asked is said where groups begin, and the task where nobody prepares."""
    keys: Collection[str] = {phase.key for phase in phases}
    asked = _lines([question for question in activity.questions if question])
    found = []
    for phase in phases:
        task = phase.task
        if phase.key == QUESTION_IN and asked:
            task = _lines([asked, task])
        if phase is phases[0] and phase.key != TASK_IN:
            task = _lines([preparation_for(activity), task])
        found.append(replace(phase, task=task, builds_on=tuple(key for key in phase.builds_on if key in keys)))
    return found


def _lines(texts: Sequence[Text]) -> Text:
    return _text({language: "\n\n".join(each.read(language) for each in texts) for language in LANGUAGES})


def _text(said: Mapping[str, str]) -> Text:
    words = {language: each for language, each in said.items() if each}
    return Text.of(**words, source=next(iter(words), "nb"))
