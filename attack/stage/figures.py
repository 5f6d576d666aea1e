"""Most networks: the code of the release itself, without a database around it."""

import random
from collections.abc import Hashable, Iterable, Sequence
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from attack.networks import Item, Wave
from attack.stage.material import laid_out
from sloyfe.kit.text import Text
from sloyfe.surveys.release.earlier import Earlier
from sloyfe.surveys.release.groups import Groups
from sloyfe.surveys.release.replies import Reply
from sloyfe.surveys.release.sizes import respondents
from sloyfe.surveys.release.tables import figures
from sloyfe.surveys.release.values import Shown, as_json
from sloyfe.surveys.sheet import Option, Question

SMALLEST = 5


def released(waves: Iterable[Wave], dice: random.Random, roles: tuple[str, ...]) -> list[dict[str, Any]]:
    """What is told of each wave when it closes, the earlier ones in mind."""
    earlier: list[Earlier] = []
    found = []
    for wave in waves:
        closed = _Closed(wave, roles, earlier)
        found.append(closed.laid_out(dice))
        earlier.append(Earlier(closed.groups, closed.people.counts, closed.told.keys()))
    return found


class _Closed:
    """A wave whose envelopes have been opened."""

    def __init__(self, wave: Wave, roles: tuple[str, ...], earlier: Sequence[Earlier]) -> None:
        keys = {place: uuid5(NAMESPACE_OID, place) for place in wave.parents}
        self.wave = wave
        self.names = {key: place for place, key in keys.items()}
        tree: dict[UUID, list[UUID]] = {}
        for place, above in wave.parents.items():
            if above is not None:
                tree.setdefault(keys[above], []).append(keys[place])
        root = next(keys[place] for place, above in wave.parents.items() if above is None)
        self.groups = Groups(root, tree, roles)
        self.replies = [
            Reply(UUID(int=nth), item.key, keys[one.place], one.role, answer_of(item, one.answers[item.key]))
            for nth, one in enumerate(wave.people)
            for item in wave.items
            if item.key in one.answers
        ]
        self.people = respondents(self.groups, self.replies, SMALLEST, earlier)
        self.told = {
            group: size
            for group, size in self.people.counts.items()
            if size and group not in self.people.hidden and isinstance(self.groups.members[group][0], UUID)
        }

    def laid_out(self, dice: random.Random) -> dict[str, Any]:
        """What a reader with every right sees."""
        return laid_out(
            self.wave,
            [(*self._named(group), size) for group, size in self.told.items()],
            [
                (*self._named(group), item.key, as_json(value))
                for item in self.wave.items
                for group, value in self._figures(item, dice).items()
                if group in self.told
            ],
        )

    def _figures(self, item: Item, dice: random.Random) -> dict[Hashable, Shown]:
        return figures(question_of(item), [one for one in self.replies if one.version == item.key], self.people, dice)

    def _named(self, group: Hashable) -> tuple[str, str]:
        place, role = self.groups.members[group]
        return self.names[place] if isinstance(place, UUID) else "", role


def question_of(item: Item) -> Question:
    """The item as the application asks it."""
    text = Text()
    options = tuple(Option(str(at), text) for at in range(item.width)) if item.kind not in ("scale", "number") else ()
    steps = (text,) * item.width if item.kind == "scale" else ()
    least, limit = item.least, item.most or None
    return Question(item.key, item.key, item.kind, text, options, limit, steps=steps, least=least)


def answer_of(item: Item, given: Any) -> Any:
    """An answer as the application keeps it."""
    if item.kind in ("choices", "ranking"):
        return [str(option) for option in given]
    return str(given) if item.kind == "choice" else given
