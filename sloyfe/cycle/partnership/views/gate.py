"""The start gate. `checks` gathers what every station asks; the site passes it in through the address table."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import gate as actions
from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.contract import Check, Reading
from sloyfe.cycle.partnership.forms.gate import OverrideForm, ReadinessForm
from sloyfe.cycle.partnership.models import Answer
from sloyfe.cycle.partnership.queries import gate as queries
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.cycle.partnership.queries.rounds import current_round

Checks = Callable[[Reading], Sequence[Check]]


@can(Can.GATE_SEE)
def gate(request: HttpRequest, visit: Visit, checks: Checks) -> HttpResponse:
    """What is ready, what is missing, and who can mend it."""
    return _page(request, visit, checks, OverrideForm())


@can(Can.GATE_SEE, POST=Can.GATE_ASSESS)
def readiness(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The readiness list (GET), and answering it (POST)."""
    this_round = current_round(visit.space)
    rows = queries.readiness(this_round)
    stored = {row.statement.key: row.answer.answer for row in rows if row.answer}
    form = ReadinessForm(request.POST or None, statements=gate_content().statements, initial=stored)
    if form.is_valid():
        given = {key: Answer(value) for key, value in form.cleaned_data.items() if value and value != stored.get(key)}
        if form.attempt(actions.answer_statements, this_round, given, by=visit.person, at=timezone.now()):
            messages.success(request, _("Svarene er lagret."))
            return redirect("partnership:readiness", slug=visit.space.slug)
    page = {
        "content": gate_content(),
        "rows": rows,
        "form": form,
        "scale": Answer.labels,
        "may_answer": visit.may(Can.GATE_ASSESS),
    }
    return render(request, "partnership/readiness.html", page, status=form.status_code)


@require_POST
@can(Can.GATE_START)
def start(request: HttpRequest, visit: Visit, checks: Checks) -> HttpResponse:
    """Start because everything is ready."""
    this_round = current_round(visit.space)
    actions.start(this_round, checks=checks(reading(this_round)), by=visit.person, at=timezone.now())
    messages.success(request, _("Dere er klare til start. Nå kan avtalen signeres."))
    return redirect("partnership:gate", slug=visit.space.slug)


@require_POST
@can(Can.GATE_OVERRIDE)
def early_start(request: HttpRequest, visit: Visit, checks: Checks) -> HttpResponse:
    """Start with an open gate, and say why."""
    this_round = current_round(visit.space)
    form = OverrideForm(request.POST)
    if form.is_valid() and form.attempt(
        actions.start_anyway,
        this_round,
        form.cleaned_data["reason"],
        checks=checks(reading(this_round)),
        by=visit.person,
        at=timezone.now(),
    ):
        messages.success(request, _("Runden er startet. Begrunnelsen står på denne siden."))
        return redirect("partnership:gate", slug=visit.space.slug)
    return _page(request, visit, checks, form)


@require_POST
@can(Can.GATE_START)
def start_undo(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take the start back while nobody has signed."""
    actions.take_back_start(current_round(visit.space), by=visit.person, at=timezone.now())
    messages.success(request, _("Starten er angret."))
    return redirect("partnership:gate", slug=visit.space.slug)


def _page(request: HttpRequest, visit: Visit, checks: Checks, form: OverrideForm) -> HttpResponse:
    now = reading(current_round(visit.space))
    page = {
        "content": gate_content(),
        "standing": queries.standing(now, checks(now)),
        "form": form,
        "may_start": visit.may(Can.GATE_START),
        "may_override": visit.may(Can.GATE_OVERRIDE),
    }
    return render(request, "partnership/gate.html", page, status=form.status_code)
