"""Writing a package: the list of drafts, a draft with its modules, and its files."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions import drafting, wording
from sloyfe.cycle.competence.forms.drafting import DraftForm, FileForm, NewDraftForm, rows_in
from sloyfe.cycle.competence.forms.starting import start_of
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import DraftBlock, DraftModule, DraftPage, PackageDraft
from sloyfe.cycle.competence.queries import drafts as queries
from sloyfe.cycle.competence.views.serving import served
from sloyfe.kit.rows import Versioned


@can(Can.PACKAGE_MANAGE)
def drafts(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is being written, and a new package."""
    form = NewDraftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        told = {"by": visit.person, "at": timezone.now()}
        if form.attempt(drafting.begin, visit.space, said["title"], said["licence"], **told):
            return redirect("competence:draft", visit.space.slug, form.result.pk)
    page = {"form": form, "drafts": queries.drafts_of(visit.space)}
    return render(request, "competence/drafts.html", page, status=form.status_code)


@can(Can.PACKAGE_MANAGE)
def draft(request: HttpRequest, visit: Visit, draft: UUID) -> HttpResponse:
    """A draft: its titles, and its modules and pages in order; one press saves all that was typed."""
    row = draft_here(visit, draft)
    modules = queries.modules_of(row)
    form = DraftForm(row, modules, request.POST or None)
    if request.method == "POST" and form.is_valid():
        saves: list[tuple[Versioned, partial[None]]] = [
            (row, partial(_entitle, form, row, licence=form.cleaned_data["licence"]))
        ]
        saves += [(module, partial(_entitle, form, module)) for module in modules]
        if form.save_all(saves):
            return _done(request, visit, row)
    pages = queries.pages_in(modules)
    texts = [row.title, *(module.title for module in modules)]
    texts += [text for page in pages for text in queries.texts_on(page, page.live_blocks)]  # type: ignore[attr-defined]  # prefetched
    page = {
        "draft": row,
        "form": form,
        "head": next(rows_in(form, [row])),
        "modules": [(*line, _lines(line[0])) for line in rows_in(form, modules)],
        "coverage": queries.coverage_of(texts),
        "removed": queries.removed_parts(row),
        "out": request.GET.get("fjernet", ""),
    }
    return render(request, "competence/draft.html", page, status=form.status_code)


@can(Can.PACKAGE_MANAGE)
def files(request: HttpRequest, visit: Visit, draft: UUID) -> HttpResponse:
    """Pictures and files of a draft, and a new one."""
    row = draft_here(visit, draft)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        told = {"alt": said["alt"], "decorative": said["decorative"], "licence": said["licence"]}
        given = said["file"]
        content = given.read(wording.LARGEST + 1)
        if form.attempt(wording.add_file, row, given.name, content, **told, by=visit.person, at=timezone.now()):
            messages.success(request, _("Fila %(name)s ligger klar.") % {"name": form.result.name})
            return redirect("competence:draft_files", visit.space.slug, row.pk)
    lines = [(file, start_of(f"fil:{file.name}", Language.NB, [file])[0]) for file in row.files.defer("content")]
    page = {"draft": row, "form": form, "files": lines}
    return render(request, "competence/draft_files.html", page, status=form.status_code)


@can(Can.PACKAGE_MANAGE)
def file(_request: HttpRequest, visit: Visit, draft: UUID, file: UUID) -> HttpResponse:
    """A file as it was given."""
    found = draft_here(visit, draft).files.filter(pk=file).first()
    if found is None:
        raise Http404
    return served(found.name, bytes(found.content))


def draft_here(visit: Visit, key: UUID) -> PackageDraft:
    """The draft of this partnership, or nothing."""
    row = queries.draft_of(visit.space, key)
    if row is None:
        raise Http404
    return row


def act_of(request: HttpRequest) -> tuple[str, str]:
    """Which button was pressed, and for what."""
    act, _colon, key = request.POST.get("do", "").partition(":")
    return act, key


def part_named(draft: PackageDraft, key: str) -> DraftModule | DraftPage | DraftBlock:
    """The part that a button names."""
    try:
        return drafting.part_of(draft, UUID(key))
    except ValueError as error:
        raise Http404 from error


def told_of_move(at: int, of: int) -> str:
    """Where something stands now."""
    return _("Flyttet. Den står nå som nummer %(at)s av %(of)s.") % {"at": at, "of": of}


def _entitle(form: DraftForm, row: PackageDraft | DraftModule, **facts: str) -> None:
    wording.entitle(row, form.words(row, row.title), version=form.seen(row), **facts)


def _done(request: HttpRequest, visit: Visit, row: PackageDraft) -> HttpResponse:
    """What was pressed besides saving."""
    act, key = act_of(request)
    here = reverse("competence:draft", args=[visit.space.slug, row.pk])
    if act == "module":
        return redirect(f"{here}#d-{drafting.add_module(row).pk}")
    if act not in {"page", "up", "down", "out", "back"}:
        messages.success(request, _("Lagret."))
        return redirect(here)
    part = part_named(row, key)
    if act == "page" and isinstance(part, DraftModule):
        return redirect("competence:draft_page", visit.space.slug, row.pk, drafting.add_page(part).pk)
    return redirect(_changed(request, visit, part, act, here))


def _changed(request: HttpRequest, visit: Visit, part: drafting.Part, act: str, here: str) -> str:
    if act == "out":
        drafting.remove(part, by=visit.person, at=timezone.now())
        return f"{here}?fjernet={part.pk}"
    if act == "back":
        drafting.put_back(part)
        messages.success(request, _("Delen er tilbake."))
    elif act in {"up", "down"}:
        messages.success(request, told_of_move(*drafting.move(part, -1 if act == "up" else 1)))
    return f"{here}#d-{part.pk}"


def _lines(module: DraftModule) -> list[tuple[DraftPage, list[queries.Coverage]]]:
    pages: list[DraftPage] = module.live_pages  # type: ignore[attr-defined]  # prefetched
    return [(page, queries.coverage_of(queries.texts_on(page, page.live_blocks))) for page in pages]  # type: ignore[attr-defined]  # prefetched
