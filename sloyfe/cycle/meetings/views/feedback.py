"""Three questions after a meeting: asked for in one press, answered by a link, read only where figures are read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions.feedback import ask_for_feedback
from sloyfe.cycle.meetings.models import Meeting, MeetingFeedback
from sloyfe.cycle.meetings.queries.feedback import asked_place, feedback_of
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.surveys.actions.meeting import link_code
from sloyfe.surveys.queries.meetings import meeting_link
from sloyfe.surveys.views.inviting import drawn, grouped


@dataclass(frozen=True)
class FeedbackCard:
    """What the meeting's page says of it; without a code the hour of the link is over."""

    feedback: MeetingFeedback
    code: str
    said: str
    picture: SafeString | None


@require_POST
@can(Can.MEETING_LEAD)
def feedback(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Ask for it."""
    ask_for_feedback(led(visit, meeting), by=visit.person, at=timezone.now())
    messages.success(request, _("Lenken er åpen i en time. De som var med, finner den også på møtets side."))
    return redirect("meetings:meeting", visit.space.slug, meeting)


def card(meeting: Meeting, *, now: datetime) -> FeedbackCard | None:
    """The link to show, if feedback has been asked for."""
    found = feedback_of(meeting)
    if found is None:
        return None
    code = _code(found, now)
    return FeedbackCard(found, code, grouped(code) if code else "", drawn(code) if code else None)


def code_for_participants(meeting: Meeting, *, now: datetime) -> str:
    """The code to answer by while the link stands; empty otherwise."""
    found = feedback_of(meeting) if meeting.is_held else None
    return _code(found, now) if found else ""


def _code(found: MeetingFeedback, now: datetime) -> str:
    link = None if found.wave.is_closed else meeting_link(asked_place(found), now)
    return link_code(link) if link else ""
