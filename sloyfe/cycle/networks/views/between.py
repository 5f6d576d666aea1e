"""The work of a unit between gatherings, and of all units beside each other."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.views import notes
from sloyfe.cycle.networks.actions import between as actions
from sloyfe.cycle.networks.forms.between import BetweenForm, StepForm
from sloyfe.cycle.networks.models import BetweenWork, Step
from sloyfe.cycle.networks.queries import between as queries
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.cycle.plan.queries.goals import goal_choices
from sloyfe.cycle.plan.queries.people import responsibles
from sloyfe.kit.text import Text


@can(Can.BETWEEN_SEE)
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Unit by unit."""
    page = {"units": queries.by_unit(visit, current_round(visit.space))}
    return render(request, "networks/overview.html", page)


@can(Can.BETWEEN_SEE)
def works(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What a unit has taken on."""
    this_round, unit = current_round(visit.space), _unit(visit)
    may_write = visit.may(Can.BETWEEN_WRITE, unit.place)
    page = {
        "unit": unit,
        "works": queries.works_of(unit, this_round),
        "removed": queries.removed_of(unit, this_round) if may_write else [],
        "may_write": may_write,
    }
    return render(request, "networks/works.html", page)


@can(Can.BETWEEN_WRITE)
def new_work(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take something on."""
    this_round, unit = current_round(visit.space), _unit(visit)
    asked = responsibles(unit.place, on=timezone.localdate())
    form = BetweenForm(goal_choices(this_round), asked, data=request.POST or None)
    if form.is_valid() and form.attempt(
        actions.take_on, this_round, unit, by=visit.person, at=timezone.now(), **form.said()
    ):
        notes.saved(request, _("Mellomarbeidet er lagret."), *_words(form))
        return redirect("networks:work", visit.space.slug, unit.place_id, form.result.pk)
    return render(request, "networks/work_form.html", {"form": form, "unit": unit}, status=form.status_code)


@can(Can.BETWEEN_SEE)
def work(request: HttpRequest, visit: Visit, work: UUID) -> HttpResponse:
    """One task card."""
    row = _work(visit, work)
    return _page(request, visit, row, StepForm(initial=_stands(row)))


@can(Can.BETWEEN_WRITE)
def work_text(request: HttpRequest, visit: Visit, work: UUID) -> HttpResponse:
    """Write it anew."""
    row = _work(visit, work)
    asked = responsibles(row.unit.place, on=timezone.localdate(), keeping=row)
    form = BetweenForm(goal_choices(row.round), asked, row, request.POST or None)
    if form.is_valid() and form.attempt(
        actions.change_work, row, by=visit.person, at=timezone.now(), **{"goal": None} | form.said()
    ):
        notes.saved(request, _("Mellomarbeidet er lagret."), *_words(form))
        return _back(visit, row)
    page = {"form": form, "unit": row.unit, "work": row}
    return render(request, "networks/work_form.html", page, status=form.status_code)


@require_POST
@can(Can.BETWEEN_WRITE)
def work_step(request: HttpRequest, visit: Visit, work: UUID) -> HttpResponse:
    """Say how far it has come."""
    row = _work(visit, work)
    form = StepForm(request.POST)
    if form.is_valid():
        step, words = Step(form.cleaned_data["step"]), form.cleaned_data["words"]
        if form.attempt(actions.note_step, row, step, words, by=visit.person, at=timezone.now()):
            notes.saved(request, _("Det er notert."), words)
            return _back(visit, row)
    return _page(request, visit, row, form)


@require_POST
@can(Can.BETWEEN_WRITE)
def work_removal(request: HttpRequest, visit: Visit, work: UUID) -> HttpResponse:
    """Take it out; the list offers to put it back."""
    row = _work(visit, work)
    actions.remove_work(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Mellomarbeidet er tatt bort. Du kan angre nederst på siden."))
    return redirect("networks:works", visit.space.slug, row.unit.place_id)


@require_POST
@can(Can.BETWEEN_WRITE)
def work_restoration(request: HttpRequest, visit: Visit, work: UUID) -> HttpResponse:
    """Put it back."""
    row = _work(visit, work)
    actions.restore_work(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Mellomarbeidet er tilbake."))
    return _back(visit, row)


def _page(request: HttpRequest, visit: Visit, row: BetweenWork, form: StepForm) -> HttpResponse:
    page = {"work": row, "unit": row.unit, "form": form, "may_write": visit.may(Can.BETWEEN_WRITE, row.unit.place)}
    return render(request, "networks/work.html", page, status=form.status_code)


def _stands(row: BetweenWork) -> dict[str, str | Text]:
    return {"step": row.step.value, "words": row.returned.words if row.step == Step.BROUGHT_BACK else Text()}


def _words(form: BetweenForm) -> list[Text]:
    return [said for said in form.cleaned_data.values() if isinstance(said, Text)]


def _unit(visit: Visit) -> Party:
    unit = queries.unit_at(visit.space, visit.place.pk) if visit.place else None
    if unit is None:
        raise Http404
    return unit


def _work(visit: Visit, key: UUID) -> BetweenWork:
    row = queries.work(visit.space, _unit(visit), key)
    if row is None:
        raise Http404
    return row


def _back(visit: Visit, row: BetweenWork) -> HttpResponse:
    return redirect("networks:work", visit.space.slug, row.unit.place_id, row.pk)
