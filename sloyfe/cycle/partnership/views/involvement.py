"""The record of who was heard."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import expectations as actions
from sloyfe.cycle.partnership.forms.expectations import InvolvementForm
from sloyfe.cycle.partnership.queries import expectations as queries
from sloyfe.cycle.partnership.queries import rounds
from sloyfe.cycle.partnership.views.doors import demand, found, warn_of_names


@can(Can.INVOLVEMENT_SEE, POST=Can.INVOLVEMENT_RECORD)
def involvement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who took part, when and how (GET), and one more entry (POST)."""
    this_round = rounds.current_round(visit.space)
    form = InvolvementForm(
        request.POST or None, parties=rounds.own_parties(visit), initial={"on": timezone.localdate()}
    )
    if form.is_valid() and form.attempt(
        actions.record_involvement, this_round, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Det er ført opp."))
        warn_of_names(request, form.cleaned_data["remark"])
        return redirect("partnership:involvement", slug=visit.space.slug)
    page = {
        "form": form,
        "rows": queries.involvements(this_round),
        "may_record": visit.may(Can.INVOLVEMENT_RECORD),
        "steers": visit.may(Can.PARTY_CHANGE),
    }
    return render(request, "partnership/involvement.html", page, status=form.status_code)


@require_POST
@can(Can.INVOLVEMENT_RECORD)
def involvement_removal(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Strike an entry of one's own; those who steer may strike any."""
    row = found(queries.involvement(visit.space, key))
    demand(row.recorded_by_id == visit.person.pk or visit.may(Can.PARTY_CHANGE))
    actions.remove_involvement(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Oppføringen er fjernet."))
    return redirect("partnership:involvement", slug=visit.space.slug)
