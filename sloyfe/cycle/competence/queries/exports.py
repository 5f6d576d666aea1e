"""A package as it may be carried away: whether its licence allows it, and what of it this reader may have."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.exporting.licences import may_leave
from sloyfe.cycle.competence.markup.notes import Defect, Notes, Remark, Removal, Taken
from sloyfe.cycle.competence.markup.packages import (
    AssetEntry,
    Format,
    Licence,
    PackageTree,
    PageTree,
    Readers,
)
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import Asset, DraftRelease, PackageVersion, Page
from sloyfe.cycle.competence.queries.files import paths_in
from sloyfe.cycle.competence.queries.packages import modules_of, readable
from sloyfe.cycle.competence.reading.archive import open_archive
from sloyfe.cycle.competence.reading.own import files_in
from sloyfe.kit.text import Text

ZIPS = frozenset({Format.OWN.value, Format.CARTRIDGE.value})


def may_be_taken(version: PackageVersion) -> bool:
    """The licence allows copies; what was written here is the writers' own, an archive that was read in is not."""
    return may_leave(version.licence, own=DraftRelease.objects.filter(version=version).exists())


def pages_to_take(version: PackageVersion, visit: Visit) -> list[Page]:
    """The pages this person may read, with what stands on them."""
    return list(Page.objects.in_space(visit.space).filter(readable(visit), version=version))


def assets_of(version: PackageVersion, space: Space) -> list[Asset]:
    """The files of the version."""
    return list(Asset.objects.in_space(space).filter(version=version))


def led_to(assets: Sequence[Asset], pages: Sequence[Page]) -> list[Asset]:
    """The files that these pages lead to."""
    paths = paths_in([page.tree for page in pages])
    return [asset for asset in assets if asset.path in paths]


def kept_back(assets: Sequence[Asset]) -> list[Asset]:
    """Files whose own licence forbids copies."""
    return [asset for asset in assets if asset.licence and not may_leave(asset.licence, own=False)]


def bytes_of(version: PackageVersion, assets: Sequence[Asset], space: Space) -> dict[str, bytes]:
    """The files that may leave, from the version's original."""
    whole = PackageVersion.objects.in_space(space).only("original", "source_name", "format").get(pk=version.pk)
    held = {asset.pk for asset in kept_back(assets)}
    paths = [asset.path for asset in assets if asset.pk not in held]
    if not paths or whole.format not in ZIPS:
        return {}
    return files_in(open_archive(bytes(whole.original), Notes(whole.source_name)), paths)


def tree_of(version: PackageVersion, pages: Sequence[Page], assets: Sequence[Asset], space: Space) -> PackageTree:
    """The version as it was read, its pages for those whom a person chose."""
    report = PackageVersion.objects.in_space(space).only("report").get(pk=version.pk).report
    told = {each["identity"]: each for each in report.get("pages", [])}
    held = {asset.pk for asset in kept_back(assets)}
    return PackageTree(
        version.package.identity,
        title_of(version.package.title),
        "",
        Format.OWN,
        str(version.number),
        tuple(module.tree for module in modules_of(version, space)),
        tuple(_page(page, told.get(page.identity, {})) for page in pages),
        tuple(
            AssetEntry(asset.path, asset.path, asset.size, Licence(asset.licence))
            for asset in assets
            if asset.pk not in held
        ),
        Licence(version.licence, version.licence_written),
        tuple(Language(each) for each in report.get("languages", [])),
        remarks=_remarks(report),
        removals=_removals(report),
    )


def title_of(text: Text) -> Title:
    """A title in its languages, written as the portal writes it."""
    said = {language: text.entries.get(language.value, "") for language in Language}
    entries = {language: words for language, words in said.items() if words}
    return Title(" |".join(f"{language.value}: {words}" for language, words in entries.items()), entries)


def _page(page: Page, told: dict[str, Any]) -> PageTree:
    tree = page.tree
    audience = replace(tree.audience, readers=Readers(page.readers))
    return replace(tree, audience=audience, remarks=_remarks(told), removals=_removals(told))


def _remarks(told: dict[str, Any]) -> tuple[Remark, ...]:
    return tuple(Remark(Defect(each["defect"]), each["place"], each["quote"]) for each in told.get("remarks", []))


def _removals(told: dict[str, Any]) -> tuple[Removal, ...]:
    return tuple(
        Removal(Taken(each["why"]), each.get("words", ""), each.get("address", ""), each.get("times", 1))
        for each in told.get("removals", [])
    )
