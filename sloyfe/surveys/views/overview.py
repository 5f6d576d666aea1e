"""The surveys of a partnership, and one wave with its next step."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import queries
from sloyfe.surveys.actions import closing, inviting, naming, running
from sloyfe.surveys.models import Wave
from sloyfe.surveys.views.found import wave_of


@dataclass(frozen=True)
class Line:
    """A wave on the list: how it stands, in a shape and a word."""

    wave: Wave
    state: str
    text: str
    received: int | None


@can(Can.SURVEY_SEE)
def surveys(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every wave and every questionnaire."""
    counts = queries.progress(visit.space)
    lines = [_line(wave, counts.get(wave.pk, 0)) for wave in queries.waves(visit.space)]
    instruments = queries.instruments(visit.space) if visit.may(Can.SURVEY_BUILD) else []
    page = {"lines": lines, "instruments": instruments, "may_build": visit.may(Can.SURVEY_BUILD)}
    return render(request, "surveys/surveys.html", page)


@can(Can.SURVEY_SEE)
def wave(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One wave: what is promised, how far it has come, and what can be done next."""
    found = wave_of(visit, key)
    count = queries.progress(visit.space).get(found.pk, 0)
    page = {
        "line": _line(found, count),
        "wave": found,
        "invited": queries.invited(found),
        "share": queries.response_share(found),
        "may_run": visit.may(Can.SURVEY_RUN),
        "may_screen": visit.may(Can.SURVEY_SCREEN),
        "leads": queries.leader_places(visit, found),
        "reads_named": visit.may(Can.NAMED_SEE),
    }
    return render(request, "surveys/wave.html", page)


@require_POST
@can(Can.SURVEY_RUN)
def opening(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Open a wave; leaders are written to, staff get codes afterwards."""
    found = wave_of(visit, key)
    running.open_wave(found, by=visit.person, at=timezone.now())
    if found.is_anonymous:
        messages.success(request, _("Undersøkelsen er åpnet. Nå kan du skrive ut kodelapper eller sende lenker."))
    else:
        sent = naming.invite_leaders(found, by=visit.person, at=timezone.now())
        messages.success(request, _("Undersøkelsen er åpnet, og %(count)s ledere har fått e-post.") % {"count": sent})
    return redirect("surveys:wave", visit.space.slug, key)


@require_POST
@can(Can.SURVEY_RUN)
def reminder(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Remind everybody, once."""
    language = visit.person.language
    sent = inviting.remind_all(wave_of(visit, key), language=language, by=visit.person, at=timezone.now())
    messages.success(request, _("Påminnelsen er sendt til alle %(count)s adressene.") % {"count": sent})
    return redirect("surveys:wave", visit.space.slug, key)


@require_POST
@can(Can.SURVEY_RUN)
def closure(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Close a wave and freeze its figures."""
    found = closing.close_wave(wave_of(visit, key), by=visit.person, at=timezone.now())
    if found.lost:
        messages.error(request, _("Nøkkelen til undersøkelsen er borte. Svarene kunne ikke åpnes og er slettet."))
    else:
        messages.success(request, _("Undersøkelsen er lukket, og resultatet er klart."))
    return redirect("surveys:wave", visit.space.slug, key)


def _line(wave: Wave, count: int) -> Line:
    received = queries.received(wave, count)
    if wave.is_closed:
        lost = wave.closure.lost
        return Line(wave, "stopped" if lost else "done", _("svarene er tapt") if lost else _("lukket"), received)
    if not wave.is_open:
        return Line(wave, "not_started", _("under planlegging"), None)
    if not wave.takes_answers(timezone.localdate()):
        return Line(
            wave,
            "waiting",
            _("venter på dato") if timezone.localdate() < wave.opens_on else _("svarfristen er ute"),
            received,
        )
    return Line(wave, "under_way", _("åpen"), received)
