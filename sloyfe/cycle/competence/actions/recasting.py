"""A draft that begins as a copy of a package somebody else made, where its licence lets it be built upon."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.competence.actions.drafting import MOST_PARTS, free_name
from sloyfe.cycle.competence.markup.codec import to_plain
from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import Licence, PageKind, State
from sloyfe.cycle.competence.markup.tree import Block, Language, walk
from sloyfe.cycle.competence.models import (
    DraftBlock,
    DraftFile,
    DraftModule,
    DraftPage,
    PackageDraft,
    PackageVersion,
    PageRemoval,
)
from sloyfe.cycle.competence.models import Page as ReadPage
from sloyfe.cycle.competence.models.writing import NAME
from sloyfe.cycle.competence.reading.archive import open_archive
from sloyfe.cycle.competence.reading.doors import ZIP_STARTS
from sloyfe.cycle.competence.reading.own import files_in
from sloyfe.cycle.competence.writing import keeps_whole, written
from sloyfe.cycle.competence.writing.pairing import is_shared, rows_of
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

LONGEST_PATH = 100


class MayNotBeChanged(Refusal):
    sentence = _("Lisensen sier at pakken ikke kan deles i endret form. Dere kan tilpasse rekkefølge og utvalg i den.")


class HasSami(Refusal):
    sentence = _("Pakken har nordsamisk tekst. Den ville gått tapt i et utkast, som bare har bokmål og nynorsk.")


@transaction.atomic
def begin_from(version: PackageVersion, *, by: Person, at: datetime) -> PackageDraft:
    """A draft of our own that says what this version says; the version stays as it is."""
    pages = list(version.pages.all())
    if Licence(version.licence).forbids_changes or any(page.tree.licence.forbids_changes for page in pages):
        raise MayNotBeChanged
    if any(getattr(node, "language", None) == Language.SE for page in pages for node in walk(page.tree.blocks)):
        raise HasSami
    own: dict[str, Any] = {"space": version.space}
    title = version.package.title
    draft = PackageDraft.objects.create(**own, title=title, licence=version.licence, by=by, at=at)
    left = {page.identity: page for page in pages}
    names = frozenset(left)
    for number, module in enumerate(version.modules.all(), 1):
        row = DraftModule.objects.create(**own, draft=draft, position=number, identity=f"m{number}", title=module.title)
        _pages(row, [left.pop(item.page) for item in module.tree.items if item.page in left], names, by=by, at=at)
    if left:
        rest = DraftModule.objects.create(**own, draft=draft, position=MOST_PARTS, identity="m0")
        _pages(rest, list(left.values()), names, by=by, at=at)
    _files(draft, version, by=by, at=at)
    audit.record(act="package.draft_begun", about=draft, by=by, at=at, space=version.space)
    return draft


def _pages(module: DraftModule, pages: list[ReadPage], of: Collection[str], *, by: Person, at: datetime) -> None:
    """Those that readers do not see are taken out: they are given out only if somebody takes them back in."""
    for number, page in enumerate(pages):
        taken = {*of, *module.draft.pages.values_list("identity", flat=True)}
        row = DraftPage.objects.create(
            space=module.space, draft=module.draft, module=module, position=number, title=page.title,
            identity=page.identity if len(page.identity) <= NAME else free_name("s", taken), readers=page.readers,
            kind=page.kind if page.kind == PageKind.ASSIGNMENT else PageKind.PAGE.value, minutes=page.minutes,
        )  # fmt: skip
        if page.state != State.PUBLISHED:
            PageRemoval.objects.create(part=row, by=by, at=at)
        blocks = [_block(row, place, blocks) for place, blocks in enumerate(rows_of(page.tree.blocks))]
        DraftBlock.objects.bulk_create(blocks)


def _block(page: DraftPage, position: int, blocks: tuple[Block, ...]) -> DraftBlock:
    shared = is_shared(blocks)
    said: Mapping[str, str] = (
        {"nb": written(blocks, Language.ANY)}
        if shared
        else {language.value: written(blocks, language) for language in (Language.NB, Language.NN)}
    )
    kept = to_plain(blocks) if any(keeps_whole(words) for words in said.values()) else []
    text = Text.of(source="nb" if said["nb"] else "nn", **said)
    return DraftBlock(space=page.space, page=page, position=position, text=text, shared=shared, kept=kept)


def _files(draft: PackageDraft, version: PackageVersion, *, by: Person, at: datetime) -> None:
    """Files keep the paths that the pages know them by; what a picture shows stands where it is shown."""
    content = bytes(version.original)
    if not content.startswith(ZIP_STARTS):
        return
    licences = {asset.path: asset.licence for asset in version.assets.all() if len(asset.path) <= LONGEST_PATH}
    found = files_in(open_archive(content, Notes(version.source_name)), list(licences))
    own: dict[str, Any] = {"space": draft.space, "draft": draft, "by": by, "at": at}
    DraftFile.objects.bulk_create(
        DraftFile(**own, name=path, size=len(each), content=each, licence=licences[path])
        for path, each in found.items()
    )  # fmt: skip
