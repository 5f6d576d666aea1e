"""A meeting like the last one, and templates of our own."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import copying as actions
from sloyfe.cycle.meetings.forms.copying import TemplateForm
from sloyfe.cycle.meetings.forms.meetings import PLAIN, DetailsForm
from sloyfe.cycle.meetings.models import ScriptTemplate
from sloyfe.cycle.meetings.queries import meetings as queries
from sloyfe.cycle.meetings.queries import templates
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.notes import saved

WEEK = timedelta(days=7)


@can(Can.MEETING_LEAD)
def copy(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The same as last time, a week later or on the same day of the coming week."""
    row = led(visit, meeting)
    today, coming = timezone.localdate(), row.on + WEEK
    while coming < today:
        coming += WEEK
    stood = {name: getattr(row, name) for name in PLAIN} | {"on": coming}
    stood["places"] = [str(place.pk) for place in row.places.all()]
    may_gather = visit.may(Can.MEETING_GATHER)
    form = DetailsForm(queries.places_to_meet_at(visit), request.POST or None, may_gather=may_gather, initial=stood)
    if form.is_valid() and form.attempt(actions.copy_meeting, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Møtet er laget. Se over gangen, og endre det dere vil."), form.cleaned_data)
        return redirect("meetings:script", visit.space.slug, form.result.pk)
    return render(request, "meetings/copy.html", {"form": form, "meeting": row}, status=form.status_code)


@can(Can.MEETING_LEAD)
def new_template(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Keep the script of a meeting as a template of our own."""
    row = led(visit, meeting)
    before = row.template if row.template and templates.may_keep(visit, row.template) else None
    places, may_gather = queries.places_to_meet_at(visit), visit.may(Can.MEETING_GATHER)
    form = TemplateForm(row, places, request.POST or None, may_gather=may_gather, may_renew=before is not None)
    if form.is_valid():
        given = {"title": form.cleaned_data["title"], "by": visit.person, "at": timezone.now()}
        if before and form.renews:
            done = form.attempt(actions.renew_template, before, row, **given)
        else:
            done = form.attempt(actions.keep_template, row, place=form.place(), **given)
        if done:
            saved(request, _("Malen er lagret. Du finner den blant metodene."), form.cleaned_data)
            return redirect("meetings:methods", visit.space.slug)
    return render(request, "meetings/new_template.html", {"form": form, "meeting": row}, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def template_removal(request: HttpRequest, visit: Visit, template: UUID) -> HttpResponse:
    """Put it away."""
    actions.put_away(_kept(visit, template), by=visit.person, at=timezone.now())
    messages.success(request, _("Malen er lagt bort. Du kan hente den fram igjen nederst i lista."))
    return redirect("meetings:methods", visit.space.slug)


@require_POST
@can(Can.MEETING_LEAD)
def template_restoration(request: HttpRequest, visit: Visit, template: UUID) -> HttpResponse:
    """Fetch it again."""
    actions.fetch_again(_kept(visit, template), by=visit.person, at=timezone.now())
    messages.success(request, _("Malen er hentet fram igjen."))
    return redirect("meetings:methods", visit.space.slug)


def _kept(visit: Visit, key: UUID) -> ScriptTemplate:
    row = templates.template_seen(visit, key)
    if row is None:
        raise Http404
    if not templates.may_keep(visit, row):
        raise PermissionDenied
    return row
