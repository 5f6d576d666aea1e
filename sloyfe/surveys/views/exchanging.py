"""Questionnaires out and in as XLSForm."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys.actions import exchanging
from sloyfe.surveys.forms.exchanging import TakeInForm, UploadForm, sealed
from sloyfe.surveys.models import Audience
from sloyfe.surveys.queries import order
from sloyfe.surveys.views.found import instrument_of
from sloyfe.surveys.xlsforms.book import LARGEST, read_book
from sloyfe.surveys.xlsforms.incoming import Incoming
from sloyfe.surveys.xlsforms.reading import read_form
from sloyfe.surveys.xlsforms.writing import workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@can(Can.SURVEY_BUILD)
def xlsform(_request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """A questionnaire as a file."""
    found = instrument_of(visit, key)
    name = slugify(found.title.read("nb")) or "sporreskjema"
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return HttpResponse(workbook(found, order.outline(found)), content_type=XLSX, headers=headers)


@can(Can.SURVEY_BUILD)
def arrivals(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose a file, see what comes along and what does not, and say yes."""
    if "read" in request.POST:
        return _take_in(request, visit)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and form.attempt(_read, form):
        incoming: Incoming = form.result
        first = {"audience": incoming.audience or Audience.STAFF, "read": sealed(incoming)}
        page = {"incoming": incoming, "form": TakeInForm(initial=first)}
        return render(request, "surveys/arrival.html", page)
    return render(request, "surveys/arrivals.html", {"form": form}, status=form.status_code)


def _take_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = TakeInForm(request.POST)
    if form.is_valid():
        incoming: Incoming = form.cleaned_data["read"]
        told = {"space": visit.space, "incoming": incoming, "audience": form.cleaned_data["audience"]}
        if form.attempt(exchanging.take_in, **told, by=visit.person, at=timezone.now()):
            messages.success(request, _("Skjemaet er tatt inn. Se gjennom det før du sender det ut."))
            return redirect("surveys:instrument", visit.space.slug, form.result.pk)
    return render(request, "surveys/arrivals.html", {"form": UploadForm(), "wrong": form}, status=form.status_code)


def _read(form: UploadForm) -> Incoming:
    file = form.cleaned_data["file"]
    content = file.read(LARGEST + 1)
    return read_form(read_book(content), title=file.name.rsplit(".", 1)[0])
