"""What anybody with a code is told about a certificate: unit, package, version, day, and what it covers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from sloyfe.cycle.competence.forms.certificates import CodeForm
from sloyfe.cycle.competence.papers.certificate import titles
from sloyfe.cycle.competence.queries.certificates import MISSES, certificate_with
from sloyfe.people.doors import everyone


@everyone
def code(request: HttpRequest) -> HttpResponse:
    """Write the code from the paper."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("certificates:certificate", form.cleaned_data["code"])
    return render(request, "competence/certificate_code.html", {"form": form}, status=form.status_code)


@everyone
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Whether it holds. A right code is always answered; wrong ones are slowed when there are many."""
    given = certificate_with(code)
    if given is None:
        at = timezone.now()
        busy = MISSES.are_many(at)
        MISSES.note(at)
        form = CodeForm(initial={"code": code[:20]})
        page = {"form": form, "unknown": not busy, "busy": busy}
        return render(request, "competence/certificate_code.html", page, status=429 if busy else 404)
    page = {"given": given, "titles": titles(given, get_language() or "nb")}
    return render(request, "competence/certificate.html", page)
