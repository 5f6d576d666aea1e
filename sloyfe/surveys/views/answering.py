"""Answering without an account: a code from paper, from e-mail or from the wall of a meeting opens the questionnaire.

The code is the only authority, so there is no CSRF token; language travels with the form.
"""

from collections.abc import Mapping
from datetime import datetime
from secrets import token_hex

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.views.decorators.csrf import csrf_exempt

from sloyfe.kit.refusal import Refusal
from sloyfe.people.doors import everyone
from sloyfe.surveys import content, sealing
from sloyfe.surveys.actions import answering
from sloyfe.surveys.drawing import draw
from sloyfe.surveys.filling import Filled, fill, typed
from sloyfe.surveys.forms.answering import CodeForm
from sloyfe.surveys.sheet import ROLE_GROUP, Sheet
from sloyfe.surveys.views.posted import unreadable, words_in
from sloyfe.surveys.ways import Way, way_of

ANSWERED = "svart"
DRAFT_DAYS = 7


@csrf_exempt
@everyone
def enter(request: HttpRequest) -> HttpResponse:
    """Type the code from a slip or from the wall."""
    problem = unreadable(request)
    if problem:
        return _refused(request, problem)
    with override(_language(request)):
        form = CodeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return redirect("answering:answer", code=form.cleaned_data["code"])
        return _page(request, "answering/enter.html", {"form": form}, form.status_code)


@csrf_exempt
@everyone
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """The questionnaire behind a code."""
    problem = unreadable(request)
    if problem:
        return _refused(request, problem)
    with override(_language(request)):
        way = way_of(code)
        if way is None:
            return _page(request, "answering/unknown.html", {"form": CodeForm(), "words": words_in(request)}, 404)
        stopped = _stopped(request, way)
        if stopped is not None:
            return stopped
        if request.method == "POST":
            return _sheet_page(request, way) if "switch" in request.POST else _take(request, way)
        return _first_page(request, way, timezone.now())


def _stopped(request: HttpRequest, way: Way) -> HttpResponse | None:
    """Why nobody can answer this way now; a lost key does not take the form from somebody who is sending it."""
    if request.method == "GET" and not sealing.key_stands(way.wave.pk, bytes(way.wave.public_key or b"")):
        return _refused(request, answering.KeyGone())
    if way.is_spent:
        return _received(request, way, again=True)
    return None if way.wave.takes_answers(timezone.localdate()) else _closed(request, way)


def _first_page(request: HttpRequest, way: Way, at: datetime) -> HttpResponse:
    if way.link and not way.link.stands(at):
        return _refused(request, answering.LinkEnded())
    if way.link and ANSWERED in request.COOKIES and "ny" not in request.GET:
        return _page(request, "answering/same_device.html", {})
    return _sheet_page(request, way)


def _take(request: HttpRequest, way: Way) -> HttpResponse:
    sheet = way.sheet
    filled = fill(sheet, request.POST)
    if filled.errors or not filled.answers:
        return _sheet_page(request, way, filled.errors, status=422, nothing=not filled.errors)
    try:
        _submit(request, way, filled)
    except answering.AlreadyReceived:
        return _received(request, way, again=True)
    except answering.SurveyClosed:
        return _closed(request, way)
    except Refusal as refusal:
        return _sheet_page(request, way, status=refusal.status, refusal=refusal)
    return _received(request, way, thanks=sheet.thanks.read(get_language() or "nb"))


def _submit(request: HttpRequest, way: Way, filled: Filled) -> None:
    today, group = timezone.localdate(), filled.role_group
    if way.code:
        answering.submit_answer(way.code, filled.answers, role_group=group, on=today)
    elif way.link:
        page = request.POST.get("page", "")[:64] or token_hex(16)
        answering.submit_in_meeting(way.link, filled.answers, role_group=group, page=page, on=today, at=timezone.now())


def _sheet_page(
    request: HttpRequest,
    way: Way,
    errors: Mapping[str, str] | None = None,
    *,
    status: int = 200,
    nothing: bool = False,
    refusal: Refusal | None = None,
) -> HttpResponse:
    sheet: Sheet = way.sheet
    sent = request.method == "POST"
    drawn = draw(
        sheet,
        get_language() or "nb",
        values=typed(sheet, request.POST) if sent else None,
        errors=errors,
        group=request.POST.get(ROLE_GROUP, ""),
        deletes_on=date_format(way.wave.deletes_on, "DATE_FORMAT"),
    )
    page = {
        "sheet": drawn,
        "wave": way.wave,
        "way": way,
        "terms": way.terms(sheet),
        "guide": content.dialogue_guide(),
        "page": request.POST.get("page", "")[:64] or token_hex(16),
        "nothing": nothing,
        "refusal": refusal,
        "fresh": not sent,
        "draft_days": DRAFT_DAYS,
    }
    return _page(request, "answering/sheet.html", page, status)


def _received(request: HttpRequest, way: Way, *, again: bool = False, thanks: str = "") -> HttpResponse:
    page = {"again": again, "thanks": thanks, "done": way.draft}
    response = _page(request, "answering/received.html", page, 409 if again else 200)
    if way.link:  # it says that somebody on this device has answered, not who, when or what; it lasts a day
        response.set_cookie(
            ANSWERED,
            "1",
            max_age=86_400,
            path=request.path,
            secure=settings.SECURE,
            httponly=True,
            samesite="Strict",
        )
    return response


def _closed(request: HttpRequest, way: Way) -> HttpResponse:
    page = {"wave": way.wave, "done": way.draft, "words": words_in(request)}
    return _page(request, "answering/closed.html", page, 409)


def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return _page(request, "answering/refused.html", {"refusal": refusal}, refusal.status)


def _page(request: HttpRequest, template: str, page: dict[str, object], status: int = 200) -> HttpResponse:
    response = render(request, template, {**page, "switches": settings.LANGUAGES}, status=status)
    response["Content-Language"] = get_language() or "nb"
    response["Referrer-Policy"] = "no-referrer"  # the address holds the code
    return response


def _language(request: HttpRequest) -> str:
    wanted = request.POST.get("switch") or request.POST.get("language") or request.GET.get("sprak", "")
    return wanted if wanted in dict(settings.LANGUAGES) else (get_language() or "nb")
