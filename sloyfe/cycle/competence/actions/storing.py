"""A package that has been read becomes rows: a version with its modules, pages and files."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b, sha256
from typing import Any

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.actions.indexing import index
from sloyfe.cycle.competence.actions.outlining import keep_trees, write_out_all
from sloyfe.cycle.competence.markup.codec import to_plain
from sloyfe.cycle.competence.markup.packages import PackageTree, PageTree
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import Asset, Module, Package, PackageImport, PackageVersion, Page
from sloyfe.cycle.competence.models.packages import IDENTITY
from sloyfe.cycle.competence.queries.audiences import decided
from sloyfe.cycle.competence.reading.html import CONTROL
from sloyfe.cycle.competence.reading.links import slug_of
from sloyfe.cycle.competence.reading.reporting import report_on
from sloyfe.cycle.competence.reading.telling import tell
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text

NOBODY_CHOSE: Mapping[str, str] = {}


class NothingNew(Refusal):
    """The same bytes make no new version."""

    sentence = _("Akkurat denne fila er allerede lest inn. Det finnes ingen ny utgave i den.")


def store(tree: PackageTree, run: PackageImport, *, into: Package | None, at: datetime) -> PackageVersion:
    """The next version of the package with this identity, or the first."""
    content = bytes(run.content)
    package = into or _package(tree, run, at)
    newest = newest_of(package, content)
    package.versions.update(is_newest=False)
    version = PackageVersion.objects.create(
        space=run.space,
        package=package,
        number=newest.number + 1 if newest else 1,
        by=run.by,
        at=at,
        source_name=run.name,
        original=content,
        digest=sha256(content).hexdigest(),
        format=tree.format,
        licence=storable(tree.licence.code),
        licence_written=storable(tree.licence.written),
        report=storable(tell(report_on(tree))),
    )
    _store_parts(tree, version)
    write_out_all(package, keep_trees(package))
    return version


def newest_of(package: Package, content: bytes) -> PackageVersion | None:
    """The version before the one that these bytes would make, if they make one."""
    newest = package.versions.defer("original", "report").filter(is_newest=True).first()
    if newest and newest.digest == sha256(content).hexdigest():
        raise NothingNew
    return newest


def identity_of(tree: PackageTree, run: PackageImport) -> str:
    """What a package is known by: its own identity, else its title, else the name of its file."""
    identity = tree.identity or slug_of(tree.title.read(Language.NB)) or run.name
    return CONTROL.sub("", identity)[:IDENTITY]


def _package(tree: PackageTree, run: PackageImport, at: datetime) -> Package:
    identity = identity_of(tree, run)
    found, _made = Package.objects.in_space(run.space).get_or_create(
        space=run.space, identity=identity, defaults={"title": text_of_title(tree.title), "added_at": at}
    )
    return found


def _store_parts(tree: PackageTree, version: PackageVersion) -> None:
    own: dict[str, Any] = {"space": version.space, "version": version}
    Module.objects.bulk_create(
        Module(
            **own,
            position=position,
            identity=storable(module.identity)[:IDENTITY],
            title=text_of_title(module.title),
            content=storable(to_plain(module)),
        )
        for position, module in enumerate(tree.modules)
    )
    pages = Page.objects.bulk_create(pages_of(tree, own, decided(version.package)))
    index(version, zip(pages, in_reading_order(tree), strict=True))
    Asset.objects.bulk_create(
        Asset(**own, path=asset.path, size=asset.size, licence=storable(asset.licence.code)) for asset in tree.assets
    )


def pages_of(tree: PackageTree, own: Mapping[str, Any], chosen: Mapping[str, str] = NOBODY_CHOSE) -> list[Page]:
    """Its pages as rows that are not stored yet; whom a person has decided on reads them, else who is proposed."""
    pages = [_page(page, position, own) for position, page in enumerate(in_reading_order(tree))]
    for page in pages:
        page.readers = chosen.get(page.identity, page.readers)
    return pages


def in_reading_order(tree: PackageTree) -> list[PageTree]:
    """Pages as the modules show them; those that no module shows come last."""
    order: dict[str, int] = {}
    for item in (item for module in tree.modules for item in module.items):
        order.setdefault(item.page, len(order))
    return sorted(tree.pages, key=lambda page: order.get(page.identity, len(order)))


def _page(page: PageTree, position: int, own: Mapping[str, Any]) -> Page:
    return Page(
        **own,
        position=position,
        identity=CONTROL.sub("", page.identity)[:IDENTITY],
        title=text_of_title(page.title),
        kind=page.kind,
        state=page.state,
        readers=page.audience.readers,
        minutes=page.minutes,
        digest=digest_of(page),
        content=storable(_without_notes(to_plain(page))),
    )


def text_of_title(title: Title) -> Text:
    """A title in the languages it has; what is in no language is read as bokmål."""
    said = {language: CONTROL.sub("", words) for language, words in title.entries.items()}
    entries = {language.value: words for language, words in said.items() if language != Language.ANY}
    shared = said.get(Language.ANY, "")
    if shared:
        entries.setdefault("nb", shared)
    source = "nb" if "nb" in entries else next(iter(entries), "nb")
    return Text.of(source=source, **entries)


def digest_of(page: PageTree) -> str:
    """The same for two pages that say the same, wherever in their files they stand."""
    said = json.dumps(_without_origins(to_plain(page.blocks)), sort_keys=True)
    return blake2b(said.encode(), digest_size=16).hexdigest()


def storable(plain: Any) -> Any:
    """Without the letters that no database takes."""
    if isinstance(plain, str):
        return CONTROL.sub("", plain)
    if isinstance(plain, list):
        return [storable(each) for each in plain]
    if isinstance(plain, dict):
        return {key: storable(value) for key, value in plain.items()}
    return plain


def _without_origins(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_without_origins(each) for each in plain]
    if isinstance(plain, dict):
        return {key: _without_origins(value) for key, value in plain.items() if key != "origin"}
    return plain


def _without_notes(plain: dict[str, Any]) -> dict[str, Any]:
    """Remarks and removals stand in the version's report already."""
    return {key: value for key, value in plain.items() if key not in {"remarks", "removals"}}
