"""The one change in a group where something is wrong that mends most, disturbs fewest, and of these costs least."""

from collections.abc import Iterator

from sloyfe.algorithms.grouping.floors import UNSEATED, Floor

Shift = tuple[int, int]
PARTNERS = 24  # other groups that are looked at


def mended(floor: Floor, group: int) -> tuple[Shift, ...] | None:
    """Blocks and where they go; None where no single block and no swap of two makes it better."""
    found = [
        (fewer, disturbed_more(floor, shifts), shifts)
        for shifts in _candidates(floor, group)
        if (fewer := faults_more(floor, shifts)) < 0
    ]
    best = min((rank[:2] for rank in found), default=None)
    alike = (shifts for *rank, shifts in found if tuple(rank) == best)
    return min(alike, key=lambda shifts: (_cost_more(floor, shifts), shifts), default=None)


def _candidates(floor: Floor, group: int) -> Iterator[tuple[Shift, ...]]:
    asked, size = floor.task.sizes[group], floor.size[group]
    wrong = [block for block in floor.members[group] if floor.barred(block, group)]
    leaving = floor.members[group] if size > asked.most else wrong
    for there in _partners(floor, group, give=-1):
        yield from (((block, there),) for block in leaving)
        yield from (((block, there), (other, group)) for block in wrong for other in floor.members[there])
    if size < asked.least:
        for here in _partners(floor, group, give=1):
            yield from (((block, group),) for block in floor.members[here])
    if floor.faults(group) > floor.faults(group, leading=1):
        for here in _partners(floor, group, give=1, leading=1):
            for other in floor.members[here]:
                if floor.leading[other]:
                    yield ((other, group),)
                    yield from (((other, group), (block, here)) for block in floor.members[group])


def _partners(floor: Floor, group: int, give: int, leading: int = 0) -> list[int]:
    """The groups with most to give (1), or with most room (-1); `leading`: where a facilitator can be spared."""

    def room(other: int) -> int:
        size = floor.task.sizes[other]
        return floor.size[other] - size.least if give > 0 else size.most - floor.size[other]

    able = (one for one in range(len(floor.size)) if one != group and floor.facilitators[one] >= 2 * leading)
    return sorted(able, key=room, reverse=True)[:PARTNERS]


def faults_more(floor: Floor, shifts: tuple[Shift, ...]) -> int:
    """How many more faults there are after a change."""
    more: dict[int, int] = {}
    leading: dict[int, int] = {}
    barred = 0
    leavers = {block for block, _there in shifts}
    for block, there in shifts:
        for group, sign in ((floor.group[block], -1), (there, 1)):
            more[group] = more.get(group, 0) + sign * len(floor.blocks[block])
            leading[group] = leading.get(group, 0) + sign * floor.leading[block]
        if block in floor.apart or block in floor.pinned:
            barred += floor.barred(block, there) - floor.barred(block, floor.group[block])
            barred -= sum(floor.group[other] == there for other in leavers & floor.apart.get(block, {}).keys())
    return barred + sum(floor.faults(group, more[group], leading[group]) - floor.faults(group) for group in more)


def disturbed_more(floor: Floor, shifts: tuple[Shift, ...]) -> int:
    """How many more would sit elsewhere than they did."""
    return sum(floor.disturbed(block, there) - floor.disturbed(block, floor.group[block]) for block, there in shifts)


def _cost_more(floor: Floor, shifts: tuple[Shift, ...]) -> float:
    """What the change costs; where two move, by doing it and taking it back."""
    if len(shifts) == 1:
        [(block, there)] = shifts
        return floor.cost(block, there) - floor.saved(block)
    cost, back = 0.0, [(block, floor.group[block]) for block, _there in shifts]
    for block, there in shifts:
        here = floor.group[block]
        floor.shift(block, UNSEATED)
        cost += floor.cost(block, there) - floor.cost(block, here)
        floor.shift(block, there)
    for block, here in back:
        floor.shift(block, here)
    return cost
