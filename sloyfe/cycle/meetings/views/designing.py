"""Designing a meeting on one page: every phase in a line that can be written in, and buttons that save it all."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import phases as actions
from sloyfe.cycle.meetings.actions import scripts
from sloyfe.cycle.meetings.actions.meetings import BadPress
from sloyfe.cycle.meetings.content.blocks import block
from sloyfe.cycle.meetings.forms.designing import ScriptForm
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase, Omission, Part
from sloyfe.cycle.meetings.queries.hints import hints
from sloyfe.cycle.meetings.queries.preparation import wants_preparation
from sloyfe.cycle.meetings.queries.scripts import phases_of, seen_mark
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.programme import lines

STEP = 5


@can(Can.MEETING_LEAD)
def script(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The whole script in one form; whatever is pressed, what was typed is saved with it."""
    row = led(visit, meeting)
    mark, posted = seen_mark(row), request.POST.copy()
    form = ScriptForm(row, mark, posted or None)
    if form.is_bound and form.all_valid():
        seen = form.cleaned_data["seen"]
        change = _Change(form, visit)
        if form.attempt(scripts.change_script, row, change.make, by=visit.person, at=timezone.now(), seen=seen):
            messages.success(request, change.said)
            url = reverse("meetings:script", args=[visit.space.slug, row.pk])
            return redirect(f"{url}{change.anchor}")
        posted["seen"] = mark  # whoever has been told may save
    return render(request, "meetings/script.html", _page(row, form) | {"may_undo": bool(mark)}, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def script_undoing(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """As it stood before the last change."""
    row = led(visit, meeting)
    scripts.undo(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Den siste endringen er angret."))
    return redirect("meetings:script", visit.space.slug, row.pk)


class _Change:
    """What the form says, carried out: first what was typed, then what was pressed."""

    def __init__(self, form: ScriptForm, visit: Visit) -> None:
        self.form, self.visit = form, visit
        self.anchor, self.said = "", _("Gangen er lagret.")

    def make(self, meeting: Meeting) -> None:
        for line in self.form.lines:
            scripts.write(line.phase, line.said())
        standing = {phase.pk: phase for phase in phases_of(meeting)}
        scripts.in_order([standing[key] for key in self.form.row_keys() if key in standing])
        name, phase = self.form.pressed
        if phase:
            self._beside(name, phase, meeting)
        elif name:
            self._alone(name, meeting)

    def _beside(self, name: str, phase: MeetingPhase, meeting: Meeting) -> None:
        self.anchor = f"#fase-{phase.pk}"
        if name in ("up", "down"):
            actions.moved(meeting, phase, -1 if name == "up" else 1)
            self.said = _("Fasen er flyttet.")
        elif name in ("less", "more"):
            actions.stretched(phase, -STEP if name == "less" else STEP)
        elif name == "leave":
            Omission.objects.get_or_create(phase=phase, defaults={"by": self.visit.person, "at": timezone.now()})
            self.said = _("Fasen er utelatt.")
        elif name == "take":
            Omission.objects.filter(phase=phase).delete()
            self.said = _("Fasen er med igjen.")
        elif name == "remove":
            scripts.remove(phase)
            self.anchor, self.said = "", _("Fasen er tatt bort. Du kan angre.")
        else:
            raise BadPress

    def _alone(self, name: str, meeting: Meeting) -> None:
        if name == "fit":
            whole = self.form.cleaned_data["whole"] or 60
            actions.fit(meeting, whole)
            self.said = _("Fasene er tilpasset %(minutes)s minutter.") % {"minutes": whole}
            return
        wanted = block(self.form.cleaned_data["block"])
        if name == "prepare":
            made = actions.two_minutes(meeting)
        elif name == "add" and wanted:
            made = actions.add_block(meeting, wanted)
        else:
            raise BadPress
        self.anchor, self.said = f"#fase-{made[0].pk}", _("Lagt til i gangen.")


def _page(row: Meeting, form: ScriptForm) -> dict[str, Any]:
    known = {line.phase.pk: line for line in lines(row)}
    shown = form.ordered() if form.is_bound and form.is_valid() else form.lines
    pairs = [(line, known[line.phase.pk]) for line in shown]
    return {
        "meeting": row,
        "form": form,
        "development": [pair for pair in pairs if pair[0].phase.part == Part.DEVELOPMENT],
        "operations": [pair for pair in pairs if pair[0].phase.part == Part.OPERATIONS],
        "minutes": row.script.minutes,
        "hints": hints(row, today=timezone.localdate()),
        "wants_preparation": wants_preparation(row, today=timezone.localdate()),
    }
