"""A questionnaire as people will meet it, before anybody does."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.clickjacking import xframe_options_sameorigin

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import drafting
from sloyfe.surveys.drawing import draw
from sloyfe.surveys.views.found import instrument_of

BOTH = "begge"
WIDTHS = ("telefon", "bred")
IN_OUR_OWN_FRAME = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
)


@can(Can.SURVEY_BUILD)
def preview(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The questionnaire in one language or both side by side, on a phone or on a wide screen."""
    found = instrument_of(visit, key)
    languages = dict(settings.LANGUAGES)
    asked = request.GET.get("sprak", "")
    chosen = asked if asked in (*languages, BOTH) else (get_language() or "nb")
    width = request.GET.get("bredde", "")
    page = {
        "instrument": found,
        "chosen": chosen,
        "width": width if width in WIDTHS else WIDTHS[0],
        "frames": [(code, name) for code, name in languages.items() if chosen in (code, BOTH)],
        "switches": settings.LANGUAGES,
    }
    return render(request, "surveys/preview.html", page)


@xframe_options_sameorigin
@can(Can.SURVEY_BUILD)
def preview_page(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The page that people will answer on, for a frame on our own page."""
    found = instrument_of(visit, key)
    sheet = drafting.compose(found, [(row, "") for row in found.items.exclude(position=None)])
    asked = request.GET.get("sprak", "")
    language = asked if asked in dict(settings.LANGUAGES) else (get_language() or "nb")
    with override(language):
        page = {"sheet": draw(sheet, language, deletes_on="…"), "visit": None}  # no way on from inside the frame
        response = render(request, "surveys/preview_page.html", page)
    response["Content-Security-Policy"] = IN_OUR_OWN_FRAME
    return response
