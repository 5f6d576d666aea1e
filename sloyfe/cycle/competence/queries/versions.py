"""The versions of a package, and what changed from one to the next, page by page and word by word."""

from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import PackageVersion, Page
from sloyfe.cycle.competence.queries.differences import Differences, differences
from sloyfe.cycle.competence.reading.plain import lines_of
from sloyfe.kit.differences import Fate, Strand, woven

BOTH = (Language.NB, Language.NN)
# Longer pages are told of as changed, and read beside each other instead of being compared word by word.
LONGEST = 60_000


@dataclass(frozen=True)
class Woven:
    """Two wordings of a page in one language as one text; `too_long` where they were not compared."""

    language: Language
    strands: tuple[Strand, ...]
    too_long: bool = False

    @property
    def changed(self) -> bool:
        """Something came or went."""
        return self.too_long or any(strand.fate != Fate.SAME for strand in self.strands)


def versions_of(space: Space, package: UUID) -> list[PackageVersion]:
    """The newest first."""
    rows = PackageVersion.objects.in_space(space).filter(package=package).select_related("package", "by")
    return list(rows.defer("original", "report").order_by("-number"))


def changes_in(version: PackageVersion, before: PackageVersion | None) -> Differences | None:
    """What this version changed; the first changed nothing."""
    return differences(before, version) if before else None


def page_in(version: PackageVersion, key: UUID) -> Page | None:
    return version.pages.filter(pk=key).first()


def page_before(page: Page, before: PackageVersion | None) -> Page | None:
    """The same page in the version before."""
    return before.pages.filter(identity=page.identity).first() if before else None


def words_changed(page: Page, before: Page | None) -> list[Woven]:
    """Word by word, in each language that has something new or lacks something old."""
    made = []
    for language in BOTH:
        old, new = (_text(each, language) if each else "" for each in (before, page))
        long = len(old) + len(new) > LONGEST
        made.append(Woven(language, () if long else tuple(woven(old, new)), too_long=long and old != new))
    return [each for each in made if each.changed]


def _text(page: Page, language: Language) -> str:
    return "\n".join([page.title.entries.get(language.value, ""), *lines_of(page.tree.blocks, language)])
