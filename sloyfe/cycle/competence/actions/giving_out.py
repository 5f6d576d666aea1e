"""A draft becomes a version that people read: written as an archive of our own, and read in as any other package."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.competence.actions.imports import carry_out, keep_file
from sloyfe.cycle.competence.exporting.archive import archive_of
from sloyfe.cycle.competence.markup.packages import (
    AssetEntry,
    Audience,
    Format,
    Item,
    Licence,
    ModuleTree,
    PackageTree,
    PageKind,
    PageTree,
    Provenance,
    Readers,
)
from sloyfe.cycle.competence.models import DraftModule, DraftPage, DraftRelease, PackageDraft, PackageVersion
from sloyfe.cycle.competence.queries.drafts import BOTH, modules_of, pages_in, title_of, trees_of
from sloyfe.cycle.competence.reading.assembling import with_users
from sloyfe.cycle.competence.reading.comparing import with_comparison
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class NothingToGiveOut(Refusal):
    sentence = _("Pakken har ingen sider med tekst ennå. Skriv noe, og gi den ut etterpå.")


@transaction.atomic
def give_out(draft: PackageDraft, *, by: Person, at: datetime) -> PackageVersion:
    """The next version of the package, or the first."""
    locked = PackageDraft.objects.in_space(draft.space).select_for_update(of=("self",)).get(pk=draft.pk)
    tree = tree_of(locked, modules_of(locked))
    if not any(page.blocks for page in tree.pages):
        raise NothingToGiveOut
    content = archive_of(tree, {file.name: bytes(file.content) for file in locked.files.all()})
    run = keep_file(locked.space, content, f"{str(locked.title)[:150]}.zip", by=by, at=at)
    version = carry_out(run, at=at, into=locked.package)
    if locked.package_id is None:
        PackageDraft.objects.in_space(locked.space).filter(pk=locked.pk).update(package=version.package)
    DraftRelease.objects.create(draft=locked, version=version, by=by, at=at)
    audit.record(act="package.given_out", about=version, by=by, at=at, space=locked.space)
    return version


def tree_of(draft: PackageDraft, modules: Sequence[DraftModule]) -> PackageTree:
    """The draft as a package."""
    pages = tuple(with_comparison(_page(page), BOTH) for page in pages_in(modules))
    assets = (
        AssetEntry(file.name, file.name, file.size, Licence(file.licence)) for file in draft.files.defer("content")
    )
    return PackageTree(
        identity=f"egen-{draft.pk}",
        title=title_of(draft.title),
        description="",
        format=Format.OWN,
        version="",
        modules=tuple(_module(module) for module in modules),
        pages=pages,
        assets=tuple(with_users(assets, pages)),
        licence=Licence(draft.licence, draft.licence),
        languages=BOTH,
    )


def _module(module: DraftModule) -> ModuleTree:
    items = [
        Item(page.identity, title_of(page.title), PageKind(page.kind), page=page.identity)
        for page in pages_in([module])
    ]
    return ModuleTree(module.identity, title_of(module.title), tuple(items))


def _page(page: DraftPage) -> PageTree:
    return PageTree(
        identity=page.identity,
        title=title_of(page.title),
        kind=PageKind(page.kind),
        blocks=tuple(made for block in page.live_blocks for made in trees_of(block)),  # type: ignore[attr-defined]  # prefetched
        provenance=Provenance(Format.OWN, page.identity),
        audience=Audience(Readers(page.readers)),
        minutes=page.minutes,
    )
