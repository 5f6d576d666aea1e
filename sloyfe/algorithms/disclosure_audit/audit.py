"""The audit: every attack on one release, none of whose methods is shared with the one that hides."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from sloyfe.algorithms.disclosure.tables import Release, Snapshot
from sloyfe.algorithms.disclosure_audit import bounds, exactly, insiders
from sloyfe.algorithms.disclosure_audit.findings import Finding, Kind
from sloyfe.algorithms.disclosure_audit.history import everything
from sloyfe.algorithms.disclosure_audit.structure import same_people
from sloyfe.algorithms.disclosure_audit.system import System, signed_sums, system_of


def audit(
    release: Release,
    truth: Mapping[Hashable, int],
    history: Sequence[Snapshot] = (),
    *,
    smallest: int = 5,
    width: int = 3,
    exact: bool = False,
) -> list[Finding]:
    """What can be worked out about counts of 1 to `smallest` - 1 people from what is shown; empty when nothing can.

    `truth` is the count of people for every key of the release; it says which hidden counts are sensitive and who
    is alone in one. `history` are the earlier releases, oldest first, which every reader keeps: what was hidden then is
    attacked too, and found under `Past`, and so are those who came or left since, under `Moved` and `Crowd`. A range of
    fewer than `width` people between its ends is a finding. When something is shown that must not be, or contradicts
    the sums or the truth, only that is told: the rest has no meaning then.
    `exact` replaces floating point by fractions, for at most 150 hidden counts. Raises ValueError when a count is
    missing from the truth or the truth does not add up, or when there are too many counts for `exact`, and
    ArithmeticError when the solver gives up. The same input gives the same answer.
    """
    _refuse_a_truth_that_fails(release, truth)
    exposed = list(_exposed(release, truth, smallest))
    if exposed:
        return exposed
    if not history:
        return _attacked(system_of(release, truth, smallest), width, exact=exact)
    found = _attacked(_beside(release, truth, history, smallest), width, exact=exact)
    if any(finding.kind == Kind.INSIDER for finding in found):
        # Whoever left a count that was shown knows how many are left there, whatever is shown now.
        silent = replace(release, shown={key: count for key, count in release.shown.items() if not count})
        known = _attacked(_beside(silent, truth, history, smallest), width, exact=exact)
        found = [finding for finding in found if finding.kind != Kind.INSIDER or finding not in known]
    return found


def _beside(release: Release, truth: Mapping[Hashable, int], history: Sequence[Snapshot], smallest: int) -> System:
    whole = everything(release, truth, history)
    _refuse_a_truth_that_fails(whole.release, whole.truth)
    return system_of(whole.release, whole.truth, smallest, whole.crowds)


def _attacked(system: System, width: int, *, exact: bool) -> list[Finding]:
    return list(exactly.attack(system, width) if exact else _attack(system, width))


def _refuse_a_truth_that_fails(release: Release, truth: Mapping[Hashable, int]) -> None:
    keys = {key for sum_ in release.sums for key in (sum_.whole, *sum_.parts)} | set(release.shown) | release.hidden
    for key in keys:
        if key not in truth or truth[key] < 0:
            raise ValueError(f"the truth has no count of people for {key!r}")
    for members in signed_sums(release):
        if sum(factor * truth[key] for key, factor in members.items()):
            raise ValueError(f"the truth does not add up to {next(iter(members))!r}")


def _exposed(release: Release, truth: Mapping[Hashable, int], smallest: int) -> Iterator[Finding]:
    for key, count in release.shown.items():
        if 1 <= count < smallest or 1 <= truth[key] < smallest or count != truth[key] or key in release.hidden:
            yield Finding(Kind.EXPOSED, key, count, count)


def _attack(system: System, width: int) -> Iterator[Finding]:
    """Every reader first, then those who are alone in a count; what is known to all is set aside in between."""
    rng = np.random.default_rng(0)
    seen = bounds.Seen(system.truth, system.truth)
    bounds.sweep(system, seen, width, rng)
    fixed = bounds.settled(system, seen, rng)
    for cell in np.flatnonzero(fixed & system.sensitive).tolist():
        yield _finding(Kind.EXACT, system, cell)
    alike = {(system.keys[one], system.keys[other]) for one, other in same_people(system)}
    system, seen = system.keeping(~fixed), seen.keeping(~fixed)
    bounds.sweep(system, seen, width, rng)
    low, high, doubted = bounds.stretch(system, seen, width, rng)
    for cell in np.flatnonzero(system.sensitive & ((high - low < width) | doubted)).tolist():
        kind = Kind.UNDECIDED if doubted[cell] else Kind.NARROW
        yield Finding(kind, system.keys[cell], int(low[cell]), int(high[cell]))
    known = insiders.Insiders(system, alike)
    for move in seen.moves:
        known.meet(move)
    insiders.sweep(known, rng)
    insiders.reach(known)
    for insider, cell, decided in insiders.settle(known, rng):
        yield _finding(Kind.INSIDER if decided else Kind.UNDECIDED, system, cell, system.keys[insider])


def _finding(kind: Kind, system: System, cell: int, insider: Hashable | None = None) -> Finding:
    return Finding(kind, system.keys[cell], int(system.truth[cell]), int(system.truth[cell]), insider)
