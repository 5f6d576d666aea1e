"""The agreement: its sections, its versions side by side, and the document."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import agreement as actions
from sloyfe.cycle.partnership.content.agreement import agreement_template
from sloyfe.cycle.partnership.forms.agreement import PutForwardForm, SectionForm, WordTemplateForm
from sloyfe.cycle.partnership.models import Agreement
from sloyfe.cycle.partnership.papers import agreement_document
from sloyfe.cycle.partnership.queries import agreement as queries
from sloyfe.cycle.partnership.queries.comparing import Comparison, comparison
from sloyfe.cycle.partnership.queries.rounds import current_round
from sloyfe.cycle.partnership.queries.wording import is_changed, parts_now
from sloyfe.cycle.partnership.views.doors import found
from sloyfe.documents import FORMATS, Format
from sloyfe.documents import render as render_document
from sloyfe.documents.tree import Language

DOCUMENT_LANGUAGES: dict[Language, str] = {"nb": "Bokmål", "nn": "Nynorsk"}


@can(Can.AGREEMENT_SEE, POST=Can.AGREEMENT_WRITE)
def agreement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All eighteen sections and how far each has come (GET); beginning (POST)."""
    this_round = current_round(visit.space)
    if request.method == "POST":
        actions.begin_agreement(this_round, by=visit.person, at=timezone.now())
        return redirect("partnership:agreement", slug=visit.space.slug)
    rows = queries.sections_in(this_round)
    page: dict[str, object] = {
        "template": agreement_template(),
        "begun": bool(rows),
        "may_write": visit.may(Can.AGREEMENT_WRITE),
        "document_languages": list(DOCUMENT_LANGUAGES.items()),
        "formats": FORMATS,
        "template_form": WordTemplateForm(),
    }
    if rows:
        newest = queries.newest_in_brief(this_round)
        page |= {
            "required": [row for row in rows if row.section.required],
            "prefilled": [row for row in rows if not row.section.required],
            "unfinished": queries.unfinished(rows),
            "newest": newest,
            "changed": newest is not None and is_changed(this_round, newest, rows),
        }
    return render(request, "partnership/agreement.html", page)


@can(Can.AGREEMENT_SEE, POST=Can.AGREEMENT_WRITE)
def section(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    """One section in two languages."""
    now = found(queries.section(_begun(visit), key))
    form = SectionForm(request.POST or None, initial={"body": now.section.body, "version": now.section.version})
    if request.method == "POST" and form.is_valid():
        version, body = form.cleaned_data["version"], form.cleaned_data["body"]
        if form.attempt(actions.write_section, now.section, body, version=version, by=visit.person, at=timezone.now()):
            messages.success(request, _("Punkt %(number)s er lagret.") % {"number": now.section.number})
            return redirect("partnership:agreement", slug=visit.space.slug)
    part = next(part for part in parts_now(now.section.agreement) if part.key == key)
    page = {"form": form, "now": now, "part": part, "may_write": visit.may(Can.AGREEMENT_WRITE)}
    return render(request, "partnership/section.html", page, status=form.status_code)


@can(Can.AGREEMENT_SEE)
def versions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Any two versions side by side; the draft counts as the newest."""
    begun = _begun(visit)
    rows = queries.versions(begun)
    compared: Comparison | None = comparison(begun, rows, request.GET.get("fra", ""), request.GET.get("til", ""))
    return render(request, "partnership/versions.html", {"versions": rows, "compared": compared})


@require_POST
@can(Can.AGREEMENT_WRITE)
def version(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Put the agreement forward to be signed."""
    begun = _begun(visit)
    form = PutForwardForm(request.POST)
    if form.is_valid() and form.attempt(
        actions.put_forward, begun, reason=form.cleaned_data["reason"], by=visit.person, at=timezone.now()
    ):
        messages.success(request, _("Utgave %(number)s er lagt fram.") % {"number": form.result.number})
        return redirect("partnership:signatures", slug=visit.space.slug)
    page = {"form": form, "newest": queries.newest_version(begun)}
    return render(request, "partnership/put_forward.html", page, status=form.status_code)


@can(Can.AGREEMENT_SEE)
def document(request: HttpRequest, visit: Visit, language: Language, fmt: Format) -> HttpResponse:
    """The agreement as a file in one language (GET), or on a Word template that is sent along (POST)."""
    if language not in DOCUMENT_LANGUAGES or fmt not in FORMATS:
        raise Http404
    begun = _begun(visit)
    word_template = None
    if request.method == "POST":
        form = WordTemplateForm(request.POST, request.FILES)
        if not form.is_valid():
            return render(request, "partnership/word_template.html", {"form": form}, status=form.status_code)
        word_template = form.cleaned_data["file"].read()
    asked = request.GET.get("utgave", "")
    frozen = found(queries.version(begun, asked)) if asked else None
    made = render_document(agreement_document(begun, language, version=frozen), fmt, word_template)
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    return response


def _begun(visit: Visit) -> Agreement:
    return found(queries.agreement_of(current_round(visit.space)))
