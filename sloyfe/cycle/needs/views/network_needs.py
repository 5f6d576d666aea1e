"""Pages about the needs that the network shares."""

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
from sloyfe.cycle.needs.forms.merging import CommentForm, NetworkNeedEditForm, NetworkNeedForm, PartsForm, TieForm
from sloyfe.cycle.needs.models import Need
from sloyfe.cycle.needs.queries import needs as queries
from sloyfe.cycle.needs.queries import thread
from sloyfe.cycle.needs.views.notes import saved
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.kit.forms import Form
from sloyfe.kit.text import Text


@can(Can.NEED_SEE)
def network_needs(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the network shares, and what units have worded that is not part of it yet."""
    this_round = current_round(visit.space)
    may_merge = visit.may(Can.NEED_MERGE)
    page = {
        "needs": queries.network_needs(this_round),
        "parts": PartsForm(rows=queries.unmerged(visit, this_round)) if may_merge else None,
        "may_merge": may_merge,
    }
    return render(request, "needs/network_needs.html", page)


@can(Can.NEED_MERGE)
def new_network_need(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The network's words, prefilled from the needs that were ticked."""
    this_round = current_round(visit.space)
    rows = queries.unmerged(visit, this_round)
    sent = request.POST if request.method == "POST" else request.GET
    parts = PartsForm(sent, rows=rows)
    if not parts.is_valid():
        page = {"needs": queries.network_needs(this_round), "parts": parts, "may_merge": True}
        return render(request, "needs/network_needs.html", page, status=422)
    chosen: list[Need] = parts.picked()
    form = NetworkNeedForm(request.POST or None, initial={"wording": _together(chosen), "theme": chosen[0].theme})
    if request.method == "POST" and form.is_valid():
        wording, theme = form.cleaned_data["wording"], form.cleaned_data["theme"]
        if form.attempt(
            merging.merge_needs, this_round, chosen, wording, theme=theme, by=visit.person, at=timezone.now()
        ):
            saved(request, _("Det felles behovet er lagret. Enhetene blir bedt om å bekrefte det."), wording)
            return redirect("needs:network_need", visit.space.slug, form.result.pk)
    page = {"form": form, "chosen": chosen, "content": needs_content()}
    return render(request, "needs/new_network_need.html", page, status=form.status_code)


@can(Can.NEED_SEE, POST=Can.NEED_MERGE)
def network_need(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One network need: where it comes from, who stands behind it, and what is said to it."""
    need = _need(visit, key)
    if request.method != "POST":
        return _page(request, visit, need)
    form = NetworkNeedEditForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        if form.attempt(
            actions.edit_need,
            need,
            data["wording"],
            theme=data["theme"],
            involvement=need.involvement,
            version=data["version"],
            by=visit.person,
            at=timezone.now(),
        ):
            saved(request, _("Endringene er lagret. Enhetene blir bedt om å svare på nytt."), data["wording"])
            return _back(visit, need)
    return _page(request, visit, need, edit=form)


@require_POST
@can(Can.NEED_MERGE)
def parts(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Gather more needs of units into this one."""
    need = _need(visit, key)
    form = PartsForm(request.POST, rows=queries.unmerged(visit, need.round))
    if form.is_valid() and form.attempt(merging.add_parts, need, form.picked(), by=visit.person, at=timezone.now()):
        saved(request, _("Behovene er lagt til."))
        return _back(visit, need)
    return _page(request, visit, need, parts=form)


@require_POST
@can(Can.NEED_MERGE)
def separation(request: HttpRequest, visit: Visit, key: UUID, part: UUID) -> HttpResponse:
    """Take a unit's need out again."""
    need = _need(visit, key)
    merge = next((merge for merge in need.parts.all() if merge.pk == part), None)
    if merge is None:
        raise Http404
    merging.split(merge, by=visit.person, at=timezone.now())
    saved(request, _("Behovet er skilt ut igjen."))
    return _back(visit, need)


@require_POST
@can(Can.NEED_COMMENT)
def comments(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The competence partner says something."""
    need = _need(visit, key)
    form = CommentForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["words"]
        if form.attempt(merging.comment, need, words, by=visit.person, at=timezone.now()):
            saved(request, _("Kommentaren er lagret."), words)
            return _back(visit, need)
    return _page(request, visit, need, comment=form)


@require_POST
@can(Can.NEED_MERGE)
def ties(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Which of the owners' priorities the need supports."""
    need = _need(visit, key)
    form = TieForm(request.POST, rows=queries.owner_priorities(visit.space))
    if form.is_valid() and form.attempt(merging.tie, need, form.picked(), by=visit.person, at=timezone.now()):
        saved(request, _("Koblingen er lagret."))
        return _back(visit, need)
    return _page(request, visit, need, tie=form)


def _page(request: HttpRequest, visit: Visit, need: Need, **bound: Form) -> HttpResponse:
    may_merge = visit.may(Can.NEED_MERGE)
    priorities = queries.owner_priorities(visit.space)
    stands = {"wording": need.wording, "theme": need.theme, "version": need.version}
    page = {
        "need": need,
        "merges": [(merge, visit.may(Can.NEED_SEE, merge.part.place)) for merge in need.parts.all()],
        "backed": thread.backing(need),
        "thread": thread.findings_behind(need, visit),
        "edit": NetworkNeedEditForm(initial=stands),
        "parts": PartsForm(rows=queries.unmerged(visit, need.round)) if may_merge else None,
        "tie": TieForm(rows=priorities, initial={"chosen": [str(tie.owner_priority_id) for tie in need.ties.all()]}),
        "comment": CommentForm(),
        "priorities": priorities,
        "may_merge": may_merge,
        "may_comment": visit.may(Can.NEED_COMMENT),
    }
    status = max((form.status_code for form in bound.values()), default=200)
    return render(request, "needs/network_need.html", {**page, **bound}, status=status)


def _need(visit: Visit, key: UUID) -> Need:
    need = queries.network_need(visit.space, key)
    if need is None:
        raise Http404
    return need


def _together(needs: list[Need]) -> Text:
    """The units' own words one after the other, to be written together by a person."""
    words = {
        lang: "\n".join(said for need in needs if (said := need.wording.entries.get(lang, ""))) for lang in ("nb", "nn")
    }
    return Text.of(**words)


def _back(visit: Visit, need: Need) -> HttpResponse:
    return redirect("needs:network_need", visit.space.slug, need.pk)
