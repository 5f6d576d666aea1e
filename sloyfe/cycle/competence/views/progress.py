"""How far units have come: a unit's own page, what is noted there, the overview, and the certificate."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions import progress as actions
from sloyfe.cycle.competence.forms.progress import DoneForm
from sloyfe.cycle.competence.models import PackageVersion
from sloyfe.cycle.competence.papers.certificate import certificate_paper
from sloyfe.cycle.competence.queries import packages
from sloyfe.cycle.competence.queries import progress as queries
from sloyfe.cycle.competence.queries.certificates import certificates_of
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.documents import FORMATS
from sloyfe.documents import render as rendered
from sloyfe.documents.tree import Language
from sloyfe.kit.refusal import Refusal

LANGUAGES: tuple[Language, ...] = ("nb", "nn")


@dataclass(frozen=True)
class Here:
    """A package at a unit."""

    visit: Visit
    version: PackageVersion
    place: Space

    @property
    def may_mark(self) -> bool:
        return self.visit.may(Can.PROGRESS_MARK, self.place)

    def back(self) -> HttpResponse:
        """The unit's page."""
        return redirect("competence:progress", self.visit.space.slug, self.place.pk, self.version.package_id)


@can(Can.PROGRESS_SEE)
def overview(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Every unit by name: not begun, under way or done."""
    version = _version(visit, package)
    page = {"package": version.package, "units": queries.by_unit(visit, version)}
    return render(request, "competence/progress_overview.html", page)


@can(Can.PROGRESS_SEE)
def unit(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """What a unit has done, and what is left."""
    here = _here(visit, package)
    now = queries.progress_at(here.version, here.place)
    return _page(request, here, now, DoneForm(now, initial={"on": timezone.localdate(), "pages": _asked(request)}))


@require_POST
@can(Can.PROGRESS_MARK)
def noting(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """We have done this."""
    here = _here(visit, package)
    now = queries.progress_at(here.version, here.place)
    form = DoneForm(now, request.POST)
    if form.is_valid() and form.attempt(
        actions.note_done, here.version, here.place, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Det er notert."))
        return here.back()
    return _page(request, here, now, form)


@require_POST
@can(Can.PROGRESS_MARK)
def undoing(request: HttpRequest, visit: Visit, package: UUID, done: UUID) -> HttpResponse:
    """It was not done after all."""
    here = _here(visit, package)
    row = queries.done_row(visit.space, here.place, package, done)
    if row is None:
        raise Http404
    actions.undo_done(row, here.version, by=visit.person, at=timezone.now())
    messages.success(request, _("Det er tatt bort. Bevis som bygger på det, er trukket tilbake."))
    return here.back()


@require_POST
@can(Can.PROGRESS_MARK)
def certifying(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Give the unit its certificate."""
    here = _here(visit, package)
    try:
        actions.attest(here.version, here.place, by=visit.person, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return here.back()
    messages.success(request, _("Beviset er laget."))
    return here.back()


@can(Can.PROGRESS_SEE)
def certificate_file(
    request: HttpRequest, visit: Visit, package: UUID, *, code: str, language: str, kind: str
) -> HttpResponse:
    """The certificate as a file, in the language that is asked for."""
    here = _here(visit, package)
    given = next((each for each in certificates_of(here.version, here.place) if each.row.code == code), None)
    known = next((each for each in LANGUAGES if each == language), None)
    file_format = next((each for each in FORMATS if each == kind), None)
    if given is None or known is None or file_format is None:
        raise Http404
    address = request.build_absolute_uri(reverse("certificates:certificate", args=[given.code]))
    made = rendered(certificate_paper(given, known, address), file_format)
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _page(request: HttpRequest, here: Here, now: queries.Progress, form: DoneForm) -> HttpResponse:
    page = {
        "here": here,
        "package": here.version.package,
        "progress": now,
        "form": form,
        "may_mark": here.may_mark,
        "certificates": certificates_of(here.version, here.place),
        "languages": LANGUAGES,
        "formats": FORMATS,
    }
    return render(request, "competence/progress.html", page, status=form.status_code)


def _asked(request: HttpRequest) -> list[str]:
    """The page that somebody came from."""
    return request.GET.getlist("side")[:1]


def _here(visit: Visit, package: UUID) -> Here:
    version = _version(visit, package)
    units = {unit.place_id for unit in parties(visit.space, PartyRole.UNIT)}
    if visit.place is None or visit.place.pk not in units:
        raise Http404
    return Here(visit, version, visit.place)


def _version(visit: Visit, package: UUID) -> PackageVersion:
    version = packages.newest_version(visit.space, package)
    if version is None or not (packages.heads(version, visit) or visit.may(Can.PACKAGE_MANAGE)):
        raise Http404
    return version
