"""The inner loop of the search over attributes, compiled.

Costs are kept as counts of each category in each group, so that what a move changes is a sum over the categories of
those who move (the count-based form of the same-category pairs that Papenberg and Klau 2021 minimise over distances,
*Psychological Methods* 26:161–174). All of it is one file: numba keeps what it compiled until that file changes.
"""

from numba import njit

from sloyfe.algorithms.grouping.blocks import BEST, BROKEN, GOAL, NOW, Blocks, Desk, State
from sloyfe.algorithms.grouping.draw_kernels import draw

CANDIDATES = 48  # swaps looked at for each block
CHAINS = 8  # one in so many blocks is also tried in a chain
LONGEST = 5
STRAIGHT_BACK = 70  # of a hundred links, those that go to the group the chain began in


@njit(cache=True)
def shift(blocks: Blocks, state: State, desk: Desk, block: int, there: int) -> None:
    """One block to another group; counts, members, cost and broken rules follow."""
    here = state.group[block]
    cost, broken = 0.0, 0
    for entry in range(blocks.start[block], blocks.start[block + 1]):
        column, times = blocks.column[entry], blocks.times[entry]
        cost += blocks.worth[column] * times * (state.counts[there, column] - state.counts[here, column] + times)
        state.counts[here, column] -= times
        state.counts[there, column] += times
    for entry in range(blocks.pair_start[block], blocks.pair_start[block + 1]):
        place = state.group[blocks.pair_other[entry]]
        sign = (place == there) - (place == here)
        cost += sign * blocks.pair_weight[entry]
        broken += sign * blocks.pair_apart[entry]
    desk.values[NOW] += cost
    desk.values[BROKEN] += broken + lacking(blocks, state, blocks.facilitators[block], here, there)
    state.facilitators[here] -= blocks.facilitators[block]
    state.facilitators[there] += blocks.facilitators[block]
    state.size[here] -= blocks.size[block]
    state.size[there] += blocks.size[block]
    state.members[here] -= 1
    last = state.member[here, state.members[here]]
    state.member[here, state.position[block]] = last
    state.position[last] = state.position[block]
    state.member[there, state.members[there]] = block
    state.position[block] = state.members[there]
    state.members[there] += 1
    state.group[block] = there


@njit(cache=True)
def lacking(blocks: Blocks, state: State, gone: int, here: int, there: int) -> int:
    """How many more groups lack a facilitator they need when so many go from here to there."""
    if not blocks.facilitated:
        return 0
    left, came = state.facilitators[here], state.facilitators[there]
    return int(left - gone < 1) - int(left < 1) + int(came + gone < 1) - int(came < 1)


@njit(cache=True)
def fits(blocks: Blocks, state: State, place: int, more: int) -> bool:
    """Whether the group keeps its size when so many more people come."""
    return bool(blocks.low[place] <= state.size[place] + more <= blocks.high[place])


@njit(cache=True)
def join(blocks: Blocks, state: State, desk: Desk, block: int) -> None:
    """Writes down what the block costs in each group; in its own, what leaving saves."""
    here, joined = state.group[block], desk.joined
    joined[:] = 0.0
    for entry in range(blocks.start[block], blocks.start[block + 1]):
        column = blocks.column[entry]
        worth = blocks.worth[column] * blocks.times[entry]
        for place in range(joined.shape[0]):
            joined[place] += worth * state.counts[place, column]
        joined[here] -= worth * blocks.times[entry]
    for entry in range(blocks.pair_start[block], blocks.pair_start[block + 1]):
        place = state.group[blocks.pair_other[entry]]
        joined[place] += blocks.pair_weight[entry] + desk.penalty * blocks.pair_apart[entry]


@njit(cache=True)
def swapping(blocks: Blocks, state: State, desk: Desk, block: int, other: int) -> float:
    """What swapping two blocks costs, once `join` was asked for the first and its categories are marked."""
    here, there = state.group[block], state.group[other]
    cost = desk.joined[there] - desk.joined[here]
    for entry in range(blocks.start[other], blocks.start[other + 1]):
        column, times = blocks.column[entry], blocks.times[entry]
        change = state.counts[here, column] - state.counts[there, column] - 2 * desk.mark[column] + times
        cost += blocks.worth[column] * times * change
    for entry in range(blocks.pair_start[other], blocks.pair_start[other + 1]):
        near = blocks.pair_other[entry]
        sign = -1 if near == block else int(state.group[near] == here) - int(state.group[near] == there)
        cost += sign * (blocks.pair_weight[entry] + desk.penalty * blocks.pair_apart[entry])
    gone = blocks.facilitators[block] - blocks.facilitators[other]
    return float(cost + desk.penalty * lacking(blocks, state, gone, here, there))


@njit(cache=True)
def room(blocks: Blocks, state: State, desk: Desk, block: int, start: int) -> int:
    """The first group with room that the block is accepted in, or −1."""
    here, size = state.group[block], blocks.size[block]
    if not fits(blocks, state, here, -size):
        return -1
    for place in range(desk.joined.shape[0]):
        if place != here and fits(blocks, state, place, size):
            cost = desk.joined[place] - desk.joined[here]
            cost += desk.penalty * lacking(blocks, state, blocks.facilitators[block], here, place)
            if cost <= desk.noise[start + place]:
                return place
    return -1


@njit(cache=True)
def partner(blocks: Blocks, state: State, desk: Desk, block: int, start: int) -> int:
    """The first of some random blocks that a swap with is accepted, or −1."""
    here, found = state.group[block], -1
    for entry in range(blocks.start[block], blocks.start[block + 1]):
        desk.mark[blocks.column[entry]] = blocks.times[entry]
    for turn in range(CANDIDATES):
        other = blocks.free[draw(desk.bits, blocks.free.shape[0])]
        there, more = state.group[other], blocks.size[block] - blocks.size[other]
        if there == here or (more != 0 and not (fits(blocks, state, there, more) and fits(blocks, state, here, -more))):
            continue
        if swapping(blocks, state, desk, block, other) <= desk.noise[start + turn]:
            found = other
            break
    for entry in range(blocks.start[block], blocks.start[block + 1]):
        desk.mark[blocks.column[entry]] = 0
    return found


@njit(cache=True)
def price(desk: Desk) -> float:
    """The cost now, broken rules included."""
    return float(desk.values[NOW] + desk.penalty * desk.values[BROKEN])


@njit(cache=True)
def chain(blocks: Blocks, state: State, desk: Desk, block: int, edge: float) -> bool:
    """A block goes to a random group, somebody from there goes on, until the sizes hold: 3-cycles, one block for two.

    Taken back unless sizes hold and it costs no more than `edge`.
    """
    groups, trail, before = state.size.shape[0], desk.trail, price(desk)
    begin, full = state.group[block], draw(desk.bits, groups)
    links, mover, target = 0, block, full
    good = full != begin
    while good:
        trail[links, 0], trail[links, 1] = mover, state.group[mover]
        shift(blocks, state, desk, mover, target)
        links += 1
        if target != begin:
            full = target
        if (fits(blocks, state, full, 0) and fits(blocks, state, begin, 0)) or state.members[full] == 0:
            break
        mover = state.member[full, draw(desk.bits, state.members[full])]
        target = begin if draw(desk.bits, 100) < STRAIGHT_BACK else draw(desk.bits, groups)
        good = links < LONGEST and target != full and blocks.movable[mover] and mover != trail[links - 1, 0]
    for link in range(links):
        good = good and fits(blocks, state, trail[link, 1], 0) and fits(blocks, state, state.group[trail[link, 0]], 0)
    if good and price(desk) - before <= edge:
        return True
    for link in range(links - 1, -1, -1):
        shift(blocks, state, desk, trail[link, 0], trail[link, 1])
    return False


@njit(cache=True)
def step(blocks: Blocks, state: State, desk: Desk, block: int) -> None:
    """One block somewhere else, if any of the moves looked at is accepted."""
    start = draw(desk.bits, desk.noise.shape[0] - CANDIDATES - state.size.shape[0])
    chained = blocks.size[block] > 1 or draw(desk.bits, CHAINS) == 0
    if chained and chain(blocks, state, desk, block, desk.noise[start]):
        return
    join(blocks, state, desk, block)
    here, there, other = state.group[block], room(blocks, state, desk, block, start), -1
    if there < 0:
        other = partner(blocks, state, desk, block, start)
        there = state.group[other] if other >= 0 else -1
    if there >= 0:
        shift(blocks, state, desk, block, there)
    if other >= 0:
        shift(blocks, state, desk, other, here)


@njit(cache=True)
def walk(blocks: Blocks, state: State, desk: Desk, moves: int) -> int:
    """Metropolis steps at one temperature; returns how many of them made it worse. Ends where the goal is reached."""
    worse, values = 0, desk.values
    for _turn in range(moves // CANDIDATES):
        before = price(desk)
        step(blocks, state, desk, blocks.free[draw(desk.bits, blocks.free.shape[0])])
        worse += price(desk) > before
        if values[BROKEN] == 0 and values[NOW] < values[BEST]:
            values[BEST] = values[NOW]
            desk.best[:] = state.group
            if values[BEST] <= values[GOAL]:
                break
    return worse
