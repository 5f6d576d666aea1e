"""The rule on its own: whatever the answers, nothing hidden can be worked out from what is shown."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.surveys.release.rule import Cause, Cell, Sum, hidden_cells

SMALLEST = 5
leaf = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(lambda c: Cell(sum(c), c))


@st.composite
def networks(draw):
    """A network of owners with units, split a second way into role groups."""
    cells: dict[str, Cell] = {}
    sums: list[Sum] = []
    owners: list[str] = []
    whole = Cell(0, (0, 0, 0))
    for i, units in enumerate(draw(st.lists(st.lists(leaf, min_size=1, max_size=4), min_size=1, max_size=4))):
        keys = tuple(f"unit {i}.{j}" for j in range(len(units)))
        cells |= dict(zip(keys, units, strict=True))
        total = sum(units[1:], start=units[0])
        cells[f"owner {i}"] = total
        sums.append(Sum(f"owner {i}", keys))
        owners.append(f"owner {i}")
        whole = whole + total
    cells["whole"] = whole
    sums.insert(0, Sum("whole", tuple(owners)))
    first = Cell(0, (0, 0, 0))
    share = draw(st.tuples(*(st.integers(0, count) for count in whole.counts)))
    first = Cell(sum(share), share)
    rest = tuple(a - b for a, b in zip(whole.counts, share, strict=True))
    cells |= {"group a": first, "group b": Cell(sum(rest), rest)}
    sums.append(Sum("whole", ("group a", "group b")))
    return cells, sums


@given(networks())
@settings(max_examples=400, deadline=None)
def test_no_hidden_cell_is_a_shown_parent_minus_its_shown_parts(network):
    cells, sums = network
    hidden = hidden_cells(cells, sums, smallest=SMALLEST)

    for each in sums:
        unknown = [key for key in (each.parent, *each.parts) if key in hidden]
        assert len(unknown) != 1, (each, hidden)


@given(networks())
@settings(max_examples=300, deadline=None)
def test_no_hidden_cell_follows_from_any_adding_and_subtracting(network):
    cells, sums = network
    hidden = hidden_cells(cells, sums, smallest=SMALLEST)

    assert determined(sums, set(hidden), set(cells)) == set()


@given(networks())
@settings(max_examples=300, deadline=None)
def test_what_is_left_of_a_shown_parent_is_never_a_small_or_unanimous_group(network):
    cells, sums = network
    hidden = hidden_cells(cells, sums, smallest=SMALLEST)

    for each in sums:
        if each.parent in hidden:
            continue
        shown = [part for part in each.parts if part not in hidden]
        # what a reader works out: the parent minus the parts that are shown, at any depth
        for part in each.parts:
            if part in hidden:
                below = next((s.parts for s in sums if s.parent == part), ())
                shown += [key for key in below if key not in hidden]
        left = cells[each.parent].n - sum(cells[key].n for key in shown)
        counts = [cells[each.parent].counts[i] - sum(cells[key].counts[i] for key in shown) for i in range(3)]
        if any(part in hidden for part in each.parts):
            assert left >= SMALLEST
            assert max(counts) < left


@given(networks())
@settings(deadline=None)
def test_a_cell_of_fewer_than_five_or_of_one_mind_is_hidden(network):
    cells, sums = network
    hidden = hidden_cells(cells, sums, smallest=SMALLEST)

    for key, cell in cells.items():
        if cell.n < SMALLEST or max(cell.counts) == cell.n:
            assert key in hidden


def test_a_small_unit_takes_the_next_smallest_with_it():
    cells = {
        "whole": Cell(29, (10, 10, 9)),
        "small": Cell(3, (1, 1, 1)),
        "middle": Cell(10, (3, 3, 4)),
        "large": Cell(16, (6, 6, 4)),
    }
    hidden = hidden_cells(cells, [Sum("whole", ("small", "middle", "large"))], smallest=SMALLEST)

    assert hidden == {"small": Cause.FEW, "middle": Cause.DERIVABLE}


def test_an_owner_is_not_given_away_by_its_units():
    cells = {
        "whole": Cell(24, (12, 12)),
        "p": Cell(21, (11, 10)),
        "q": Cell(3, (1, 2)),
        "p1": Cell(9, (5, 4)),
        "p2": Cell(12, (6, 6)),
    }
    hidden = hidden_cells(cells, [Sum("whole", ("p", "q")), Sum("p", ("p1", "p2"))], smallest=SMALLEST)

    assert set(hidden) == {"q", "p", "p1"}


def determined(sums, hidden, keys):
    """The hidden cells that the shown ones fix, by elimination over fractions."""
    unknown = sorted(hidden)
    column = {key: i for i, key in enumerate(unknown)}
    rows = []
    for each in sums:
        row = [Fraction(0)] * len(unknown)
        for key, sign in ((each.parent, 1), *((part, -1) for part in each.parts)):
            if key in column:
                row[column[key]] += sign
        rows.append(row)
    pivots, at = {}, 0
    for c in range(len(unknown)):
        pivot = next((r for r in range(at, len(rows)) if rows[r][c]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][c] for value in rows[at]]
        for r in range(len(rows)):
            if r != at and rows[r][c]:
                rows[r] = [a - rows[r][c] * b for a, b in zip(rows[r], rows[at], strict=True)]
        pivots[c] = at
        at += 1
    return {unknown[c] for c, r in pivots.items() if sum(1 for value in rows[r] if value) == 1}
