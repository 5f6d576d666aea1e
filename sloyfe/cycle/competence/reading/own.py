"""Sløyfe's own archive: the package as it was written, or a sentence that says why it cannot be read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.exporting.archive import FACTS, FORMAT, READ_ME, VERSION
from sloyfe.cycle.competence.markup.codec import from_plain
from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.packages import AssetEntry, Format, PackageTree
from sloyfe.cycle.competence.reading.archive import MOST_IN_ONE, Archive, BadArchive
from sloyfe.cycle.competence.reading.assembling import Progress
from sloyfe.cycle.competence.reading.fitting import fits
from sloyfe.cycle.competence.reading.html import CONTROL

LONGEST_IDENTITY = 200


class NewerFormat(BadArchive):
    sentence = _("Pakken er skrevet av en nyere utgave av Sløyfe enn denne. Oppdater, og les den inn på nytt.")


class NotAsWritten(BadArchive):
    sentence = _("Noe i package.json er endret eller skadet, så vi kan ikke lese pakken. Hent den på nytt.")


@dataclass(frozen=True)
class Said:
    """What the archive says: the package as plain values, and under which name each file lies."""

    package: Any
    files: Mapping[str, str]


def is_own(archive: Archive) -> bool:
    """It was written by Sløyfe, in whatever version of the format."""
    return _facts(archive).get("format") == FORMAT


def read_own(archive: Archive, notes: Notes, progress: Progress) -> PackageTree:
    """The package; a file too many or too few is told of."""
    said = _said(_facts(archive))
    try:
        tree = from_plain(said.package)
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        raise NotAsWritten from error
    if not isinstance(tree, PackageTree) or not fits(tree) or _twice(tree):
        raise NotAsWritten
    progress(len(tree.pages), len(tree.pages))
    whole = replace(tree, format=Format.OWN, assets=tuple(_assets(tree, said, archive)))
    _remark(whole, said, archive, notes)
    added = (remark for remark in notes.remarks if remark not in whole.remarks)
    return replace(whole, remarks=(*whole.remarks, *added))


def files_in(archive: Archive, paths: Sequence[str]) -> dict[str, bytes]:
    """The bytes of those files that are there, by their paths in the package, whatever kind of archive it is."""
    facts = _facts(archive)
    own = _said(facts).files if facts.get("format") == FORMAT else None
    names = {path: path if own is None else own.get(path, "") for path in paths}
    return {path: archive.read(name, MOST_IN_ONE) for path, name in names.items() if name in archive}


def _facts(archive: Archive) -> dict[str, Any]:
    try:
        facts = json.loads(archive.read(FACTS).decode("utf-8", "surrogatepass")) if FACTS in archive else {}
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _said(facts: Mapping[str, Any]) -> Said:
    version, listed = facts.get("version"), facts.get("files")
    if type(version) is not int or version < 1 or not isinstance(listed, list):
        raise NotAsWritten
    if version > VERSION:
        raise NewerFormat
    if facts.keys() - {"format", "version", "package", "files"}:
        raise NotAsWritten
    files: dict[str, str] = {}
    for each in listed:
        if not isinstance(each, dict) or not all(isinstance(each.get(key), str) for key in ("path", "name")):
            raise NotAsWritten
        files[each["path"]] = each["name"]
    if len(files) != len(listed):
        raise NotAsWritten
    return Said(facts.get("package"), files)


def _twice(tree: PackageTree) -> bool:
    """Two pages of one identity, or one that is too long or cannot be written down."""
    kept = [CONTROL.sub("", page.identity) for page in tree.pages]
    too_long = any(len(each) > LONGEST_IDENTITY for each in (*kept, *(module.identity for module in tree.modules)))
    return too_long or len(set(kept)) != len(kept)


def _assets(tree: PackageTree, said: Said, archive: Archive) -> list[AssetEntry]:
    """Every file has a line, and every line the size that its file has."""
    known = {asset.path for asset in tree.assets}
    listed = [*tree.assets, *(AssetEntry(path, path, 0) for path in sorted(said.files.keys() - known))]
    if any(CONTROL.search(asset.path) for asset in listed):
        raise NotAsWritten
    sizes = {path: archive.size(name) for path, name in said.files.items() if name in archive}
    return [replace(asset, size=sizes.get(asset.path, asset.size)) for asset in listed]


def _remark(tree: PackageTree, said: Said, archive: Archive, notes: Notes) -> None:
    notes.source = FACTS
    for asset in tree.assets:
        if said.files.get(asset.path, "") not in archive:
            notes.remark(Defect.FILE_MISSING, quote=asset.path)
    for name in sorted(set(archive.names()) - {FACTS, READ_ME, *said.files.values()}):
        notes.remark(Defect.FILE_UNLISTED, quote=name)
    if archive.junk:
        notes.remark(Defect.FILE_JUNK, quote=", ".join(archive.junk))
