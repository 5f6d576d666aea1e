"""What a place made of a package, and what that rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sloyfe.access.models import Seat, Space
from sloyfe.access.policy import POLICY, Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.adaptation.changes import Change, open_changes
from sloyfe.cycle.competence.adaptation.conflicts import Conflict, open_conflicts
from sloyfe.cycle.competence.adaptation.deciding import first_layer
from sloyfe.cycle.competence.adaptation.layers import Layer, Level
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.trees import Tree
from sloyfe.cycle.competence.models import Package, PackageAdaptation, VersionTree
from sloyfe.cycle.competence.queries.outlines import newest_outline
from sloyfe.cycle.partnership.models import Party, PartyRole

MAY_ADAPT = {Level.OWNER: Can.PACKAGE_ADAPT_OWNER, Level.UNIT: Can.PACKAGE_ADAPT_UNIT}
LEVELS = {PartyRole.OWNER.value: Level.OWNER, PartyRole.UNIT.value: Level.UNIT}


@dataclass(frozen=True)
class Standing:
    """A place's layer over its master; `row` is None while nobody there has decided anything."""

    package: Package
    newest: VersionTree
    place: Space
    level: Level
    row: PackageAdaptation | None
    layer: Layer[str]
    master: Tree[str]
    owners: Layer[str] | None

    @cached_property
    def shown(self) -> Tree[str]:
        """What came of it."""
        return outcome(self.layer, self.master)

    @cached_property
    def changes(self) -> list[Change[str]]:
        """What the master brought and nobody here has decided on."""
        return open_changes(self.layer, self.master)

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Where that meets decisions of theirs."""
        return open_conflicts(self.layer, self.master)


def party_at(space: Space, place: Space) -> Party | None:
    """The owner or unit whose place it is."""
    rows = Party.objects.in_space(space).filter(place=place, role__in=LEVELS, until=None)
    return rows.select_related("organisation").first()


def places_to_adapt(visit: Visit) -> list[Space]:
    """The owners' and units' places where this person decides how packages are used."""
    if not visit.may(Can.PACKAGE_ADAPT):
        return []
    held = [seat for seat in visit.seats if seat.role in POLICY[Can.PACKAGE_ADAPT]]
    if all(_is_own(seat) for seat in held):
        return _in_order(seat.space for seat in held)
    roles = [role for role, level in LEVELS.items() if visit.may(MAY_ADAPT[level])]
    rows = Party.objects.in_space(visit.space).filter(role__in=roles, until=None).select_related("place__opening")
    found = rows.only("role", *(f"place__{name}" for name in ("title", "path", "shielded", "parent", "opening")))
    mine = [party.place for party in found if visit.may(MAY_ADAPT[LEVELS[party.role]], party.place)]
    return _in_order(mine)


def _in_order(places: Iterable[Space]) -> list[Space]:
    return sorted(places, key=lambda place: (place.path.count("/"), place.title))


def _is_own(seat: Seat) -> bool:
    """Held at the very place that it is for: an owner's below the root, a unit's below its owner."""
    above = seat.space.path.count("/") - 1
    return above == (1 if seat.role in POLICY[Can.PACKAGE_ADAPT_OWNER] else 2)


def standing(package: Package, place: Space, level: Level, newest: VersionTree | None = None) -> Standing | None:
    """How a place stands to the newest version; the owner's adaptation is a unit's master."""
    newest = newest or newest_outline(package)
    if newest is None:
        return None
    places = [place.pk] + ([place.parent_id] if level == Level.UNIT and place.parent_id else [])
    rows = PackageAdaptation.objects.in_space(package.space).filter(package=package, place__in=places)
    found = {row.place_id: row for row in rows}
    return stands(package, newest, place, level, found)


def stands(
    package: Package, newest: VersionTree, place: Space, level: Level, rows: Mapping[UUID, PackageAdaptation]
) -> Standing:
    """The same from rows that are known, by place."""
    row, above = rows.get(place.pk), rows.get(place.parent_id or place.pk)
    owners = above.layer if level == Level.UNIT and above is not None else None
    master = outcome(owners, newest.tree) if owners else newest.tree
    layer = row.layer if row is not None else first_layer(level, master)
    return Standing(package, newest, place, level, row, layer, master, owners)
