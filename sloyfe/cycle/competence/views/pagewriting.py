"""Writing a page: a row of blocks, each in bokmål and nynorsk beside each other, in one form that loses nothing."""

from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions import drafting, wording
from sloyfe.cycle.competence.forms.drafting import PageForm, rows_in
from sloyfe.cycle.competence.forms.starting import choices_with, start_of
from sloyfe.cycle.competence.linting.rules import findings
from sloyfe.cycle.competence.linting.sentences import sentence_of
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.models import DraftBlock, DraftFile, DraftPage, PackageDraft
from sloyfe.cycle.competence.queries import drafts as queries
from sloyfe.cycle.competence.views.drafting import act_of, draft_here, part_named, told_of_move
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places
from sloyfe.cycle.competence.views.drawing.words import BLOCKS, LANGUAGES
from sloyfe.cycle.competence.writing import keeps_whole
from sloyfe.kit.rows import Versioned


@can(Can.PACKAGE_MANAGE)
def page(request: HttpRequest, visit: Visit, draft: UUID, page: UUID) -> HttpResponse:
    """A page in writing; every button saves all that was typed first."""
    owner = draft_here(visit, draft)
    row = queries.page_of(owner, page)
    if row is None:
        raise Http404
    blocks = queries.blocks_on(row)
    # What somebody typed in a block that another took out meanwhile is kept there, and can be taken back.
    typed = [each for each in queries.removed_from(row) if f"version-{each.pk}" in request.POST]
    form = PageForm(row, [*blocks, *typed], request.POST or None)
    if request.method == "POST" and form.is_valid():
        saves: list[tuple[Versioned, partial[None]]] = [(row, partial(_describe, form, row))]
        saves += [(block, partial(_word, form, block)) for block in [*blocks, *typed]]
        if form.save_all(saves):
            return _done(request, visit, row, blocks)
    shown = _shown(request, visit, row, blocks, form)
    return render(request, "competence/draft_page.html", shown, status=form.status_code)


def _shown(
    request: HttpRequest, visit: Visit, row: DraftPage, blocks: Sequence[DraftBlock], form: PageForm
) -> dict[str, object]:
    owner = row.draft
    pages = list(owner.pages.filter(removal=None, module__removal=None))
    files = list(owner.files.defer("content"))
    places = _places(visit, owner, pages, files)
    checked = queries.checked(row, blocks)
    found = findings([checked], {each.identity for each in pages}, {each.name for each in files})
    said: dict[str, list[str]] = {}
    for each in found:
        said.setdefault(each.block, []).append(_sentence(sentence_of(each), each.quote))
    lines = zip(rows_in(form, blocks), checked.pieces, strict=True)
    return {
        "draft": owner,
        "page": row,
        "form": form,
        "head": next(rows_in(form, [row])),
        "blocks": [
            {
                "row": block, "box": box, "version": version, "stale": stale, "said": said.get(str(block.pk), []),
                "kind": _kind_of(piece.blocks), "previews": list(_previews(block, piece.blocks, places)),
                "whole": any(keeps_whole(words) for words in block.text.entries.values()),
                "older": [each.value for each in piece.older], "missing": [each.value for each in piece.missing],
            }
            for (block, box, version, stale), piece in lines
        ],
        "said": said.get("", []),
        "coverage": queries.coverage_of(queries.texts_on(row, blocks)),
        "choices": choices_with(files),
        "removed": queries.removed_from(row),
        "out": request.GET.get("fjernet", ""),
        "pages": pages,
        "before": _beside(pages, row, -1),
        "after": _beside(pages, row, 1),
    }  # fmt: skip


def _done(request: HttpRequest, visit: Visit, row: DraftPage, blocks: Sequence[DraftBlock]) -> HttpResponse:
    """What was pressed besides saving, and where to be afterwards."""
    act, key = act_of(request)
    here = reverse("competence:draft_page", args=[visit.space.slug, row.draft_id, row.pk])
    if act in {"over", "under"}:
        return redirect(f"{here}#b-{_put_in(request, row, blocks, act, key).pk}")
    if act not in {"up", "down", "out", "back", "copy", "fits"}:
        messages.success(request, _("Lagret."))
        return redirect(here)
    part = part_named(row.draft, key)
    if not isinstance(part, DraftBlock) or part.page_id != row.pk:
        raise Http404
    if act == "out":
        drafting.remove(part, by=visit.person, at=timezone.now())
        return redirect(f"{here}?fjernet={part.pk}")
    _change(request, part, act)
    return redirect(f"{here}#b-{part.pk}")


def _change(request: HttpRequest, part: DraftBlock, act: str) -> None:
    if act in {"up", "down"}:
        messages.success(request, told_of_move(*drafting.move(part, -1 if act == "up" else 1)))
    elif act == "back":
        drafting.put_back(part)
        messages.success(request, _("Blokken er tilbake."))
    elif act == "copy":
        wording.copy_across(part)
    else:
        other = "nb" if part.text.source == "nn" else "nn"
        wording.still_fits(part, other)


def _put_in(request: HttpRequest, row: DraftPage, blocks: Sequence[DraftBlock], act: str, key: str) -> DraftBlock:
    at = next((number for number, block in enumerate(blocks) if str(block.pk) == key), None)
    number = len(blocks) if at is None else at + (1 if act == "under" else 0)
    language = Language.NN if get_language() == "nn" else Language.NB
    files = list(row.draft.files.defer("content"))
    text, shared = start_of(request.POST.get(f"kind-{key}", ""), language, files)
    return drafting.add_block(row, text, after=blocks[number - 1] if number else None, shared=shared)


def _describe(form: PageForm, row: DraftPage) -> None:
    facts = {name: form.cleaned_data[name] for name in ("kind", "readers", "minutes")}
    wording.describe(row, form.words(row, row.title), version=form.seen(row), **facts)


def _word(form: PageForm, block: DraftBlock) -> None:
    wording.word(block, form.words(block, block.text), version=form.seen(block))


def _places(visit: Visit, owner: PackageDraft, pages: Sequence[DraftPage], files: Sequence[DraftFile]) -> Places:
    slug = visit.space.slug
    leads = {each.identity: reverse("competence:draft_page", args=[slug, owner.pk, each.pk]) for each in pages}
    lying = {each.name: reverse("competence:draft_file", args=[slug, owner.pk, each.pk]) for each in files}
    return Places(Language.NB, leads, lying)


def _previews(block: DraftBlock, blocks: tuple[Block, ...], places: Places) -> Iterator[tuple[str, str, str]]:
    """Each language by itself, as it is read."""
    for language in block.languages:
        seen = Language.NB if language == Language.ANY else language
        drawn = Drawing(Places(seen, places.pages, places.files), prefix=f"{seen}{block.pk.hex[:8]}", above=2)
        mine = [each for each in blocks if each.language == language]
        if mine:
            yield seen.value, "" if language == Language.ANY else str(LANGUAGES[language]), drawn.blocks(mine)


def _kind_of(blocks: tuple[Block, ...]) -> str:
    """What stands in it, in a word or a few."""
    first = blocks[0].language if blocks else Language.ANY
    kinds = dict.fromkeys(block.kind for block in blocks if block.language == first)
    return ", ".join(str(BLOCKS[kind]) for kind in kinds) if kinds else _("Tom blokk")


def _sentence(words: str, quote: str) -> str:
    return f"{words} «{quote}»" if quote else words


def _beside(pages: Sequence[DraftPage], row: DraftPage, step: int) -> DraftPage | None:
    at = next((number for number, each in enumerate(pages) if each.pk == row.pk), None)
    wanted = -1 if at is None else at + step
    return pages[wanted] if 0 <= wanted < len(pages) else None
