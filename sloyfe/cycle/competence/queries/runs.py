"""Imports of packages: what waits, what has ended, and the report of one in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from sloyfe.access.models import Space
from sloyfe.cycle.competence.linting.sentences import compared
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.models import PackageImport, PackageVersion
from sloyfe.cycle.competence.queries.differences import as_plain, differences
from sloyfe.kit.text import Text

ENDS = ("finished", "refused", "cancelled")
STEPS = ("trial", "taken", *ENDS)
HEAVY = ("trial__report", "trial__differences")
SHOWN = 20


@dataclass(frozen=True)
class PageTold:
    """What was noticed on one page."""

    title: str
    remarks: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """The report in one language."""

    pages: int
    modules: int
    files: int
    whole: Sequence[tuple[str, str]]
    by_page: Sequence[PageTold]


@dataclass(frozen=True)
class Different:
    """What a new version has that the one before had not, in one language."""

    added: Sequence[str]
    removed: Sequence[str]
    changed: Sequence[tuple[str, Mapping[str, bool]]]
    same: int

    @property
    def is_same(self) -> bool:
        """No page is another."""
        return not (self.added or self.removed or self.changed)


def runs_of(space: Space) -> list[PackageImport]:
    """The newest first; without the files themselves."""
    rows = PackageImport.objects.in_space(space).defer("content", *HEAVY)
    return list(rows.select_related("by", *STEPS).order_by("-at")[:SHOWN])


def run_of(space: Space, key: UUID) -> PackageImport | None:
    """One of them, without its file."""
    rows = PackageImport.objects.in_space(space).defer("content", "finished__version__original")
    return rows.select_related("by", "space", "finished__version", *STEPS).filter(pk=key).first()


def waiting(most: int = 5) -> list[PackageImport]:
    """Those that nobody has begun to read, then the rest, the oldest first; the worker asks, for every partnership."""
    rows = PackageImport.objects.bounded().filter(**dict.fromkeys(ENDS))
    due = rows.filter(Q(tries_first=False) | Q(trial=None) | Q(taken__isnull=False))
    return list(due.select_related("space", *STEPS).defer(*HEAVY).order_by("of", "at")[:most])


def left_over(before: datetime) -> list[PackageImport]:
    """Files from before this time that are still kept, in every partnership."""
    rows = PackageImport.objects.bounded().filter(at__lt=before).exclude(content=b"")
    tried = Q(trial__isnull=False, taken=None, finished=None, cancelled=None)
    return list(rows.filter(tried | Q(refused__isnull=False)).defer("content").select_related("space", "by"))


def report_of(run: PackageImport, language: str) -> Told:
    """What the import found, or would find, page by page."""
    report: Mapping[str, Any] = run.finished.version.report if hasattr(run, "finished") else run.trial.report
    said = {name: told.get(language, told["nb"]) for name, told in report["defects"].items()}
    pages = [
        PageTold(_title(page["title"], language), _remarks(page["remarks"], said))
        for page in report["pages"]
        if page["remarks"]
    ]
    whole = _remarks(report["remarks"], said)
    return Told(len(report["pages"]), report["modules"], len(report["assets"]), whole, pages)


def different_in(run: PackageImport, language: str) -> Different | None:
    """What is other than in the version before, if there was one."""
    found = _since_the_last(run) if hasattr(run, "finished") else run.trial.differences
    if found is None:
        return None
    ways = ("content", "renamed", "place")
    return Different(
        [_name(each, language) for each in found["added"]],
        [_name(each, language) for each in found["removed"]],
        [(_name(each["title"], language), {way: each[way] for way in ways}) for each in found["changed"]],
        found["same"],
    )


def pasted_text(run: PackageImport) -> str:
    """What somebody pasted, where it is still kept."""
    content = PackageImport.objects.in_space(run.space).values_list("content", flat=True).get(pk=run.pk)
    return bytes(content).decode(errors="replace") if run.is_pasted else ""


def _since_the_last(run: PackageImport) -> Mapping[str, Any] | None:
    after = run.finished.version
    rows = PackageVersion.objects.in_space(run.space).defer("original", "report")
    before = rows.filter(package=after.package_id, number__lt=after.number).order_by("-number").first()
    return as_plain(differences(before, after)) if before else None


def _name(title: Mapping[str, object], language: str) -> str:
    return Text.from_json(title).read(language)


def _remarks(remarks: Sequence[Mapping[str, str]], said: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(said[remark["defect"]], _quote(remark)) for remark in remarks]


def _quote(remark: Mapping[str, str]) -> str:
    return compared(remark["quote"]) if remark["defect"] == Defect.LANGUAGES_DIFFER else remark["quote"]


def _title(title: Any, language: str) -> str:
    if isinstance(title, Mapping):
        return str(title.get(language) or title.get("any") or title.get("nb") or next(iter(title.values()), ""))
    return str(title)
