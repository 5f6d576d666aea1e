"""Writing a questionnaire."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import drafting, queries
from sloyfe.surveys.actions import building
from sloyfe.surveys.drawing import draw
from sloyfe.surveys.forms.building import ItemForm, StartForm, TextsForm
from sloyfe.surveys.models import Instrument
from sloyfe.surveys.views.found import instrument_of, item_of


@can(Can.SURVEY_BUILD)
def start(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose a ready-made questionnaire and its themes."""
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if form.attempt(
            building.make_instrument,
            space=visit.space,
            template=told["template"],
            themes=told["themes"],
            by=visit.person,
            at=timezone.now(),
        ):
            return redirect("surveys:instrument", visit.space.slug, form.result.pk)
    return render(request, "surveys/start.html", {"form": form}, status=form.status_code)


@can(Can.SURVEY_BUILD)
def instrument(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The questionnaire with every question, ready to be changed."""
    found = instrument_of(visit, key)
    sent_out = [wave for wave in queries.waves(visit.space) if wave.instrument_id == found.pk]
    page = {"instrument": found, "parts": _parts(found), "sent_out": sent_out}
    return render(request, "surveys/instrument.html", page)


@can(Can.SURVEY_BUILD)
def texts(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Title, introduction and thanks in both languages."""
    found = instrument_of(visit, key)
    form = TextsForm(request.POST) if request.method == "POST" else TextsForm.of(found)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.attempt(building.change_texts, found, **form.cleaned_data, by=visit.person, at=timezone.now())
    ):
        messages.success(request, _("Lagret."))
        return redirect("surveys:instrument", visit.space.slug, key)
    return render(request, "surveys/texts.html", {"form": form, "instrument": found}, status=form.status_code)


@can(Can.SURVEY_BUILD)
def items(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Add a question of our own."""
    found = instrument_of(visit, key)
    form = ItemForm(request.POST or None, instrument=found)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.attempt(building.add_item, found, **form.told(), by=visit.person, at=timezone.now())
    ):
        return redirect("surveys:instrument", visit.space.slug, key)
    return render(request, "surveys/item.html", {"form": form, "instrument": found}, status=form.status_code)


@can(Can.SURVEY_BUILD)
def item(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Change a question."""
    found = instrument_of(visit, key)
    row = item_of(found, item)
    form = ItemForm(request.POST, instrument=found) if request.method == "POST" else ItemForm.of(row)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        told = form.told(row)
        if form.attempt(building.change_item, row, version=version, **told, by=visit.person, at=timezone.now()):
            messages.success(request, _("Lagret."))
            return redirect("surveys:instrument", visit.space.slug, key)
    page = {"form": form, "instrument": found, "item": row}
    return render(request, "surveys/item.html", page, status=form.status_code)


@require_POST
@can(Can.SURVEY_BUILD)
def move(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Move a question up or down in its part."""
    row = item_of(instrument_of(visit, key), item)
    building.move_item(row, up=request.POST.get("direction") == "up", by=visit.person, at=timezone.now())
    return redirect("surveys:instrument", visit.space.slug, key)


@require_POST
@can(Can.SURVEY_BUILD)
def removal(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Take a question out."""
    row = item_of(instrument_of(visit, key), item)
    building.remove_item(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Spørsmålet er tatt ut."))
    return redirect("surveys:instrument", visit.space.slug, key)


@can(Can.SURVEY_BUILD)
def preview(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The questionnaire as people will see it, in either language."""
    found = instrument_of(visit, key)
    sheet = drafting.compose(found, [(row, "") for row in found.items.exclude(position=None)])
    asked = request.GET.get("sprak", "")
    language = asked if asked in dict(settings.LANGUAGES) else (get_language() or "nb")
    with override(language):
        page = {"instrument": found, "sheet": draw(sheet, language, deletes_on="…"), "language": language}
        return render(request, "surveys/preview.html", {**page, "switches": settings.LANGUAGES})


def _parts(instrument: Instrument) -> list[dict[str, object]]:
    rows = list(instrument.items.exclude(position=None))
    parts = instrument.parts.exclude(position=None)
    return [{"part": part, "items": [row for row in rows if row.section == part.key]} for part in parts]
