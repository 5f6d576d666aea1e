"""The parts of a questionnaire, and whom a part or a question is for."""

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
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.surveys.actions import hanging, parting
from sloyfe.surveys.forms.building import ConditionForm, PartForm
from sloyfe.surveys.models import Instrument, Item, Part
from sloyfe.surveys.queries import order
from sloyfe.surveys.views.building import whole
from sloyfe.surveys.views.found import instrument_of, item_of, part_of


@can(Can.SURVEY_BUILD)
def parts(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Add a part."""
    found = instrument_of(visit, key)
    form = PartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        title, help_ = form.cleaned_data["title"], form.cleaned_data["help"] or Text()
        if form.attempt(parting.add_part, found, title=title, help=help_, by=visit.person, at=timezone.now()):
            messages.success(request, _("Delen er lagt til, sist i skjemaet."))
            return redirect("surveys:instrument", visit.space.slug, key)
    return render(request, "surveys/part.html", {"form": form, "instrument": found}, status=form.status_code)


@can(Can.SURVEY_BUILD)
def part(request: HttpRequest, visit: Visit, key: UUID, part: UUID) -> HttpResponse:
    """Rename a part."""
    found = instrument_of(visit, key)
    row = part_of(found, part)
    form = PartForm(request.POST) if request.method == "POST" else PartForm.of(row)
    if request.method == "POST" and form.is_valid():
        told = {**form.cleaned_data, "help": form.cleaned_data["help"] or Text()}
        told["version"] = told["version"] or 0
        if form.attempt(parting.change_part, row, **told, by=visit.person, at=timezone.now()):
            messages.success(request, _("Lagret."))
            return redirect("surveys:instrument", visit.space.slug, key)
    page = {"form": form, "instrument": found, "part": row}
    return render(request, "surveys/part.html", page, status=form.status_code)


@require_POST
@can(Can.SURVEY_BUILD)
def move(request: HttpRequest, visit: Visit, key: UUID, part: UUID) -> HttpResponse:
    """Move a part up or down."""
    found = instrument_of(visit, key)
    row = part_of(found, part)
    try:
        parting.move_part(row, up=request.POST.get("direction") == "up", by=visit.person, at=timezone.now())
    except Refusal as refusal:
        return whole(request, found, refusal)
    return redirect("surveys:instrument", visit.space.slug, key)


@require_POST
@can(Can.SURVEY_BUILD)
def removal(request: HttpRequest, visit: Visit, key: UUID, part: UUID) -> HttpResponse:
    """Take an empty part out, or put it back."""
    found = instrument_of(visit, key)
    row, comes_back = part_of(found, part), request.POST.get("out") == "0"
    act = parting.restore_part if comes_back else parting.remove_part
    try:
        act(row, by=visit.person, at=timezone.now())
    except Refusal as refusal:
        return whole(request, found, refusal)
    back, out = _("Delen er satt inn igjen, sist i skjemaet."), _("Delen er tatt ut. Du finner den nederst på siden.")
    messages.success(request, back if comes_back else out)
    return redirect("surveys:instrument", visit.space.slug, key)


@can(Can.SURVEY_BUILD)
def item_condition(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Whom a question is for."""
    found = instrument_of(visit, key)
    return _condition(request, visit, found, item_of(found, item))


@can(Can.SURVEY_BUILD)
def part_condition(request: HttpRequest, visit: Visit, key: UUID, part: UUID) -> HttpResponse:
    """Whom a part is for."""
    found = instrument_of(visit, key)
    return _condition(request, visit, found, part_of(found, part))


def _condition(request: HttpRequest, visit: Visit, instrument: Instrument, row: Item | Part) -> HttpResponse:
    earlier = order.outline(instrument).before(row)
    told = row.condition or {"item": "", "answers": []}
    wanted = request.POST.get("item") or request.GET.get("etter") or told["item"]
    asked = next((item for item in earlier if item.key == wanted), None)
    page: dict[str, object] = {"instrument": instrument, "row": row, "earlier": earlier, "asked": asked}
    if request.method == "POST" and "drop" in request.POST:
        version = request.POST.get("version", "")
        hanging.drop_condition(
            row, version=int(version) if version.isdecimal() else 0, by=visit.person, at=timezone.now()
        )
        messages.success(request, _("Vilkåret er tatt bort. Alle får spørsmålet nå."))
        return redirect("surveys:instrument", visit.space.slug, instrument.pk)
    if asked is None:
        if request.method == "POST":
            raise Http404
        return render(request, "surveys/condition.html", page)
    first = {"answers": [str(one) for one in told["answers"]] if told["item"] == asked.key else []}
    form = ConditionForm(request.POST or None, asked=asked, initial={**first, "version": row.version})
    if request.method == "POST" and form.is_valid():
        kept = {**form.cleaned_data, "item": asked.key, "by": visit.person, "at": timezone.now()}
        if form.attempt(hanging.set_condition, row, **kept):
            messages.success(request, _("Lagret."))
            return redirect("surveys:instrument", visit.space.slug, instrument.pk)
    return render(request, "surveys/condition.html", {**page, "form": form}, status=form.status_code)
