"""What is core in a package, for those who look after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.competence.adaptation.trees import Identity, Kind
from sloyfe.cycle.competence.models import CoreComponent, Package, VersionTree
from sloyfe.cycle.competence.outlines.listing import is_line
from sloyfe.cycle.competence.outlines.wordings import title_of
from sloyfe.cycle.competence.queries.adapting import key_of
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Part:
    """A module or page: marked itself, or core because its module is."""

    identity: Identity
    title: Text
    is_module: bool
    marked: bool
    within: bool

    @property
    def key(self) -> UUID:
        """What a form says of it."""
        return key_of(self.identity)


def core_parts(package: Package, newest: VersionTree) -> list[Part]:
    """The modules and pages of the newest version, in order."""
    rows = CoreComponent.objects.in_space(package.space).filter(package=package)
    return list(_parts(newest, set(rows.values_list("identity", flat=True))))


def _parts(newest: VersionTree, marked: set[Identity]) -> Iterator[Part]:
    for line in newest.tree.lines:
        element = line.element
        if element.kind != Kind.BLOCK and not is_line(element.wording):
            within = element.place.parent in marked
            is_module = element.kind == Kind.MODULE
            yield Part(element.identity, title_of(element.wording), is_module, element.identity in marked, within)
