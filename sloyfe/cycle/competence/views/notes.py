"""Notes to a page: one's own, and those one shares with the unit."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions import notes as actions
from sloyfe.cycle.competence.forms.notes import OwnNoteForm, TeamNoteForm
from sloyfe.cycle.competence.models import AdaptedPage, Page
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.queries.notes import Notes, notes_on, own_team_note
from sloyfe.cycle.competence.queries.progress import lasting, own_unit
from sloyfe.cycle.competence.views.copying import book


@dataclass(frozen=True)
class Beside:
    """A page that this person may read, and what stands beside it."""

    read: Book
    row: Page | AdaptedPage
    notes: Notes

    @property
    def own(self) -> str:
        """The note as it is kept."""
        return (self.notes.own[0].words or "") if self.notes.own else ""

    @property
    def is_locked(self) -> bool:
        """Whether there is one that cannot be opened now."""
        return any(note.words is None for note in self.notes.own)

    @property
    def unit(self) -> Space | None:
        """Where the reader's colleagues are."""
        key = own_unit(self.read.visit)
        return next((seat.space for seat in self.read.visit.seats if seat.space_id == key), None)

    def back(self) -> HttpResponse:
        """The notes of the page."""
        return redirect("competence:notes", self.read.visit.space.slug, self.read.version.package_id, self.row.key)


@can(Can.PACKAGE_SEE)
def notes(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> HttpResponse:
    """Read them, and write one's own."""
    beside = _beside(request, visit, package, page)
    if request.method != "POST":
        return _page(request, beside, OwnNoteForm(initial={"own": beside.own}), TeamNoteForm())
    form = OwnNoteForm(request.POST)
    if form.is_valid() and form.attempt(
        actions.keep_own, beside.read.version.package, lasting(beside.row), form.cleaned_data["own"],
        by=visit.person,
    ):  # fmt: skip
        kept = form.cleaned_data["own"]
        messages.success(request, _("Notatet er lagret. Bare du ser det.") if kept else _("Notatet er tatt bort."))
        return beside.back()
    return _page(request, beside, form, TeamNoteForm())


@require_POST
@can(Can.PACKAGE_SEE)
def team_notes(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> HttpResponse:
    """Write to one's unit."""
    beside = _beside(request, visit, package, page)
    if beside.unit is None:
        raise PermissionDenied
    form = TeamNoteForm(request.POST)
    if form.is_valid() and form.attempt(
        actions.tell_team, beside.read.version.package, beside.unit, lasting(beside.row), form.cleaned_data["team"],
        by=visit.person, at=timezone.now(),
    ):  # fmt: skip
        messages.success(request, _("Notatet er delt med enheten."))
        return beside.back()
    return _page(request, beside, OwnNoteForm(initial={"own": beside.own}), form)


@require_POST
@can(Can.PACKAGE_SEE)
def team_note_removal(request: HttpRequest, visit: Visit, package: UUID, page: UUID, note: UUID) -> HttpResponse:
    """Take away what one wrote to the unit."""
    beside = _beside(request, visit, package, page)
    row = own_team_note(visit, package, note)
    if row is None:
        raise Http404
    actions.take_away(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Notatet er tatt bort."))
    return beside.back()


def _page(request: HttpRequest, beside: Beside, own: OwnNoteForm, team: TeamNoteForm) -> HttpResponse:
    status = max(own.status_code, team.status_code)
    page = {
        "package": beside.read.version.package,
        "page": beside.row,
        "own_form": own,
        "is_locked": beside.is_locked,
        "team_form": team,
        "unit": beside.unit,
        "team": beside.notes.team,
    }
    return render(request, "competence/notes.html", page, status=status)


def _beside(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> Beside:
    read = book(request, visit, package)
    row = read.page(page)
    if row is None:
        raise Http404
    return Beside(read, row, notes_on(visit, package, [lasting(row)]))
