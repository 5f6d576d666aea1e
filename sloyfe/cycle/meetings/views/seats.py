"""Presses of those who sit at a table: a role drawn again, the turn passed on, and choosing where to sit."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.cycle.meetings.actions import roles as actions
from sloyfe.cycle.meetings.actions.choosing import choose
from sloyfe.cycle.meetings.actions.meetings import BadPress
from sloyfe.cycle.meetings.forms.seats import ChoiceForm, TurnForm
from sloyfe.cycle.meetings.queries.board import group_with
from sloyfe.cycle.meetings.queries.roles import roles_of
from sloyfe.cycle.meetings.queries.running import standing
from sloyfe.cycle.meetings.views.at_table import choice
from sloyfe.cycle.meetings.views.inside import inside, table_now
from sloyfe.people.doors import everyone


@require_POST
@everyone
def role_draw(request: HttpRequest, code: str, role: str) -> HttpResponse:
    """One role is drawn again; anybody at the table may ask for it."""
    door, attendee = inside(request, code)
    phase, table = table_now(door, attendee)
    wanted = next((each for each in roles_of(phase) if each == role), None)
    if wanted is None:
        raise Http404
    who = actions.draw_again(table.group, phase, wanted)
    messages.success(request, _("Nå er det %(name)s.") % {"name": who.name})
    return redirect("joining:meeting", code)


@require_POST
@everyone
def table_turn(request: HttpRequest, code: str) -> HttpResponse:
    """The turn goes on to the next seat."""
    door, attendee = inside(request, code)
    phase, table = table_now(door, attendee)
    form = TurnForm(request.POST)
    if not form.is_valid():
        raise BadPress
    actions.pass_turn(table.group, phase, seen=form.cleaned_data["seen"])
    return redirect("joining:meeting", code)


@require_POST
@everyone
def table_choice(request: HttpRequest, code: str) -> HttpResponse:
    """Sit down at the table one wants."""
    door, attendee = inside(request, code)
    phase = standing(door.meeting, now=timezone.now()).phase
    form = ChoiceForm(request.POST)
    if not form.is_valid() or phase is None or not choice(door.meeting, phase):
        raise BadPress
    group = group_with(phase, form.cleaned_data["group"])
    if group is None:
        raise BadPress
    choose(attendee, group)
    return redirect("joining:meeting", code)
