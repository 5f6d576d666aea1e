"""A report as plain JSON, with a sentence in both languages for every class of remark in it."""

from typing import Any

from django.utils.translation import override

from sloyfe.cycle.competence.markup.codec import to_plain
from sloyfe.cycle.competence.markup.notes import Remark, Removal
from sloyfe.cycle.competence.reading.reporting import PageReport, Report
from sloyfe.cycle.competence.reading.sentences import DEFECTS
from sloyfe.kit.refusal import Sentence


def in_both(sentence: Sentence) -> dict[str, str]:
    """A sentence in bokmål and in nynorsk."""
    told = {}
    for language in ("nb", "nn"):
        with override(language):
            told[language] = str(sentence)
    return told


def tell(report: Report) -> dict[str, Any]:
    """The whole report."""
    return {
        "title": to_plain(report.title.entries) or report.title.raw,
        "format": report.format,
        "version": report.version,
        "licence": {
            "code": report.licence.code,
            "written": report.licence.written,
            "forbids_changes": report.licence.forbids_changes,
        },
        "languages": list(report.languages),
        "modules": report.modules,
        "items": report.items,
        "pages": [_page(page) for page in report.pages],
        "assets": [
            {"path": asset.path, "size": asset.size, "licence": asset.licence.code, "used_by": list(asset.used_by)}
            for asset in report.assets
        ],
        "remarks": [_remark(remark) for remark in report.remarks],
        "removals": [_removal(removal) for removal in report.removals],
        "defects": {
            defect: {"times": times, **in_both(DEFECTS[defect])} for defect, times in sorted(report.defects.items())
        },
    }


def _page(page: PageReport) -> dict[str, Any]:
    return {
        "identity": page.identity,
        "title": to_plain(page.title.entries) or page.title.raw,
        "kind": page.kind,
        "source": page.source,
        "state": page.state,
        "audience": {"readers": page.audience.readers, "signs": list(page.audience.signs)},
        "blocks": to_plain(page.blocks),
        "words": to_plain(page.words),
        "coverage": to_plain(page.coverage),
        "links": to_plain(page.links),
        "broken": list(page.broken),
        "embeds": [{"provider": provider, "address": address} for provider, address in page.embeds],
        "removals": [_removal(removal) for removal in page.removals],
        "remarks": [_remark(remark) for remark in page.remarks],
    }


def _remark(remark: Remark) -> dict[str, str]:
    return {"defect": remark.defect, "place": remark.place, "quote": remark.quote}


def _removal(removal: Removal) -> dict[str, Any]:
    said = {"why": removal.why, "words": removal.words, "address": removal.address, "times": removal.times}
    return {key: value for key, value in said.items() if value}
