"""Making partnerships; for those who run the installation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import operator
from sloyfe.cycle.partnership.actions import partnerships as actions
from sloyfe.cycle.partnership.forms.parties import PartnershipForm
from sloyfe.cycle.partnership.queries.invitations import public_link
from sloyfe.cycle.partnership.queries.rounds import partnerships as every_partnership
from sloyfe.people.models import Person


@operator
def partnerships(request: HttpRequest, person: Person) -> HttpResponse:
    """Every partnership, and a new one with its first coordinator."""
    form = PartnershipForm(request.POST or None, initial={"language": "nb"})
    link = ""
    if form.is_valid() and form.attempt(actions.make_partnership, by=person, at=timezone.now(), **form.cleaned_data):
        link = public_link(form.result)
        messages.success(request, _("Partnerskapet er opprettet, og koordinatoren har fått en invitasjon."))
        form = PartnershipForm(initial={"language": "nb"})
    page = {"form": form, "partnerships": every_partnership(), "link": link}
    return render(request, "partnership/partnerships.html", page, status=form.status_code)
