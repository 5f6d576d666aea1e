"""Pages of the needs report."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe import documents
from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.actions import reports as actions
from sloyfe.cycle.needs.content.report import report_content
from sloyfe.cycle.needs.forms.reports import AwardForm, BeginForm, FieldForm, OwnShareForm
from sloyfe.cycle.needs.models import NeedsReport, ShareKind
from sloyfe.cycle.needs.papers import Language, needs_report_paper
from sloyfe.cycle.needs.queries import reports as queries
from sloyfe.cycle.needs.views.notes import saved
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.kit.forms import Form


@can(Can.REPORT_SEE, POST=Can.REPORT_WRITE)
def reports(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The needs reports of the round, and a new one."""
    this_round = partnership.current_round(visit.space)
    owners = partnership.parties(visit.space, PartyRole.OWNER)
    form = BeginForm(request.POST or None, parties=owners, initial=_rules(visit))
    if request.method == "POST" and form.is_valid():
        names = ("county", "year", "due_on", "own_share_percent")
        rules = {name: form.cleaned_data[name] for name in names}
        if form.attempt(actions.begin_report, this_round, form.picked(), **rules, by=visit.person, at=timezone.now()):
            saved(request, _("Behovsmeldingen er begynt. Det vi vet, er fylt inn."))
            return redirect("needs:report", visit.space.slug, form.result.pk)
    page = {
        "reports": queries.reports(this_round),
        "form": form,
        "may_write": visit.may(Can.REPORT_WRITE),
        "content": report_content(),
    }
    return render(request, "needs/reports.html", page, status=form.status_code)


@can(Can.REPORT_SEE)
def report(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One needs report: its fields, what is missing, the award and the own shares."""
    return _page(request, visit, _report(visit, key))


@can(Can.REPORT_WRITE)
def report_field(request: HttpRequest, visit: Visit, key: UUID, field: str) -> HttpResponse:
    """One field of the report."""
    row = _report(visit, key)
    filled = next((each for each in queries.filled(row) if each.field.key == field), None)
    if filled is None:
        raise Http404
    answer = filled.answer
    stands = {"words": answer.words, "version": answer.version}
    form = FieldForm(request.POST or None, field=filled.field, initial=stands)
    if request.method == "POST" and form.is_valid():
        words, version = form.cleaned_data["words"], form.cleaned_data["version"]
        if form.attempt(actions.answer_field, answer, words, version=version, by=visit.person, at=timezone.now()):
            saved(request, _("Feltet er lagret."))
            return redirect("needs:report", visit.space.slug, row.pk)
    page = {"report": row, "filled": filled, "form": form}
    return render(request, "needs/report_field.html", page, status=form.status_code)


@require_POST
@can(Can.REPORT_WRITE)
def award(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What the county gave."""
    row = _report(visit, key)
    form = AwardForm(request.POST)
    if form.is_valid() and form.attempt(
        actions.note_award, row, **form.cleaned_data, by=visit.person, at=timezone.now()
    ):
        saved(request, _("Tildelingen er lagret."))
        return redirect("needs:report", visit.space.slug, row.pk)
    return _page(request, visit, row, award=form)


@require_POST
@can(Can.REPORT_WRITE)
def own_shares(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What a party brings along."""
    row = _report(visit, key)
    form = OwnShareForm(request.POST, parties=partnership.parties(visit.space))
    if form.is_valid():
        data = form.cleaned_data
        if form.attempt(
            actions.note_own_share,
            row,
            form.picked(),
            kind=ShareKind(data["kind"]),
            amount=data["amount"],
            note=data["note"],
            by=visit.person,
            at=timezone.now(),
        ):
            saved(request, _("Egenandelen er lagret."))
            return redirect("needs:report", visit.space.slug, row.pk)
    return _page(request, visit, row, own_share=form)


@can(Can.REPORT_SEE)
def report_document(
    _request: HttpRequest,
    visit: Visit,
    key: UUID,
    language: Language,
    format: documents.Format,  # noqa: A002 - the word of the documents' door
) -> HttpResponse:
    """The needs report as a file."""
    row = _report(visit, key)
    made = documents.render(needs_report_paper(row, language), format)
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    return response


def _page(request: HttpRequest, visit: Visit, row: NeedsReport, **bound: Form) -> HttpResponse:
    filled = queries.filled(row)
    due_on = row.scheme.due_on
    page = {
        "report": row,
        "filled": filled,
        "missing": sum(each.is_missing for each in filled),
        "is_late": due_on is not None and due_on < timezone.localdate(),
        "least": queries.least_own_share(row),
        "award": AwardForm(),
        "own_share": OwnShareForm(parties=partnership.parties(visit.space)),
        "may_write": visit.may(Can.REPORT_WRITE),
        "formats": documents.FORMATS,
        "content": report_content(),
    }
    status = max((form.status_code for form in bound.values()), default=200)
    return render(request, "needs/report.html", {**page, **bound}, status=status)


def _report(visit: Visit, key: UUID) -> NeedsReport:
    row = queries.report(visit.space, key)
    if row is None:
        raise Http404
    return row


def _rules(visit: Visit) -> dict[str, str | int | date | None]:
    """The newest scheme that was set up, or the year that is coming."""
    known = next(iter(queries.schemes(visit.space)), None)
    if known is None:
        return {"year": timezone.localdate().year + 1}
    names = ("county", "year", "due_on", "own_share_percent")
    return {name: getattr(known, name) for name in names}
