"""Carrying goals and measures down into the needs reports."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.cycle.plan.actions.needs_reports import tell_needs_reports


@require_POST
@can(Can.REPORT_WRITE)
def needs_reports(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The plan's goals and measures, where the reports have nothing yet."""
    tell_needs_reports(current_round(visit.space), by=visit.person, at=timezone.now())
    messages.success(request, _("Mål og tiltak er fylt inn i behovsmeldingen."))
    return redirect("needs:reports", visit.space.slug)
