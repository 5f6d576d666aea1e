"""What the invited see: typing a code, reading what it is, and saying yes."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions import acceptance as actions
from sloyfe.cycle.partnership.content.roles import roles
from sloyfe.cycle.partnership.forms.invitations import AcceptForm, CodeForm
from sloyfe.cycle.partnership.models import Invitation
from sloyfe.cycle.partnership.queries import invitations as queries
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import ask_for_code, normalise_code
from sloyfe.people.doors import everyone, signed_in_person
from sloyfe.people.models import Person
from sloyfe.people.views import BACKEND


@everyone
def code(request: HttpRequest) -> HttpResponse:
    """Type the code from a slip."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        typed = normalise_code(form.cleaned_data["code"])
        if queries.find(typed):
            return redirect("partnerships:invitation", code=typed)
        form.add_error("code", _("Ingen invitasjon har denne koden. Se etter om du har lest tegnene riktig."))
    return render(request, "partnership/code.html", {"form": form}, status=form.status_code)


@everyone
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """What the invitation is (GET), and saying yes (POST)."""
    row = queries.find(code)
    if row is None:
        return render(request, "partnership/no_invitation.html", status=404)
    try:
        actions.refuse_unless_open(row, at=timezone.now())
    except Refusal as refusal:
        page = {"invitation": row, "refusal": refusal}
        return render(request, "partnership/no_invitation.html", page, status=410)
    visitor = signed_in_person(request)
    form = AcceptForm(
        request.POST if request.method == "POST" else None,
        asks=_asks(row, visitor),
        initial={"name": row.name, "language": visitor.language if visitor else get_language()},
    )
    if request.method == "POST" and form.is_valid():
        asked = {"name": row.name, "email": row.email, "language": get_language() or "nb", **form.cleaned_data}
        if form.attempt(actions.accept, row, visitor=visitor, at=timezone.now(), **asked):
            return _come_in(request, row, form.result.person, visitor)
    return render(request, "partnership/invitation.html", _page(row, form, visitor), status=form.status_code)


def _asks(row: Invitation, visitor: Person | None) -> tuple[str, ...]:
    """Somebody signed in is asked nothing; a letter knows the address already."""
    if visitor:
        return ()
    return ("name", "language") if row.email else ("name", "email", "language")


def _page(row: Invitation, form: AcceptForm, visitor: Person | None) -> dict[str, object]:
    has_account = bool(row.email and not visitor and Person.objects.with_email(row.email))
    return {
        "invitation": row,
        "form": form,
        "words": roles()[Role(row.role)],
        "visitor": visitor,
        "has_account": has_account,
        "somebody_else": bool(visitor and row.email and visitor.email != row.email),
    }


def _come_in(request: HttpRequest, row: Invitation, person: Person, visitor: Person | None) -> HttpResponse:
    """A letter proves its address. A slip does not, so its holder is sent a code there."""
    inside = f"/p/{row.space.slug}/"
    if visitor:
        return redirect(inside)
    if row.email:
        login(request, person, backend=BACKEND)
        return redirect(inside)
    ask_for_code(person.email, language=person.language, at=timezone.now())
    response = redirect(f"/inn/kode/?{urlencode({'epost': person.email, 'neste': inside})}")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, person.language, max_age=31_536_000, samesite="Lax", httponly=True
    )
    return response
