"""Writing the questions of a questionnaire."""

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
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.surveys.actions import asking
from sloyfe.surveys.forms.asking import ItemForm
from sloyfe.surveys.forms.building import PairForm
from sloyfe.surveys.views.building import whole
from sloyfe.surveys.views.found import any_item_of, instrument_of, item_of


@can(Can.SURVEY_BUILD)
def items(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Add a question of our own."""
    found = instrument_of(visit, key)
    first = {"section": request.GET.get("del"), "kind": "scale", "dont_know": True}
    form = ItemForm(request.POST or None, instrument=found, initial=first)
    if request.method == "POST" and form.is_valid():
        told = {**form.told(), **form.texts}
        if form.attempt(asking.add_item, found, **told, by=visit.person, at=timezone.now()):
            messages.success(request, _("Spørsmålet er lagt til."))
            return redirect("surveys:instrument", visit.space.slug, key)
    return render(request, "surveys/item.html", {"form": form, "instrument": found}, status=form.status_code)


@can(Can.SURVEY_BUILD)
def item(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Change a question."""
    found = instrument_of(visit, key)
    row = item_of(found, item)
    form = ItemForm(request.POST, instrument=found) if request.method == "POST" else ItemForm.of(row)
    if request.method == "POST" and form.is_valid():
        told = {**form.told(row), "texts": form.texts, "agreed": form.cleaned_data["agreed"]}
        version = form.cleaned_data["version"] or 0
        if form.attempt(asking.change_item, row, version=version, **told, by=visit.person, at=timezone.now()):
            messages.success(request, _("Lagret."))
            return redirect("surveys:instrument", visit.space.slug, key)
    page = {"form": form, "instrument": found, "item": row}
    return render(request, "surveys/item.html", page, status=form.status_code)


@can(Can.SURVEY_BUILD)
def pairs(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Ask twice about a topic: how it is now, and what is needed."""
    found = instrument_of(visit, key)
    form = PairForm(request.POST or None, instrument=found, initial={"section": request.GET.get("del")})
    if request.method == "POST" and form.is_valid():
        topic: Text = form.cleaned_data["topic"]
        section = form.cleaned_data["section"]
        if form.attempt(asking.add_pair, found, section=section, topic=topic, by=visit.person, at=timezone.now()):
            messages.success(request, _("Begge spørsmålene er lagt til."))
            return redirect("surveys:instrument", visit.space.slug, key)
    return render(request, "surveys/pair.html", {"form": form, "instrument": found}, status=form.status_code)


@require_POST
@can(Can.SURVEY_BUILD)
def move(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Move a question up or down in its part."""
    found = instrument_of(visit, key)
    row = item_of(found, item)
    try:
        asking.move_item(row, up=request.POST.get("direction") == "up", by=visit.person, at=timezone.now())
    except Refusal as refusal:
        return whole(request, found, refusal)
    return redirect("surveys:instrument", visit.space.slug, key)


@require_POST
@can(Can.SURVEY_BUILD)
def removal(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Take a question out, or put it back."""
    found = instrument_of(visit, key)
    row, comes_back = any_item_of(found, item), request.POST.get("out") == "0"
    act = asking.restore_item if comes_back else asking.remove_item
    try:
        act(row, by=visit.person, at=timezone.now())
    except Refusal as refusal:
        return whole(request, found, refusal)
    back, out = (
        _("Spørsmålet er satt inn igjen, sist i delen."),
        _("Spørsmålet er tatt ut. Du finner det nederst på siden."),
    )
    messages.success(request, back if comes_back else out)
    return redirect("surveys:instrument", visit.space.slug, key)
