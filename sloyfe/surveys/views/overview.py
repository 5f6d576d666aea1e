"""The surveys of a partnership, and one wave with its next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.people.models import Person
from sloyfe.surveys import queries
from sloyfe.surveys.actions import inviting, naming, removing, running
from sloyfe.surveys.forms.running import OpeningForm
from sloyfe.surveys.models import Wave
from sloyfe.surveys.queries import coverage, order
from sloyfe.surveys.terms import will_ask_for_words
from sloyfe.surveys.views.found import wave_of


@dataclass(frozen=True)
class Line:
    """A wave on the list: how it stands, in a shape and a word."""

    wave: Wave
    state: str
    text: str
    received: int | None
    step: int


@can(Can.SURVEY_SEE)
def surveys(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every wave and every questionnaire."""
    counts, asked = queries.progress(visit.space), queries.asked(visit.space)
    lines = [_line(wave, counts.get(wave.pk, 0), asked.get(wave.pk, 0)) for wave in queries.waves(visit.space)]
    instruments = queries.instruments(visit.space) if visit.may(Can.SURVEY_BUILD) else []
    page = {"lines": lines, "instruments": instruments, "may_build": visit.may(Can.SURVEY_BUILD)}
    return render(request, "surveys/surveys.html", page)


@can(Can.SURVEY_SEE)
def wave(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One wave: what is promised, how far it has come, and what can be done next."""
    found = wave_of(visit, key)
    return _wave_page(request, visit, found, _opening_form(found, None))


@require_POST
@can(Can.SURVEY_RUN)
def opening(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Open a wave; leaders are written to, staff get codes afterwards."""
    found = wave_of(visit, key)
    form = _opening_form(found, request.POST)
    if form is not None and form.roles and not form.is_valid():
        return _wave_page(request, visit, found, form)
    role = Role(form.cleaned_data["screened_by"]) if form and form.roles else None
    running.open_wave(found, screened_by=role, by=visit.person, at=timezone.now())
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
    sent = inviting.remind_all(wave_of(visit, key), by=visit.person, at=timezone.now())
    said = ngettext(
        "Påminnelsen er sendt til den ene adressen.", "Påminnelsen er sendt til alle %(count)s adressene.", sent
    )
    messages.success(request, said % {"count": sent})
    return redirect("surveys:wave", visit.space.slug, key)


def _wave_page(request: HttpRequest, visit: Visit, wave: Wave, form: OpeningForm | None) -> HttpResponse:
    count, invited = queries.progress(visit.space).get(wave.pk, 0), queries.invited(wave)
    page = {
        "line": _line(wave, count, invited),
        "wave": wave,
        "invited": invited,
        "share": queries.response_share(wave),
        "screener": queries.SCREENING[queries.screener(wave)] if wave.screened_by else "",
        "key_is_gone": queries.key_is_gone(wave),
        "form": form,
        "stop": running.NobodyToScreen() if form and not form.roles else None,
        "may_run": visit.may(Can.SURVEY_RUN),
        "addressed": wave.is_open and wave.addressees.exists(),
        "stands": removing.wave_stands(wave),
        "meets": [row.place for row in wave.places.all() if visit.may(Can.SURVEY_MEET, row.place)],
        "gaps": _gaps(wave) if visit.may(Can.SURVEY_RUN) else [],
        "may_screen": queries.may_screen(wave, visit.person, timezone.localdate()) if wave.screened_by else False,
        "leads": queries.leader_places(visit, wave),
        "reads_named": visit.may(Can.NAMED_SEE),
    }
    return render(request, "surveys/wave.html", page, status=form.status_code if form else 200)


def _gaps(wave: Wave) -> list[coverage.Gap]:
    """What keeps the questionnaire from being sent out."""
    if hasattr(wave, "opening"):
        return []
    return coverage.gaps(wave.instrument, order.outline(wave.instrument))


def _opening_form(wave: Wave, data: QueryDict | None) -> OpeningForm | None:
    """The choice of who reads free text first, where free text is asked for."""
    if not wave.is_anonymous or hasattr(wave, "opening") or not will_ask_for_words(wave):
        return None
    possible = queries.screeners(wave, timezone.localdate())
    return OpeningForm(data, roles=[(role, _named(role, people)) for role, people in possible.items()])


def _named(role: Role, people: Sequence[Person]) -> str:
    return f"{queries.SCREENING[role]} ({', '.join(person.name for person in people)})"


def _line(wave: Wave, count: int, invited: int) -> Line:
    received, step = queries.received(wave, count, invited), queries.step(invited)
    if wave.is_closed:
        lost = wave.closure.lost
        state, text = ("stopped", _("svarene er tapt")) if lost else ("done", _("lukket"))
        return Line(wave, state, text, received, step)
    if not wave.is_open:
        return Line(wave, "not_started", _("under planlegging"), None, step)
    if wave.takes_answers(timezone.localdate()):
        return Line(wave, "under_way", _("åpen"), received, step)
    text = _("venter på dato") if timezone.localdate() < wave.opens_on else _("svarfristen er ute")
    return Line(wave, "waiting", text, received, step)
