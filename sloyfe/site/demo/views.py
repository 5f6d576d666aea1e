"""Signing in without a code; exists only in the demo."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sloyfe.people.doors import everyone
from sloyfe.people.models import Person
from sloyfe.people.views import welcome
from sloyfe.site.demo.material import text
from sloyfe.site.demo.people import address, cast


@everyone
def demo(request: HttpRequest) -> HttpResponse:
    """Choose whom to be."""
    _only_in_the_demo()
    if request.method == "POST":
        return welcome(request, get_object_or_404(Person, email=request.POST.get("email", "")))
    lines = {address(entry["email"]): text(entry["line"]) for entry in cast()}
    people = {person.email: person for person in Person.objects.filter(email__in=lines)}
    shown = [(people[email], line) for email, line in lines.items() if email in people]
    return render(request, "site/demo.html", {"people": shown})


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404
