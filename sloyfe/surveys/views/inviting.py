"""Codes on paper and by e-mail."""

from dataclasses import dataclass
from uuid import UUID

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import queries
from sloyfe.surveys.actions import inviting
from sloyfe.surveys.forms.running import LettersForm, SlipsForm
from sloyfe.surveys.models import Wave, WavePlace
from sloyfe.surveys.views.found import wave_of


@dataclass(frozen=True)
class Slip:
    """One code as it is printed: in groups for the eye, and as a picture for the phone."""

    code: str
    picture: SafeString


@can(Can.SURVEY_RUN)
def slips(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Make code slips for a place; they are shown once, to be printed."""
    wave = wave_of(visit, key)
    form = SlipsForm(request.POST or None, wave=wave)
    if request.method == "POST" and form.is_valid():
        row = _wave_place(wave, form.cleaned_data["place"])
        count, void = form.cleaned_data["count"], form.cleaned_data["void"]
        if form.attempt(inviting.make_codes, row, count, void=void, by=visit.person, at=timezone.now()):
            page = {"wave": wave, "place": row.place, "slips": [_slip(code) for code in form.result]}
            return render(request, "surveys/slips.html", {**page, "address": inviting.address_of("")[:-1]})
    page = {"form": form, "wave": wave, "made": queries.codes_made(wave)}
    return render(request, "surveys/slips_form.html", page, status=form.status_code)


@can(Can.SURVEY_RUN)
def letters(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Send one link to each address."""
    wave = wave_of(visit, key)
    suggested = {"addresses": "\n".join(queries.staff_addresses(wave))}
    form = LettersForm(request.POST or None, wave=wave, initial=suggested)
    if request.method == "POST" and form.is_valid():
        row = _wave_place(wave, form.cleaned_data["place"])
        addresses, void = form.cleaned_data["addresses"], form.cleaned_data["void"]
        if form.attempt(inviting.send_codes, row, addresses, void=void, by=visit.person, at=timezone.now()):
            sentence = ngettext("%(n)s lenke er sendt.", "%(n)s lenker er sendt.", form.result)
            messages.success(request, sentence % {"n": form.result})
            return redirect("surveys:wave", visit.space.slug, key)
    return render(request, "surveys/letters.html", {"form": form, "wave": wave}, status=form.status_code)


def _wave_place(wave: Wave, place: Space) -> WavePlace:
    return next(row for row in wave.places.all() if row.place_id == place.pk)


def grouped(code: str) -> str:
    """A code as it is read: in two groups."""
    return f"{code[:5]}-{code[5:]}"


def drawn(code: str) -> SafeString:
    """The address of a code as a picture for phones."""
    picture = segno.make(inviting.address_of(code), error="m")
    svg = picture.svg_inline(scale=3, border=2, svgclass="qr", lineclass=None, omitsize=True)
    return mark_safe(svg)  # noqa: S308 - drawn by segno from our own address


def _slip(code: str) -> Slip:
    return Slip(grouped(code), drawn(code))
