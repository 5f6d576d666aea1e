"""Who works together: organisations, what is missing, and the consent of private places."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import gate as gate_actions
from sloyfe.cycle.partnership.actions import parties as actions
from sloyfe.cycle.partnership.forms.parties import AddPartyForm, OwnOrganisationForm, SearchForm
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.queries import parties_page, rounds
from sloyfe.cycle.partnership.queries.composition import composition as check_composition
from sloyfe.cycle.partnership.queries.signatures import signs_for
from sloyfe.cycle.partnership.views.doors import demand, found
from sloyfe.organisations import queries as organisations
from sloyfe.organisations.models import Organisation


@can(Can.PARTY_SEE)
def parties(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who works together."""
    page = {"page": parties_page.parties_page(visit), "may_change": visit.may(Can.PARTY_CHANGE)}
    return render(request, "partnership/parties.html", page)


@can(Can.PARTY_SEE)
def composition(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whether everybody who should be at the table has a seat there."""
    lines = check_composition(visit.space, on=timezone.localdate())
    missing = sum(not line.met for line in lines)
    page = {"lines": lines, "missing": missing, "may_change": visit.may(Can.PARTY_CHANGE)}
    return render(request, "partnership/composition.html", page)


@can(Can.PARTY_CHANGE)
def new_party(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Find an organisation and take it in."""
    today = timezone.localdate()
    form = AddPartyForm(request.POST or None)
    if form.is_valid():
        organisation = get_object_or_404(Organisation.objects.standing(today), pk=form.cleaned_data["organisation"])
        role = PartyRole(form.cleaned_data["role"])
        if form.attempt(
            actions.add_party, visit.space, organisation, role, by=visit.person, at=timezone.now(), on=today
        ):
            messages.success(request, _("%(name)s er med som part.") % {"name": organisation.name})
            return redirect(request.get_full_path())
    words = request.GET.get("words", "")
    page = {
        "form": form,
        "search": SearchForm(initial={"words": words}),
        "words": words,
        "results": parties_page.results(visit.space, organisations.search(words, on=today)),
        "suggestions": parties_page.suggestions(visit.space, on=today),
    }
    return render(request, "partnership/new_party.html", page, status=form.status_code)


@can(Can.PARTY_CHANGE)
def own_organisation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take in an organisation that no register knows."""
    form = OwnOrganisationForm(request.POST or None, initial={"name": request.GET.get("words", "")})
    today = timezone.localdate()
    if form.is_valid() and form.attempt(
        actions.add_own_organisation, visit.space, by=visit.person, at=timezone.now(), on=today, **form.cleaned_data
    ):
        messages.success(request, _("%(name)s er med som part.") % {"name": form.result.organisation.name})
        return redirect("partnership:parties", slug=visit.space.slug)
    return render(request, "partnership/own_organisation.html", {"form": form}, status=form.status_code)


@require_POST
@can(Can.PARTY_CHANGE)
def party_end(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The organisation leaves."""
    party = found(rounds.party(visit.space, key))
    actions.end_party(party, by=visit.person, at=timezone.now(), on=timezone.localdate())
    told = _("%(name)s er ikke lenger part. Du kan angre nederst på siden.")
    messages.success(request, told % {"name": party.organisation.name})
    return redirect("partnership:parties", slug=visit.space.slug)


@require_POST
@can(Can.PARTY_CHANGE)
def party_return(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Undo: the organisation takes part again."""
    party = found(rounds.party(visit.space, key))
    actions.bring_back(party, by=visit.person, at=timezone.now())
    messages.success(request, _("%(name)s er med igjen.") % {"name": party.organisation.name})
    return redirect("partnership:parties", slug=visit.space.slug)


@require_POST
@can(Can.AGREEMENT_SIGN)
def confirmation(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The competence partner says yes, or takes it back."""
    party = found(rounds.party(visit.space, key))
    demand(signs_for(visit, party))
    act = gate_actions.retract_partner if "retract" in request.POST else gate_actions.confirm_partner
    act(rounds.current_round(visit.space), party, by=visit.person, at=timezone.now())
    return redirect("partnership:parties", slug=visit.space.slug)


@can(Can.PLACE_OPEN)
def consent(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A shielded place lets those above see its material, or stops doing so."""
    place = found(visit.place if visit.place and visit.place.shielded else None)
    if request.method == "POST":
        act = actions.open_place if request.POST.get("open") == "yes" else actions.close_place
        act(place, visit.space, by=visit.person, at=timezone.now())
        messages.success(request, _("Valget er lagret."))
        return redirect(request.path)
    page = {"place": place, "opening": getattr(place, "opening", None)}
    return render(request, "partnership/consent.html", page)
