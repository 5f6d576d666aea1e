"""Choosing a released figure, and leaders and staff side by side."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.actions import findings as actions
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.findings import FigureForm
from sloyfe.cycle.needs.models import FindingKind, Theme
from sloyfe.cycle.needs.queries import figures as queries
from sloyfe.cycle.needs.queries import findings as finding_queries
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.needs.views.notes import saved
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.surveys import queries as surveys
from sloyfe.surveys.models import OutsideFigure, Wave
from sloyfe.surveys.queries import outside

SHOWN = 200  # figures on a page


@can(Can.FINDING_RECORD)
def released(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The released figures, one level at a time."""
    wave = surveys.staff_released(visit.space)
    places = surveys.visible_places(visit, wave) if wave else []
    here = _level(places, request.GET.get("sted", ""))
    whole = wave is not None and surveys.sees_whole(visit, wave)
    page = {
        "wave": wave,
        "places": places,
        "here": here,
        "whole": whole,
        "figures": queries.drawn_figures(wave, here) if wave and whole else [],
    }
    return render(request, "needs/released.html", page)


@can(Can.FINDING_RECORD)
def figure_finding(request: HttpRequest, visit: Visit, wave: UUID, item: str) -> HttpResponse:
    """A released figure with a story beside it."""
    survey, here = _chosen(visit, wave, request.GET.get("sted", ""))
    wording = queries.wording(survey, item)
    if wording is None:
        raise Http404
    places = [here] if here else finding_queries.places_to_record_at(visit, needs_queries.unit_places(visit.space))
    theme = item.partition(".")[2]
    initial = {"title": wording.read(get_language() or "nb")[:160], "theme": theme if theme in Theme else Theme.OTHER}
    form = FigureForm(request.POST or None, places=places, root=visit.space, initial=initial)
    if request.method == "POST" and form.is_valid():
        place = next(place for place in places if str(place.pk) == form.cleaned_data["place"])
        number, seen = actions.Reference(survey, item, here), form.seen()
        this_round, now = current_round(visit.space), timezone.now()
        kind = FindingKind.FIGURE
        if form.attempt(actions.record_finding, this_round, kind, place, seen, by=visit.person, at=now, number=number):
            saved(request, _("Funnet er lagret."), seen.title, seen.story, seen.interpretation)
            return redirect("needs:finding", visit.space.slug, form.result.pk)
    figure = next(one for one in queries.drawn_figures(survey, here) if one.item == item)
    page = {"form": form, "sort": "utvalg", "figure": figure, "content": needs_content()}
    return render(request, "needs/new_finding.html", page, status=form.status_code)


@can(Can.FINDING_RECORD)
def read_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The figures that were read in with a file, one indicator at a time."""
    seen = outside.figures(visit)
    indicators = list(seen.order_by("indicator").values_list("indicator", flat=True).distinct())
    chosen = request.GET.get("maling", "")
    here = chosen if chosen in indicators else next(iter(indicators), "")
    page = {"indicators": indicators, "here": here, "figures": seen.filter(indicator=here)[:SHOWN], "shown": SHOWN}
    return render(request, "needs/read_in.html", page)


@can(Can.FINDING_RECORD)
def outside_finding(request: HttpRequest, visit: Visit, figure: UUID) -> HttpResponse:
    """A figure that was read in, with a story beside it."""
    number = outside.figures(visit).filter(pk=figure).first()
    if number is None:
        raise Http404
    places = _places_for(visit, number)
    form = FigureForm(request.POST or None, places=places, root=visit.space, initial={"title": number.indicator[:160]})
    if request.method == "POST" and form.is_valid():
        place = next(place for place in places if str(place.pk) == form.cleaned_data["place"])
        seen, this_round, now = form.seen(), current_round(visit.space), timezone.now()
        kind = FindingKind.FIGURE
        if form.attempt(actions.record_finding, this_round, kind, place, seen, by=visit.person, at=now, number=number):
            saved(request, _("Funnet er lagret."), seen.title, seen.story, seen.interpretation)
            return redirect("needs:finding", visit.space.slug, form.result.pk)
    page = {"form": form, "sort": "innlest", "number": number, "content": needs_content()}
    return render(request, "needs/new_finding.html", page, status=form.status_code)


def _places_for(visit: Visit, number: OutsideFigure) -> list[Space]:
    """A unit's figure stays with the unit; one about all, or about none of ours, may be built on anywhere."""
    anywhere = finding_queries.places_to_record_at(visit, needs_queries.unit_places(visit.space))
    if number.place is None or number.place_id == visit.space.pk:
        return anywhere
    inside = [place for place in anywhere if place.inside(number.place)]
    if not inside:
        raise PermissionDenied
    return inside


@can(Can.RELEASE_SEE)
def two_views(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What leaders and staff said about the same things; the network only, so that no one leader is rated."""
    labels = {"themes": [_("Trygg i dag"), _("Behov for mer")], "beside": [_("Ledere"), _("Personale")]}
    return render(request, "needs/two_views.html", {"views": queries.two_views(visit), "labels": labels})


def _chosen(visit: Visit, key: UUID, at: str) -> tuple[Wave, Space | None]:
    wave = surveys.staff_released(visit.space)
    if wave is None or wave.pk != key:
        raise Http404
    here = _level(surveys.visible_places(visit, wave), at)
    if here is None and (at or not surveys.sees_whole(visit, wave)):
        raise Http404
    return wave, here


def _level(places: list[Space], key: str) -> Space | None:
    return next((place for place in places if str(place.pk) == key), None)
