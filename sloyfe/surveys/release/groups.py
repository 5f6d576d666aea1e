"""Who answered, as groups that add up: places of the network's tree crossed with roles."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.algorithms.disclosure import Sum
from sloyfe.surveys.models import Wave

ALL = ""
UNSTATED = "unstated"
EVERYBODY = 0
Place = UUID | tuple[UUID, str]
Counts = tuple[int, ...]
WORTH = (16.0, 4.0, 1.0)


class Groups:
    """Every group of a wave by number, from everybody (0) down to one role in one unit, and how they add up.

    Those who belong to a place that has units below it, and to none of them, are a part of their own.
    """

    def __init__(self, root: UUID, tree: Mapping[UUID, Sequence[UUID]], roles: Sequence[str] = ()) -> None:
        self.tree = tree
        self.roles = [*roles, UNSTATED] if roles else []
        self.members: dict[Hashable, tuple[Place, str]] = {}
        self.number: dict[tuple[Place, str], int] = {}
        self.levels: dict[UUID, list[Place]] = {}
        self.sums: list[Sum] = []
        self._add(root, ())

    @cached_property
    def wholes(self) -> frozenset[Hashable]:
        """The groups that are made up of others."""
        return frozenset(each.whole for each in self.sums)

    @property
    def bottom(self) -> list[int]:
        """All in each place that has none below it."""
        return [self.number[place, ALL] for place in self.levels if not self.tree.get(place)]

    def counted(self, rows: Iterable[tuple[UUID, str, Counts]], width: int = 1) -> dict[Hashable, Counts]:
        """Counts of people by place and role → counts of every group, also of those that nobody is in."""
        cells = [[0] * width for _ in self.members]
        for place, role, given in rows:
            kinds = (ALL, role or UNSTATED) if self.roles else (ALL,)
            for level in self.levels[place]:
                for kind in kinds:
                    cell = cells[self.number[level, kind]]
                    for at, count in enumerate(given):
                        cell[at] += count
        return {number: tuple(cell) for number, cell in enumerate(cells)}

    def worth(self) -> dict[Hashable, float]:
        """What it costs the readers when a group of five or more must be hidden: most at the top, least by role."""
        return {number: self._worth(*group) for number, group in self.members.items()}

    def _worth(self, place: Place, role: str) -> float:
        if not isinstance(place, UUID):
            return WORTH[-1]
        above = [level for level in self.levels[place] if isinstance(level, UUID)]
        return WORTH[min(len(above) - 1, len(WORTH) - 1)] * (1 if role else 5)

    def _add(self, place: UUID, above: tuple[Place, ...]) -> None:
        below = self.tree.get(place, ())
        rest: Place = (place, "rest")
        self.levels[place] = [place, *above, rest] if below else [place, *above]
        ends = (place, rest) if below else (place,)
        for one in ends:
            for role in (ALL, *self.roles):
                self.number[one, role] = len(self.members)
                self.members[len(self.members)] = (one, role)
        for child in below:
            self._add(child, (place, *above))
        if below:
            self.sums += [self._sum((place, role), [(p, role) for p in (*below, rest)]) for role in (ALL, *self.roles)]
        if self.roles:
            self.sums += [self._sum((one, ALL), [(one, role) for role in self.roles]) for one in ends]

    def _sum(self, whole: tuple[Place, str], parts: Sequence[tuple[Place, str]]) -> Sum:
        return Sum(self.number[whole], tuple(self.number[part] for part in parts))


def groups_of(wave: Wave, roles: Sequence[str]) -> Groups:
    """The groups of a wave: the tree of the asked places and all above them, by title."""
    paths: set[str] = set()
    for asked in wave.places.select_related("place"):
        steps = asked.place.path.strip("/").split("/")
        paths |= {"/".join(steps[:i]) + "/" for i in range(1, len(steps) + 1)}
    places = {place.path: place.pk for place in Space.objects.filter(path__in=paths).order_by("title", "path")}
    tree: dict[UUID, list[UUID]] = defaultdict(list)
    for path, key in places.items():
        above = path.strip("/").rpartition("/")[0] + "/"
        if above in places and path != above:
            tree[places[above]].append(key)
    return Groups(wave.space_id, tree, roles)
