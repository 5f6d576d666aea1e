"""The front page of the needs station, and the owners' own priorities."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.actions import merging
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.merging import OwnerPriorityForm
from sloyfe.cycle.needs.queries import needs as queries
from sloyfe.cycle.needs.queries import overview as overview_queries
from sloyfe.cycle.needs.queries import turns
from sloyfe.cycle.needs.views.notes import saved
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.models import PartyRole


@can(Can.NEED_SEE)
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    """From findings to priorities: where are we, and what is next."""
    this_round = partnership.current_round(visit.space)
    steers = visit.may(Can.NEED_MERGE)
    now = overview_queries.standing(this_round)
    statuses = queries.unit_statuses(visit, this_round, now.of_units)
    page = {
        "steps": overview_queries.steps(visit.space.slug or "", now),
        "turns": turns.turns_of(now.prioritisation, this_round, visit),
        "statuses": statuses if steers else [status for status in statuses if status.shared],
        "tally": overview_queries.unit_tally(statuses) if steers else "",
        "priorities": now.priorities,
        "may_compare": visit.may(Can.RELEASE_SEE),
        "may_report": visit.may(Can.REPORT_SEE),
        "content": needs_content(),
    }
    return render(request, "needs/overview.html", page)


@can(Can.NEED_SEE, POST=Can.NEED_MERGE)
def owner_priorities(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the owners have already decided to work on."""
    owners = {str(party.place_id): party for party in partnership.parties(visit.space, PartyRole.OWNER)}
    named = [(key, party.organisation.name) for key, party in owners.items()]
    form = OwnerPriorityForm(request.POST or None, owners=named)
    if request.method == "POST" and form.is_valid():
        place, title = owners[form.cleaned_data["place"]].place, form.cleaned_data["title"]
        now = timezone.now()
        if form.attempt(merging.name_owner_priority, place, title, space=visit.space, by=visit.person, at=now):
            saved(request, _("Satsingsområdet er lagret."))
            return redirect("needs:owner_priorities", visit.space.slug)
    page = {
        "priorities": queries.owner_priorities(visit.space),
        "form": form,
        "may_name": visit.may(Can.NEED_MERGE),
    }
    return render(request, "needs/owner_priorities.html", page, status=form.status_code)
