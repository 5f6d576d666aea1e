"""The rounds that are left, when some did not come, left early or came unannounced."""

from sloyfe.algorithms.rotation.certificate import certified
from sloyfe.algorithms.rotation.event import Event, ImpossibleEventError
from sloyfe.algorithms.rotation.levelling import Rounds, levelled
from sloyfe.algorithms.rotation.rotation import Repair, Rotation


def repaired(event: Event, rotation: Rotation, *, held: int = 0) -> Repair:
    """Rounds that fit who is there now; the first `held` only lose those who were not in them.

    `event` is the one the rotation was made for, with `absent` as it turned out, and those who came unannounced last.
    """
    if not 0 <= held <= len(rotation.rounds) == event.rounds:
        raise ImpossibleEventError("these rounds are not of this event")
    rounds = levelled(event, rotation.rounds, held)
    before, after = _places(rotation.rounds, held), _places(rounds, held)
    stayed = before.keys() & after.keys()
    moved = sum(before[place] != after[place] for place in stayed)
    return Repair(Rotation(rounds, certified(event, rounds), rotation.method), moved, len(stayed))


def _places(rounds: Rounds, held: int) -> dict[tuple[int, int], int]:
    return {
        (at, person): number
        for at, groups in enumerate(rounds[held:])
        for number, group in enumerate(groups)
        for person in group
    }
