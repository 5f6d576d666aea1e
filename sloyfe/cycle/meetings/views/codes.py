"""A new code for whoever leads, and an old one for those who still have it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions.codes import replace_code
from sloyfe.cycle.meetings.views.finding import led


@require_POST
@can(Can.MEETING_LEAD)
def new_code(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The code on the wall is replaced."""
    row = led(visit, meeting)
    standing = getattr(row, "door", None)
    if standing is None:
        raise Http404
    replace_code(standing, by=visit.person, at=timezone.now())
    messages.success(request, _("Møtet har fått ny kode. De som er inne, blir værende."))
    return redirect("meetings:door", visit.space.slug, row.pk)
