"""Answering without an account: a code from paper or e-mail opens the questionnaire, and is spent by sending it.

The code is the only authority, so there is no cookie and no CSRF token; language travels with the form.
"""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.views.decorators.csrf import csrf_exempt

from sloyfe.people.doors import everyone
from sloyfe.surveys import queries
from sloyfe.surveys.actions import answering
from sloyfe.surveys.actions.inviting import digest
from sloyfe.surveys.drawing import Drawn, draw
from sloyfe.surveys.filling import fill, typed
from sloyfe.surveys.forms.answering import CodeForm
from sloyfe.surveys.models import Code
from sloyfe.surveys.sheet import ROLE_GROUP, Sheet


@csrf_exempt
@everyone
def enter(request: HttpRequest) -> HttpResponse:
    """Type the code from a slip."""
    language = _language(request)
    with override(language):
        form = CodeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return redirect("answering:answer", code=form.cleaned_data["code"])
        return _page(request, "answering/enter.html", {"form": form}, form.status_code)


@csrf_exempt
@everyone
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """The questionnaire of a code."""
    with override(_language(request)):
        found = queries.code(digest(code))
        if found is None:
            return _page(request, "answering/unknown.html", {"form": CodeForm()}, 404)
        if found.spent:
            return _page(request, "answering/received.html", {"again": True}, 409)
        if not found.wave.takes_answers(timezone.localdate()):
            return _page(request, "answering/closed.html", {"wave": found.wave}, 409)
        if request.method == "POST" and "switch" not in request.POST:
            return _take(request, found)
        return _sheet_page(request, found)


def _take(request: HttpRequest, code: Code) -> HttpResponse:
    sheet = _sheet(code)
    filled = fill(sheet, request.POST)
    if filled.errors or not filled.answers:
        return _sheet_page(request, code, filled.errors, status=422, nothing=not filled.errors)
    try:
        answering.submit_answer(code, filled.answers, role_group=filled.role_group, on=timezone.localdate())
    except answering.AlreadyReceived:
        return _page(request, "answering/received.html", {"again": True}, 409)
    except answering.SurveyClosed:
        return _page(request, "answering/closed.html", {"wave": code.wave}, 409)
    thanks = sheet.thanks.read(get_language() or "nb")
    return _page(request, "answering/received.html", {"thanks": thanks})


def _sheet_page(
    request: HttpRequest,
    code: Code,
    errors: Mapping[str, str] | None = None,
    *,
    status: int = 200,
    nothing: bool = False,
) -> HttpResponse:
    sheet, wave = _sheet(code), code.wave
    drawn: Drawn = draw(
        sheet,
        get_language() or "nb",
        values=typed(sheet, request.POST) if request.method == "POST" else None,
        errors=errors,
        group=request.POST.get(ROLE_GROUP, ""),
        deletes_on=date_format(wave.deletes_on, "DATE_FORMAT"),
    )
    page = {"sheet": drawn, "wave": wave, "place": code.wave_place.place, "nothing": nothing}
    return _page(request, "answering/sheet.html", page, status)


def _page(request: HttpRequest, template: str, page: dict[str, object], status: int = 200) -> HttpResponse:
    response = render(request, template, {**page, "switches": settings.LANGUAGES}, status=status)
    response["Content-Language"] = get_language() or "nb"
    response["Referrer-Policy"] = "no-referrer"  # the address holds the code
    return response


def _sheet(code: Code) -> Sheet:
    edition = code.wave.edition
    if edition is None:  # a code is only made for an open wave, and opening freezes an edition
        raise LookupError("a code without an edition")
    return Sheet.from_json(edition.sheet)


def _language(request: HttpRequest) -> str:
    wanted = request.POST.get("switch") or request.POST.get("language") or request.GET.get("sprak", "")
    return wanted if wanted in dict(settings.LANGUAGES) else (get_language() or "nb")
