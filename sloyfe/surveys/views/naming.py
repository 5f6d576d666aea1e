"""The leaders' survey: answered with an account, by name."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import Stale
from sloyfe.surveys import queries, release
from sloyfe.surveys.actions import naming
from sloyfe.surveys.drawing import draw
from sloyfe.surveys.filling import MOST_DIGITS, fill, typed
from sloyfe.surveys.models import Wave
from sloyfe.surveys.sheet import Sheet
from sloyfe.surveys.views.found import wave_of


@can(Can.SURVEY_ANSWER_NAMED)
def named_answer(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Answer as a leader; save as often as wanted until the wave is closed."""
    wave = wave_of(visit, key)
    sheet = _sheet(wave)
    place = _place(request, visit, wave)
    response = queries.named_response(wave, visit.person.pk, place)
    closed = _closed(visit, sheet)
    page: dict[str, object] = {"wave": wave, "place": place, "places": queries.leader_places(visit, wave)}
    version = response.version if response else 1
    stored = response.values if response else {}
    if request.method != "POST":
        return _draw(request, page, sheet, stored, closed=closed, version=version)
    filled = fill(sheet, request.POST, closed=closed)
    errors, status = dict(filled.errors), 422
    if not errors:
        kept = {item: value for item, value in stored.items() if item in closed}
        try:
            naming.answer_by_name(
                wave,
                place,
                {**kept, **filled.answers},
                version=_number(request.POST.get("version")),
                by=visit.person,
                at=timezone.now(),
                on=timezone.localdate(),
            )
        except Stale as stale:
            page |= {"refusal": stale, "version": stale.row.version}
            status, version = stale.status, stale.row.version
        except Refusal as refusal:
            page["refusal"], status = refusal, refusal.status
        else:
            messages.success(request, sheet.thanks.read(get_language() or "nb"))
            return redirect("surveys:wave", visit.space.slug, key)
    sent = {**stored, **typed(sheet, request.POST)}
    return _draw(request, page, sheet, sent, closed=closed, version=version, errors=errors, status=status)


@can(Can.SURVEY_SEE)
def named_responses(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What the leaders have answered: for those who steer, for the partner, and each leader's own."""
    wave = wave_of(visit, key)
    if wave.is_anonymous:
        raise Http404
    sheet, language = _sheet(wave), get_language() or "nb"
    rows = queries.named_responses(visit, wave)
    drawn = [(row, draw(sheet, language, values=row.values)) for row in rows]
    return render(request, "surveys/named_responses.html", {"wave": wave, "responses": drawn})


def _draw(
    request: HttpRequest,
    page: dict[str, object],
    sheet: Sheet,
    values: dict[str, object],
    *,
    closed: list[str],
    version: int,
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    wave = page["wave"]
    day = date_format(wave.deletes_on, "DATE_FORMAT") if isinstance(wave, Wave) else ""
    drawn = draw(sheet, get_language() or "nb", values=values, errors=errors, closed=closed, deletes_on=day)
    return render(request, "surveys/named_answer.html", {**page, "sheet": drawn, "version": version}, status=status)


def _sheet(wave: Wave) -> Sheet:
    if wave.edition is None:
        raise Http404
    return Sheet.from_json(wave.edition.sheet)


def _place(request: HttpRequest, visit: Visit, wave: Wave) -> Space:
    led = queries.leader_places(visit, wave)
    wanted = request.POST.get("for") or request.GET.get("sted")
    found = next((place for place in led if str(place.pk) == wanted), led[0] if led else None)
    if wave.is_anonymous or found is None:
        raise Http404
    return found


def _closed(visit: Visit, sheet: Sheet) -> list[str]:
    """Questions that wait for the staff's figures."""
    staff = queries.staff_wave(visit.space)
    if staff is not None and release.is_released(staff):
        return []
    return [question.key for question in sheet.questions if question.opens_after]


def _number(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) <= MOST_DIGITS else 0
