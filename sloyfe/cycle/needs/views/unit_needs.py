"""Pages of a unit: its needs, what they build on, and its ståstedsmøte."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.actions import merging
from sloyfe.cycle.needs.actions import needs as actions
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.needs import EvidenceForm, MergeAnswerForm, NeedEditForm, NeedForm, VersionForm
from sloyfe.cycle.needs.models import Need
from sloyfe.cycle.needs.queries import findings as finding_queries
from sloyfe.cycle.needs.queries import needs as queries
from sloyfe.cycle.needs.queries import process as process_queries
from sloyfe.cycle.needs.views.notes import saved, unit_here
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.kit.forms import Form
from sloyfe.kit.text import Text


@can(Can.NEED_SEE, POST=Can.NEED_WORD)
def unit_needs(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A unit's needs, and a form for one more."""
    unit, this_round = unit_here(visit), current_round(visit.space)
    form = NeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if form.attempt(
            actions.word_need,
            this_round,
            unit.place,
            data["wording"],
            theme=data["theme"],
            involvement=data["involvement"],
            by=visit.person,
            at=timezone.now(),
        ):
            saved(request, _("Behovet er lagret. Knytt det nå til det dere har funnet."), *_words(form))
            return redirect("needs:unit_need", visit.space.slug, unit.place_id, form.result.pk)
    page = {
        "unit": unit,
        "needs": queries.needs_of(unit.place, this_round),
        "process": process_queries.process_of(unit.place, this_round),
        "form": form,
        "may_word": visit.may(Can.NEED_WORD, visit.place),
        "content": needs_content(),
    }
    return render(request, "needs/unit_needs.html", page, status=form.status_code)


@can(Can.NEED_SEE, POST=Can.NEED_WORD)
def unit_need(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One need of a unit: its words, what it builds on, and where it went."""
    need = _need(visit, key)
    if request.method != "POST":
        return _page(request, visit, need)
    form = NeedEditForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        changes = {name: data[name] for name in ("theme", "involvement", "version")}
        if form.attempt(actions.edit_need, need, data["wording"], **changes, by=visit.person, at=timezone.now()):
            saved(request, _("Endringene er lagret. Lederen må bekrefte teksten på nytt."), *_words(form))
            return _back(visit, need)
    return _page(request, visit, need, edit=form)


@require_POST
@can(Can.NEED_CONFIRM)
def need_confirmation(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The leader stands behind the wording."""
    need = _need(visit, key)
    form = VersionForm(request.POST)
    if form.is_valid():
        version = form.cleaned_data["version"]
        if form.attempt(actions.confirm_need, need, version=version, by=visit.person, at=timezone.now()):
            saved(request, _("Takk! Behovet er bekreftet."))
            return _back(visit, need)
    return _page(request, visit, need, confirm=form)


@require_POST
@can(Can.NEED_WORD)
def need_evidence(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Which findings the need builds on."""
    need = _need(visit, key)
    form = EvidenceForm(request.POST, rows=finding_queries.findings_seen(visit, need.round))
    if form.is_valid() and form.attempt(actions.build_on, need, form.picked(), by=visit.person, at=timezone.now()):
        saved(request, _("Grunnlaget er lagret."))
        return _back(visit, need)
    return _page(request, visit, need, evidence=form)


@require_POST
@can(Can.NEED_CONFIRM)
def merge_answer(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Does the unit find its need again in the network's words?"""
    need = _need(visit, key)
    if not hasattr(need, "merge"):
        raise Http404
    form = MergeAnswerForm(request.POST)
    if form.is_valid():
        lost, version = form.cleaned_data["lost"], form.cleaned_data["version"]
        if form.attempt(
            merging.answer_merge, need.merge, lost=lost, version=version, by=visit.person, at=timezone.now()
        ):
            saved(request, _("Takk for svaret!"), lost)
            return _back(visit, need)
    return _page(request, visit, need, answer=form)


def _page(request: HttpRequest, visit: Visit, need: Need, **bound: Form) -> HttpResponse:
    known = queries.evidence_of(need)
    stands = {"wording": need.wording, "involvement": need.involvement, "theme": need.theme, "version": need.version}
    merge = getattr(need, "merge", None)
    page = {
        "unit": unit_here(visit),
        "need": need,
        "merge": merge,
        "findings": known,
        "numbers_alone": bool(known) and not any(finding.story for finding in known),
        "edit": NeedEditForm(initial=stands),
        "evidence": EvidenceForm(
            initial={"chosen": [str(finding.pk) for finding in known]},
            rows=finding_queries.findings_seen(visit, need.round),
        ),
        "answer": MergeAnswerForm(initial={"version": merge.into.version}) if merge else None,
        "confirm": VersionForm(initial={"version": need.version}),
        "may_word": visit.may(Can.NEED_WORD, visit.place),
        "may_confirm": visit.may(Can.NEED_CONFIRM, visit.place),
        "content": needs_content(),
    }
    status = max((form.status_code for form in bound.values()), default=200)
    return render(request, "needs/unit_need.html", {**page, **bound}, status=status)


def _need(visit: Visit, key: UUID) -> Need:
    unit = unit_here(visit)
    need = queries.need_of(unit.place, visit.space, key)
    if need is None:
        raise Http404
    return need


def _back(visit: Visit, need: Need) -> HttpResponse:
    return redirect("needs:unit_need", visit.space.slug, need.place_id, need.pk)


def _words(form: Form) -> list[Text]:
    return [form.cleaned_data["wording"], form.cleaned_data["involvement"]]
