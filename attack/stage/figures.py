"""Most networks: the code of the release itself, without a database around it."""

import random
from collections.abc import Hashable, Mapping
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from attack.networks import Item, Wave
from attack.stage.material import laid_out
from sloyfe.kit.text import Text
from sloyfe.surveys.release.groups import Groups
from sloyfe.surveys.release.replies import Reply
from sloyfe.surveys.release.tables import figures, respondents
from sloyfe.surveys.release.values import as_json
from sloyfe.surveys.sheet import Option, Question

SMALLEST = 5


def released(wave: Wave, dice: random.Random, roles: tuple[str, ...]) -> dict[str, Any]:
    """What is told of a wave when it closes."""
    keys = {place: uuid5(NAMESPACE_OID, place) for place in wave.parents}
    names = {key: place for place, key in keys.items()}
    tree: dict[UUID, list[UUID]] = {}
    for place, above in wave.parents.items():
        if above is not None:
            tree.setdefault(keys[above], []).append(keys[place])
    root = next(keys[place] for place, above in wave.parents.items() if above is None)
    groups = Groups(root, tree, roles)
    everybody = [
        Reply(UUID(int=nth), item.key, keys[one.place], one.role, answer_of(item, one.answers[item.key]))
        for nth, one in enumerate(wave.people)
        for item in wave.items
        if item.key in one.answers
    ]
    people = respondents(groups, everybody, SMALLEST)
    told = {
        group: size
        for group, size in people.counts.items()
        if size and group not in people.hidden and isinstance(groups.members[group][0], UUID)
    }
    return laid_out(
        wave,
        [(*_named(groups, names, group), size) for group, size in told.items()],
        [
            (*_named(groups, names, group), item.key, as_json(value))
            for item in wave.items
            for group, value in figures(
                question_of(item), [one for one in everybody if one.version == item.key], people, dice
            ).items()
            if group in told
        ],
    )


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


def _named(groups: Groups, names: Mapping[UUID, str], group: Hashable) -> tuple[str, str]:
    place, role = groups.members[group]
    return names[place] if isinstance(place, UUID) else "", role
