"""Signing for a party."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import signatures as actions
from sloyfe.cycle.partnership.forms.agreement import SignForm
from sloyfe.cycle.partnership.models.wording import Part
from sloyfe.cycle.partnership.queries import agreement, gate, rounds
from sloyfe.cycle.partnership.queries import signatures as queries
from sloyfe.cycle.partnership.views.doors import found


@can(Can.AGREEMENT_SEE, POST=Can.AGREEMENT_SIGN)
def signatures(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who has signed the version that was put forward (GET); signing (POST)."""
    this_round = rounds.current_round(visit.space)
    begun = agreement.agreement_of(this_round)
    newest = agreement.newest_version(begun) if begun else None
    form = SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        party = found(rounds.party(visit.space, form.cleaned_data["party"]))
        read = found(queries.version(visit.space, form.cleaned_data["version"]))
        title = form.cleaned_data["title"]
        if form.attempt(actions.sign, read, party, title=title, by=visit.person, at=timezone.now()):
            messages.success(request, _("Du har signert for %(party)s.") % {"party": party.organisation.name})
            return redirect("partnership:signatures", slug=visit.space.slug)
    signing = queries.signing(newest, visit) if newest else []
    started = gate.start_of(this_round)
    page = {
        "form": form,
        "newest": newest,
        "amendment": getattr(newest, "amendment", None),
        "signing": signing,
        "mine": [each for each in signing if each.is_mine and not each.signature] if started else [],
        "given": sum(each.signature is not None for each in signing),
        "parts": [Part.from_json(part) for part in newest.content] if newest else [],
        "started": started,
    }
    return render(request, "partnership/signatures.html", page, status=form.status_code)
