"""The door: a view declares the capability it needs, and existence and permission are settled together."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from sloyfe.access import queries
from sloyfe.access.models import Operator
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.people.doors import View, signed_in_person, to_sign_in
from sloyfe.people.models import Person


def can(capability: Can, **methods: Can) -> Callable[[View], View]:
    """Let in those whose seat gives `capability` (or, per method, `POST=Can.X`); the view gets a `Visit`."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, slug: str, place: UUID | None = None, **rest: Any) -> HttpResponseBase:
            person = signed_in_person(request)
            if person is None:
                return to_sign_in(request)
            needed = methods.get(request.method or "GET", capability)
            visit = _visit(person, slug, place)
            request.visit = visit  # type: ignore[attr-defined]  # read by the base page only
            if not visit.may(needed, visit.place):
                raise PermissionDenied
            return view(request, visit, **rest)

        guarded.declares = (capability, methods)  # type: ignore[attr-defined]  # read by the architecture test
        return guarded

    return declare


def operator(view: View) -> View:
    """Let in those who run the installation; to others the page does not exist."""

    @wraps(view)
    def guarded(request: HttpRequest, **rest: Any) -> HttpResponseBase:
        person = signed_in_person(request)
        if person is None:
            return to_sign_in(request)
        if not Operator.objects.filter(person=person).exists():
            raise Http404
        return view(request, person, **rest)

    guarded.declares = "operator"  # type: ignore[attr-defined]  # read by the architecture test
    return guarded


def _visit(person: Person, slug: str, place: UUID | None) -> Visit:
    today = timezone.localdate()
    visit = queries.visit(person, slug, on=today)
    if visit is None:
        raise Http404
    if place is None:
        return visit
    found = queries.place(visit.space, place)
    if found is None:
        raise Http404
    return Visit(visit.person, visit.space, visit.seats, found)
