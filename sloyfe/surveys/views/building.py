"""Writing a questionnaire: starting one, the whole of it, and what stands around the questions."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.surveys.actions import building, removing
from sloyfe.surveys.forms.building import EMPTY, StartForm, TextsForm
from sloyfe.surveys.models import Audience, Instrument, Item, Part
from sloyfe.surveys.queries import coverage, order
from sloyfe.surveys.views.found import instrument_of


@can(Can.SURVEY_BUILD)
def start(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose a ready-made questionnaire and its themes."""
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _made(form, visit):
        return redirect("surveys:instrument", visit.space.slug, form.result.pk)
    return render(request, "surveys/start.html", {"form": form}, status=form.status_code)


@can(Can.SURVEY_BUILD)
def instrument(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The questionnaire with every question, ready to be changed."""
    return whole(request, instrument_of(visit, key))


def whole(request: HttpRequest, found: Instrument, refusal: Refusal | None = None) -> HttpResponse:
    """The page of a questionnaire, with the sentence of what was just refused there."""
    outline = order.outline(found)
    changed, gone = coverage.changes(found, outline)
    gaps = coverage.gaps(found, outline)
    page = {
        "instrument": found,
        "parts": _parts(outline, changed, gaps),
        "gaps": gaps,
        "gone": gone,
        "out": found.items.filter(position=None),
        "parts_out": found.parts.filter(position=None),
        "sent_out": found.editions.exists(),
        "refusal": refusal,
        "stands": removing.instrument_stands(found),
    }
    return render(request, "surveys/instrument.html", page, status=refusal.status if refusal else 200)


@can(Can.SURVEY_BUILD)
def texts(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Title, introduction and thanks in both languages."""
    found = instrument_of(visit, key)
    form = TextsForm(request.POST) if request.method == "POST" else TextsForm.of(found)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.attempt(building.change_texts, found, **form.told, by=visit.person, at=timezone.now())
    ):
        messages.success(request, _("Lagret."))
        return redirect("surveys:instrument", visit.space.slug, key)
    return render(request, "surveys/texts.html", {"form": form, "instrument": found}, status=form.status_code)


def _made(form: StartForm, visit: Visit) -> bool:
    told = form.cleaned_data
    common = {"space": visit.space, "by": visit.person, "at": timezone.now()}
    if told["template"] == EMPTY:
        title, audience = told["title"] or Text(), told["audience"] or Audience.STAFF
        return form.attempt(building.make_empty, title=title, audience=audience, **common)
    return form.attempt(building.make_instrument, template=told["template"], themes=told["themes"], **common)


def _parts(
    outline: order.Outline, changed: dict[str, coverage.Change], gaps: list[coverage.Gap]
) -> list[dict[str, object]]:
    """Each part with its questions; for each what it hangs on, what it lacks, and how it stands beside last time."""
    wordings = {item.key: item.wording for item in outline.items}
    return [
        {
            "part": part,
            "if": _told_if(part, wordings),
            "items": [
                {
                    "item": item,
                    "if": _told_if(item, wordings),
                    "change": changed.get(item.key),
                    "gaps": [gap for gap in gaps if gap.row == item],
                }
                for item in items
            ],
        }
        for part, items in outline.parts
    ]


def _told_if(row: Item | Part, wordings: dict[str, Text]) -> Text | None:
    return wordings.get(row.condition["item"]) if row.condition else None
