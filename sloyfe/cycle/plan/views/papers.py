"""The plan as files, and the owner's Word template."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.cycle.plan.actions import papers as actions
from sloyfe.cycle.plan.forms.papers import TemplateForm
from sloyfe.cycle.plan.papers.activity_plan import activity_paper
from sloyfe.cycle.plan.papers.owner_plan import blank_form, owner_plan_paper
from sloyfe.cycle.plan.papers.unit_plan import unit_plan_paper
from sloyfe.cycle.plan.queries import measures, owner_plans, unit_plans, years
from sloyfe.cycle.plan.views.finding import found, owner_here, plan_of, school_year, unit_here
from sloyfe.documents import FORMATS, Format
from sloyfe.documents import render as rendered
from sloyfe.documents.tree import Document, Language

LANGUAGES: tuple[Language, ...] = ("nb", "nn")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@can(Can.PLAN_SEE)
def owner_plan_file(_request: HttpRequest, visit: Visit, owner: UUID, language: Language, kind: str) -> HttpResponse:
    """The owner's plan, on the owner's own Word template where there is one."""
    plan = plan_of(visit, owner)
    paper = owner_plan_paper(plan, _known(language), timezone.localdate())
    return _file(paper, kind, _word_template(visit, plan.party.place_id))


@can(Can.PLAN_SEE)
def blank_file(_request: HttpRequest, _visit: Visit, language: Language, kind: str) -> HttpResponse:
    """The twelve questions, to be filled in by hand."""
    return _file(blank_form(_known(language)), kind, None)


@can(Can.PLAN_SEE)
def unit_plan_file(_request: HttpRequest, visit: Visit, language: Language, kind: str) -> HttpResponse:
    """A unit's plan."""
    this_round, unit = unit_here(visit)
    view = unit_plans.unit_view(this_round, unit)
    paper = unit_plan_paper(view, this_round, _known(language), timezone.localdate())
    return _file(paper, kind, _word_template(visit, unit.place.parent_id))


@can(Can.PLAN_SEE)
def year_file(_request: HttpRequest, visit: Visit, year: int, language: Language, kind: str) -> HttpResponse:
    """The network's activity plan."""
    laid_out = years.activity_year(school_year(year), measures.measures(current_round(visit.space)))
    paper = activity_paper(laid_out, visit.space.title, _known(language), timezone.localdate())
    return _file(paper, kind, None)


@can(Can.PLAN_SEE)
def unit_year_file(_request: HttpRequest, visit: Visit, year: int, language: Language, kind: str) -> HttpResponse:
    """A unit's activity and competence plan."""
    this_round, unit = unit_here(visit)
    view = unit_plans.unit_view(this_round, unit)
    laid_out = years.activity_year(school_year(year), [*view.taken_measures, *view.own_measures])
    name = unit.organisation.name
    paper = activity_paper(laid_out, name, _known(language), timezone.localdate(), view.competence)
    return _file(paper, kind, _word_template(visit, unit.place.parent_id))


@can(Can.PLAN_WRITE)
def template(request: HttpRequest, visit: Visit) -> HttpResponse:
    """See, hand in or take away the owner's Word template."""
    party = owner_here(visit)
    form = TemplateForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        if form.attempt(
            actions.keep_template, party, name=file.name, content=file.read(), by=visit.person, at=timezone.now()
        ):
            messages.success(request, _("Malen er tatt i bruk. Dokumenter i Word får nå utseendet fra den."))
            return redirect("plan:template", visit.space.slug, party.place_id)
    page = {"form": form, "owner": party, "template": owner_plans.template_of(party)}
    return render(request, "plan/template.html", page, status=form.status_code)


@require_POST
@can(Can.PLAN_WRITE)
def template_removal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Go back to the look of the software."""
    party = owner_here(visit)
    actions.drop_template(found(owner_plans.template_of(party)), by=visit.person, at=timezone.now())
    messages.success(request, _("Malen er tatt bort."))
    return redirect("plan:template", visit.space.slug, party.place_id)


@can(Can.PLAN_WRITE)
def template_file(_request: HttpRequest, visit: Visit) -> HttpResponse:
    """The template itself, for those who may change it."""
    row = found(owner_plans.template_of(owner_here(visit)))
    return _download(bytes(row.content), WORD, "mal.docx")


def _file(paper: Document, kind: str, word_template: bytes | None) -> HttpResponse:
    file_format: Format = found(next((known for known in FORMATS if known == kind), None))
    made = rendered(paper, file_format, word_template)
    return _download(made.content, made.content_type, made.filename)


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _word_template(visit: Visit, place: UUID | None) -> bytes | None:
    party = owner_plans.owner_at(visit.space, place) if place else None
    row = owner_plans.template_of(party) if party else None
    return bytes(row.content) if row else None


def _known(language: str) -> Language:
    return found(next((known for known in LANGUAGES if known == language), None))
