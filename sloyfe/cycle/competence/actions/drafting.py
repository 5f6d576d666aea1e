"""Writing a package: begun, with modules, pages and blocks that are added, put in order, taken out and taken back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import count
from re import fullmatch
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.competence.models import (
    BlockRemoval,
    DraftBlock,
    DraftModule,
    DraftPage,
    ModuleRemoval,
    PackageDraft,
    PageRemoval,
)
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

Part = DraftModule | DraftPage | DraftBlock
REMOVALS = {DraftModule: ModuleRemoval, DraftPage: PageRemoval, DraftBlock: BlockRemoval}
MOST_PARTS = 200


class TooMany(Refusal):
    """A package, a module or a page grows no further."""

    sentence = _("Her er det ikke plass til flere. Del innholdet på flere sider eller moduler.")


class NotHere(Refusal):
    """Somebody else took it out for good, or it belongs to another draft."""

    sentence = _("Denne delen finnes ikke i utkastet.")


@transaction.atomic
def begin(space: Space, title: Text, licence: str, *, by: Person, at: datetime) -> PackageDraft:
    """A new package, with a first module and a first page to write on."""
    draft = PackageDraft.objects.create(space=space, title=title, licence=licence, by=by, at=at)
    add_page(add_module(draft))
    audit.record(act="package.draft_begun", about=draft, by=by, at=at, space=space)
    return draft


@transaction.atomic
def add_module(draft: PackageDraft) -> DraftModule:
    """At the end."""
    _lock(draft)
    names = [each.identity for each in draft.modules.all()]
    place = _place(names)
    return DraftModule.objects.create(space=draft.space, draft=draft, position=place, identity=free_name("m", names))


@transaction.atomic
def add_page(module: DraftModule) -> DraftPage:
    """At the end of a module."""
    draft = module.draft
    _lock(draft)
    names = list(draft.pages.values_list("identity", flat=True))
    place = _place(list(module.pages.all()))
    own = {"space": draft.space, "draft": draft, "identity": free_name("s", names)}
    return DraftPage.objects.create(**own, module=module, position=place)


@transaction.atomic
def add_block(
    page: DraftPage, text: Text, *, after: DraftBlock | None, shared: bool = False, kept: Sequence[object] = ()
) -> DraftBlock:
    """After another one, or first."""
    _lock(page.draft)
    rows = [row for row in _blocks(page) if not hasattr(row, "removal")]
    _place(rows)
    block = DraftBlock(space=page.space, page=page, text=text, shared=shared, kept=list(kept), position=0)
    number = next((at for at, row in enumerate(rows, 1) if after and row.pk == after.pk), 0)
    block.save(force_insert=True)
    rows.insert(number, block)
    _number(DraftBlock, rows)
    return block


@transaction.atomic
def move(part: Part, step: int) -> tuple[int, int]:
    """One place up or down; a page at the edge of its module goes into the next. Says where it stands, of how many."""
    _lock(_draft_of(part))
    rows = _beside(part)
    at = next((number for number, row in enumerate(rows) if row.pk == part.pk), None)
    if at is None:
        raise NotHere
    if 0 <= at + step < len(rows):
        rows.insert(at + step, rows.pop(at))
        _number(type(part), rows)
    elif isinstance(part, DraftPage):
        rows = _into_next(part, step) or rows
    return next(number for number, row in enumerate(rows, 1) if row.pk == part.pk), len(rows)


@transaction.atomic
def remove(part: Part, *, by: Person, at: datetime) -> None:
    """Take it out; it can be taken back."""
    _lock(_draft_of(part))
    REMOVALS[type(part)].objects.get_or_create(part=part, defaults={"by": by, "at": at})  # type: ignore[attr-defined]  # each of the three has the same fields


@transaction.atomic
def put_back(part: Part) -> None:
    """As it was."""
    _lock(_draft_of(part))
    REMOVALS[type(part)].objects.filter(part=part).delete()  # type: ignore[attr-defined]  # each of the three has the same fields


def part_of(draft: PackageDraft, key: UUID) -> Part:
    """A module, page or block of this draft, also one that was taken out."""
    found = (
        draft.modules.filter(pk=key).first()
        or draft.pages.filter(pk=key).first()
        or DraftBlock.objects.in_space(draft.space).filter(page__draft=draft, pk=key).select_related("page").first()
    )
    if found is None:
        raise NotHere
    return found


def _into_next(page: DraftPage, step: int) -> list[Part] | None:
    modules = _beside(page.module)
    at = next((number for number, row in enumerate(modules) if row.pk == page.module_id), None)
    if at is None or not 0 <= at + step < len(modules):
        return None
    module = modules[at + step]
    page.module = module  # type: ignore[assignment]  # what stands beside a module is a module
    rows = [row for row in _beside(page) if row.pk != page.pk]
    rows.insert(0 if step > 0 else len(rows), page)
    DraftPage.objects.in_space(page.space).filter(pk=page.pk).update(module=page.module)
    _number(DraftPage, rows)
    return rows


def _beside(part: Part) -> list[Part]:
    """The part and its neighbours that are in, in order."""
    if isinstance(part, DraftModule):
        return list(part.draft.modules.filter(removal=None))
    if isinstance(part, DraftPage):
        return list(part.module.pages.filter(removal=None))
    return list(part.page.blocks.filter(removal=None))


def _blocks(page: DraftPage) -> list[DraftBlock]:
    return list(page.blocks.select_related("removal"))


def _number(kind: type[Part], rows: Sequence[Part]) -> None:
    for number, row in enumerate(rows):
        row.position = number
    if rows:
        kind.objects.in_space(rows[0].space).bulk_update(rows, ["position"])  # type: ignore[arg-type]  # rows of that kind


def _draft_of(part: Part) -> PackageDraft:
    return part.page.draft if isinstance(part, DraftBlock) else part.draft


def _lock(draft: PackageDraft) -> None:
    PackageDraft.objects.in_space(draft.space).select_for_update().get(pk=draft.pk)


def _place(rows: Sequence[object]) -> int:
    if len(rows) >= MOST_PARTS:
        raise TooMany
    return len(rows)


def free_name(letter: str, taken: Collection[str]) -> str:
    """The next of s1, s2 …: short enough to be typed in a link."""
    numbers = [int(name[1:]) for name in taken if fullmatch(rf"{letter}[0-9]{{1,6}}", name)]
    names = (f"{letter}{number}" for number in count(max(numbers, default=0) + 1))
    return next(name for name in names if name not in taken)
