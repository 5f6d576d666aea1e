"""What surrounds every page: headers, log, language, and refusals in a sentence."""

import time
from collections.abc import Callable, Iterator

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.formats import localize

from sloyfe.kit.languages import language_of
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import Stale
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

Answer = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger("sloyfe.request")
UNSEEN = "svar/"

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)


def security_headers(answer: Answer) -> Answer:
    """A strict content security policy on everything, static files too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if not request.path.startswith(settings.STATIC_URL):
            response.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def request_log(answer: Answer) -> Answer:
    """One line a request: the route, never the address, the query or who asked. Answering leaves no line at all.

    The time of an answer is nobody's business; only what broke is told of.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = answer(request)
        route = request.resolver_match.route if request.resolver_match else "unknown"
        if route.startswith(UNSEEN) and response.status_code < 500:
            return response
        spent = round((time.perf_counter() - began) * 1000, 1)
        log.info("request", method=request.method, route=route, status=response.status_code, ms=spent)
        return response

    return middleware


def language(answer: Answer) -> Answer:
    """The person's language; without an account the browser's choice."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user if isinstance(request.user, Person) else None
        chosen = person.language if person else _of_browser(request)
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = answer(request)
            response.setdefault("Content-Language", chosen)
            return response

    return middleware


class _Refusals:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal that no form caught into its sentence."""
        if isinstance(error, Stale):
            return render(request, "stale.html", _both_texts(request, error), status=error.status)
        if isinstance(error, Refusal):
            return render(request, "refusal.html", {"refusal": error}, status=error.status)
        return None


refusals = _Refusals


def _of_browser(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return language_of(chosen, request.headers.get("Accept-Language", ""), dict(settings.LANGUAGES))


def _both_texts(request: HttpRequest, stale: Stale) -> dict[str, object]:
    """Everything that was typed, to be sent again on top of the row as it now is."""
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in ("csrfmiddlewaretoken", "version")
    ]
    page = {"refusal": stale, "pairs": list(_differing(stale)), "sent": sent, "version": stale.row.version}
    return {**page, "action": request.path}


def _differing(stale: Stale) -> Iterator[tuple[str, str, str]]:
    """What is not the same in both; a text once for each language in which it differs."""
    for name, yours in stale.yours.items():
        theirs = stale.theirs[name]
        if isinstance(yours, Text) and isinstance(theirs, Text):
            languages = sorted({*yours.entries, *theirs.entries})
            pairs = [(name, theirs.entries.get(lang, ""), yours.entries.get(lang, "")) for lang in languages]
        else:
            pairs = [(name, _said(stale, name, theirs), _said(stale, name, yours))]
        yield from (pair for pair in pairs if pair[1] != pair[2])


def _part(value: object) -> str:
    """One of several: a choice by its words, anything else as it is."""
    words = value.get("text", value) if isinstance(value, dict) else value
    return Text.from_json(words).read(translation.get_language() or "nb") if isinstance(words, dict) else str(words)


def _said(stale: Stale, name: str, value: object) -> str:
    """A value as people read it: nothing for none, a choice by its name, dates and numbers as they are written."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(_part, value))
    choices = dict(getattr(type(stale.row)._meta.get_field(name), "flatchoices", ()))
    return str(choices.get(value, value)) if isinstance(value, str) else str(localize(value))
