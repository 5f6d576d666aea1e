"""Signing in without a code; exists only in the demo."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sloyfe.people.doors import everyone
from sloyfe.people.models import Person
from sloyfe.people.views import welcome

CAST = ("kari", "ola", "nils", "siri", "ute")


@everyone
def demo(request: HttpRequest) -> HttpResponse:
    """Choose whom to be."""
    _only_in_the_demo()
    emails = [f"{name}@demo.sloyfe.no" for name in CAST]
    people = {person.email: person for person in Person.objects.filter(email__in=emails)}
    if request.method == "POST":
        return welcome(request, get_object_or_404(Person, email=request.POST.get("email", "")))
    return render(request, "site/demo.html", {"people": [people[email] for email in emails if email in people]})


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404
