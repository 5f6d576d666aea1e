"""What the parties expect of each other."""

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
from sloyfe.cycle.partnership.forms.expectations import AgreeForm, ExpectationForm, RewordForm
from sloyfe.cycle.partnership.models import Expectation, Party
from sloyfe.cycle.partnership.queries import expectations as queries
from sloyfe.cycle.partnership.queries import rounds
from sloyfe.cycle.partnership.views.doors import demand, found, warn_of_names


@can(Can.EXPECTATION_SEE, POST=Can.EXPECTATION_STATE)
def expectations(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every expectation (GET), and one more (POST)."""
    this_round = rounds.current_round(visit.space)
    mine = rounds.own_parties(visit)
    form = ExpectationForm(request.POST or None, mine=mine, everyone=rounds.parties(visit.space))
    if form.is_valid() and form.attempt(
        actions.state_expectation, this_round, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Forventningen er skrevet ned."))
        warn_of_names(request, form.cleaned_data["words"])
        return redirect("partnership:expectations", slug=visit.space.slug)
    rows = queries.expectations(this_round)
    page = {
        "form": form,
        "expectations": rows,
        "rows": [(row, _is_mine(visit, row, mine)) for row in rows],
        "may_state": visit.may(Can.EXPECTATION_STATE) and bool(mine),
    }
    return render(request, "partnership/expectations.html", page, status=form.status_code)


@can(Can.EXPECTATION_STATE)
def expectation(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Reword one expectation."""
    row = found(queries.expectation(visit.space, key))
    demand(_may_touch(visit, row))
    form = RewordForm(request.POST or None, initial={"words": row.words, "version": row.version})
    if form.is_valid():
        words, version = form.cleaned_data["words"], form.cleaned_data["version"]
        if form.attempt(actions.reword_expectation, row, words, version=version):
            messages.success(request, _("Endringen er lagret."))
            return redirect("partnership:expectations", slug=visit.space.slug)
    return render(request, "partnership/expectation.html", {"form": form, "row": row}, status=form.status_code)


@can(Can.EXPECTATION_STATE)
def expectation_agreed(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Record that both parties agree."""
    row = found(queries.expectation(visit.space, key))
    demand(_may_touch(visit, row))
    form = AgreeForm(request.POST or None, initial={"on": timezone.localdate()})
    if form.is_valid() and form.attempt(
        actions.agree_expectation, row, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Forventningen er avklart."))
        return redirect("partnership:expectations", slug=visit.space.slug)
    page = {"form": form, "row": row}
    return render(request, "partnership/expectation_agreed.html", page, status=form.status_code)


@require_POST
@can(Can.EXPECTATION_STATE)
def expectation_reopened(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Undo the agreement, or take an open expectation back."""
    row = found(queries.expectation(visit.space, key))
    demand(_may_touch(visit, row))
    act = actions.remove_expectation if "remove" in request.POST else actions.reopen_expectation
    act(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Endringen er lagret."))
    return redirect("partnership:expectations", slug=visit.space.slug)


def _may_touch(visit: Visit, row: Expectation) -> bool:
    return _is_mine(visit, row, rounds.own_parties(visit))


def _is_mine(visit: Visit, row: Expectation, mine: list[Party]) -> bool:
    """Whether this person speaks for either end."""
    ends = {row.by_party_id, row.of_party_id}
    return visit.may(Can.EXPECTATION_STATE) and any(party.pk in ends for party in mine)
