"""Whom the pages of a package are for: what the signs propose, and what a person has decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.models import AudienceChoice, Package, PackageVersion, Page
from sloyfe.cycle.competence.queries.packages import HEADS

EVERYONE = Readers.EVERYONE.value


@dataclass(frozen=True)
class Judged:
    """A page, the proposal and its signs, and the decision that stands."""

    page: Page
    proposed: str
    signs: tuple[str, ...]
    choice: AudienceChoice | None

    @property
    def chosen(self) -> str:
        """What a person decided; nothing where it is left to the proposal."""
        return self.choice.readers if self.choice else ""

    @property
    def differs(self) -> bool:
        """Since the decision, a new version proposes something else than it did, and than was decided."""
        return bool(self.chosen) and self.choice.proposed != self.proposed != self.chosen  # type: ignore[union-attr]  # chosen means there is one

    @property
    def is_open(self) -> bool:
        """Something points at fewer readers, and nobody has decided."""
        return not self.chosen and self.proposed != EVERYONE


def judged(version: PackageVersion) -> list[Judged]:
    """Every page of the version in reading order."""
    rows = version.pages.annotate(audience=F("content__audience")).only(*HEADS)
    standing = standing_choices(version.package)
    return [_judged(page, page.audience or {}, standing) for page in rows]


def _judged(page: Page, audience: Mapping[str, object], standing: Mapping[str, AudienceChoice]) -> Judged:
    signs = audience.get("signs") or ()
    proposed = str(audience.get("readers") or EVERYONE)
    return Judged(page, proposed, tuple(map(str, signs)), standing.get(page.identity))  # type: ignore[call-overload]  # a list, as it was written


def standing_choices(package: Package) -> dict[str, AudienceChoice]:
    """The decision that stands for each page: the last one made."""
    return {each.identity: each for each in package.audience_choices.select_related("by")}


def decided(package: Package) -> dict[str, str]:
    """The readers of pages that a person has decided on, by the identity of the page."""
    return {identity: each.readers for identity, each in standing_choices(package).items() if each.readers}


def last_decision(choices: Iterable[AudienceChoice]) -> tuple[datetime, list[AudienceChoice]] | None:
    """What was decided together last, which is what can be undone."""
    rows = list(choices)
    if not rows:
        return None
    at = max(each.at for each in rows)
    return at, [each for each in rows if each.at == at]


def proposals_of(package: Package, identities: Iterable[str]) -> list[tuple[Page, str]]:
    """These pages in every version, each with what that version proposes."""
    rows = Page.objects.in_space(package.space).filter(version__package=package, identity__in=list(identities))
    annotated = rows.annotate(proposed=F("content__audience__readers")).only("id", "identity", "readers")
    return [(page, page.proposed or EVERYONE) for page in annotated]
