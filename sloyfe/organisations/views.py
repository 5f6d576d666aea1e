"""The register of organisations, kept by those who run the installation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import operator
from sloyfe.organisations import actions, queries
from sloyfe.organisations.forms import MergerForm, OrganisationForm, UploadForm
from sloyfe.organisations.models import ImportFile, Organisation
from sloyfe.people.models import Person


@operator
def register(request: HttpRequest, _person: Person) -> HttpResponse:
    """Every organisation in its tree."""
    page = {"branches": queries.tree(on=timezone.localdate()), "runs": queries.runs(5)}
    return render(request, "organisations/register.html", page)


@operator
def new_organisation(request: HttpRequest, person: Person) -> HttpResponse:
    """Add one by hand."""
    form = OrganisationForm(request.POST or None, today=timezone.localdate())
    if form.is_valid() and form.attempt(actions.add_organisation, by=person, at=timezone.now(), **form.cleaned_data):
        messages.success(request, _("%(name)s er lagt til.") % {"name": form.result.name})
        return redirect("organisations:register")
    page = {"form": form, "heading": _("Ny virksomhet")}
    return render(request, "organisations/organisation_form.html", page, status=form.status_code)


@operator
def organisation(request: HttpRequest, person: Person, key: UUID) -> HttpResponse:
    """One organisation: change it, see who works there, merge it."""
    row = get_object_or_404(Organisation.objects.select_related("parent"), pk=key)
    today = timezone.localdate()
    form = OrganisationForm(request.POST or None, today=today, initial=_values(row))
    if form.is_valid() and form.attempt(
        actions.change_organisation, row, by=person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Endringene er lagret."))
        return redirect("organisations:organisation", key=row.pk)
    page = {
        "form": form,
        "heading": row.name,
        "organisation": row,
        "staff": queries.staff(row, on=today),
        "merger_form": MergerForm(initial={"on": today}),
    }
    return render(request, "organisations/organisation.html", page, status=form.status_code)


@operator
def merger(request: HttpRequest, person: Person, key: UUID) -> HttpResponse:
    """One organisation goes into another."""
    row = get_object_or_404(Organisation, pk=key)
    form = MergerForm(request.POST or None)
    if form.is_valid() and form.attempt(
        actions.merge, row, form.cleaned_data["into"], on=form.cleaned_data["on"], by=person, at=timezone.now()
    ):
        messages.success(request, _("Virksomhetene er slått sammen."))
        return redirect("organisations:register")
    page = {"form": form, "heading": _("Slå sammen %(name)s med en annen") % {"name": row.name}}
    return render(request, "organisations/organisation_form.html", page, status=form.status_code)


@operator
def imports(request: HttpRequest, person: Person) -> HttpResponse:
    """Take in a file; what it would do is shown before anything happens."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload, kind = form.cleaned_data["file"], form.cleaned_data["kind"]
        if form.attempt(actions.keep_file, upload.read(), upload.name, kind, by=person, at=timezone.now()):
            return redirect("organisations:import", key=form.result.pk)
    page = {"form": form, "runs": queries.runs()}
    return render(request, "organisations/imports.html", page, status=form.status_code)


@operator
def import_(request: HttpRequest, person: Person, key: UUID) -> HttpResponse:
    """What the file would do (GET), and doing it (POST)."""
    file = get_object_or_404(ImportFile.objects.select_related("run"), pk=key)
    if request.method == "POST":
        run = actions.carry_out(file, by=person, at=timezone.now())
        messages.success(
            request, _("Lest inn: %(new)s nye og %(changed)s endrede.") % {k: run.counts[k] for k in ("new", "changed")}
        )
        return redirect("organisations:register")
    report = actions.rehearse(file, at=timezone.now())
    return render(request, "organisations/import.html", {"file": file, "report": report})


def _values(row: Organisation) -> dict[str, object]:
    names = ("name", "kind", "number", "parent", "language", "staff_count")
    return {name: getattr(row, name) for name in names}
