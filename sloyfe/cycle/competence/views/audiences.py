"""Whom the pages of a package are for: the proposals with their signs, and a person's decision on each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions import audiences as actions
from sloyfe.cycle.competence.forms.audiences import AudienceForm
from sloyfe.cycle.competence.models import PackageVersion
from sloyfe.cycle.competence.queries import audiences as queries
from sloyfe.cycle.competence.queries.packages import newest_version
from sloyfe.cycle.competence.views.drawing.words import CHOICES, SIGNS


@can(Can.PACKAGE_MANAGE)
def audiences(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Every page, and whom it is for."""
    version = _version(visit, package)
    rows = queries.judged(version)
    form = AudienceForm(rows, CHOICES, request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = {"by": visit.person, "at": timezone.now()}
        if form.attempt(actions.choose, version, form.answers("sees"), form.answers("seen"), **told):
            _say(request, form.result)
            return redirect("competence:audiences", visit.space.slug, package)
    last = queries.last_decision(version.package.audience_choices.select_related("by"))
    page = {
        "package": version.package,
        "form": form,
        "signs": SIGNS,
        "choices": CHOICES,
        "open": sum(row.is_open for row in rows),
        "last": last[1] if last else [],
    }
    return render(request, "competence/audiences.html", page, status=form.status_code)


@require_POST
@can(Can.PACKAGE_MANAGE)
def proposals(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Accept every proposal that nobody has decided on."""
    _say(request, actions.accept(_version(visit, package), by=visit.person, at=timezone.now()))
    return redirect("competence:audiences", visit.space.slug, package)


@require_POST
@can(Can.PACKAGE_MANAGE)
def undoing(_request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Take back what was decided last."""
    actions.undo(_version(visit, package), by=visit.person, at=timezone.now())
    return redirect("competence:audiences", visit.space.slug, package)


def _say(request: HttpRequest, pages: int) -> None:
    said = ngettext("Valget for %(pages)s side er lagret.", "Valget for %(pages)s sider er lagret.", pages)
    messages.success(request, said % {"pages": pages})


def _version(visit: Visit, package: UUID) -> PackageVersion:
    version = newest_version(visit.space, package)
    if version is None:
        raise Http404
    return version
