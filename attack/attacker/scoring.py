"""Scores what the attacker says against the truth: how often it was tried, and how often it hit."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from attack.attacker import categories, sizes
from attack.attacker.reach import Reach
from attack.attacker.told import Group, Item, Told

SMALL = range(1, 5)
WHOLE_UNITS = 12  # networks up to this many units are also searched in whole numbers
ATTACKS = {
    "A1": "a small group follows by adding and subtracting",
    "A2": "a small group is held within less than three",
    "A3": "somebody alone in a group works out another small one",
    "A4": "places, roles and all questions together",
    "A5": "two waves, if the same people answered both times",
    "A6": "nobody, or everybody, gave some answer",
    "bytes: words and codes in the open": "while a wave is open",
    "bytes: envelopes of unlike size": "",
    "bytes: rows beside envelope and code": "written as somebody answers",
    "bytes: whose answer is whose": "by order in closed dumps",
}


@dataclass
class Score:
    """Tries and hits by attack, and what each hit was."""

    tried: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    told: list[dict[str, Any]] = field(default_factory=list)
    other: Counter[str] = field(default_factory=Counter)

    def add(self, attack: str, tried: int, found: list[dict[str, Any]]) -> None:
        """Count an attack on one table."""
        self.tried[attack] += tried
        self.hits[attack] += len(found)
        self.told += [{"attack": attack, **one} for one in found]

    def join(self, other: "Score", network: str) -> None:
        """Add the score of one network."""
        self.tried += other.tried
        self.hits.update(other.hits)
        self.other += other.other
        self.told += [{**one, "network": network} if network else one for one in other.told]


@dataclass(frozen=True)
class Truth:
    """Who answered what in one wave."""

    told: Told
    people: list[tuple[str, str, dict[str, Any]]]

    def sizes(self, item: str) -> Counter[Group]:
        """How many answered anything (no item) or one question, by group."""
        leaves = Counter((place, role) for place, role, given in self.people if not item or item in given)
        return Counter({group: sum(leaves[leaf] for leaf in inside) for group, inside in self.told.groups.items()})


def score(laid: dict[str, Any], truth: dict[str, Any]) -> Score:
    """Every attack on one network."""
    result = Score()
    waves = [Told.read(wave) for wave in laid["waves"]]
    truths = [Truth(told, people) for told, people in zip(waves, truth["waves"], strict=True)]
    for nth, (told, real) in enumerate(zip(waves, truths, strict=True)):
        for table in sizes.tables(told):
            _attack_table(result, table, real.sizes(table.name), nth)
        _attack_together(result, told, real, nth)
        for item in told.items:
            _attack_categories(result, told, item, real, nth)
    _attack_both(result, waves, truths, steady=truth["steady"])
    return result


def _attack_table(result: Score, table: sizes.Table, real: Counter[Group], wave: int) -> None:
    small = {group for group, size in real.items() if size in SMALL}
    about = {"wave": wave, "item": table.name}
    shown = [{**about, "group": group, "size": real[group], "how": "told"} for group in small & table.told.keys()]
    exact = [{**about, "group": group, "size": real[group]} for group in sizes.follows(table) if group in small]
    result.add("A1", len(small), shown + exact)
    reach = Reach(table.facts())
    narrow = [one for one in sizes.nearly_known(table, reach) if one.group in small]
    result.add("A2", len(small), [_claimed(one, real, about) for one in narrow])
    alone = [group for group in table.hidden if real[group] == 1]
    found = []
    for insider in {table.groups[group]: group for group in alone}.values():
        for claim in sizes.known_to(table, reach, insider):
            is_own = real[claim.group] == 1 and set(table.groups[insider]) & set(table.groups[claim.group])
            if real[claim.group] in SMALL and not is_own:
                found.append({**_claimed(claim, real, about), "insider": insider})
    result.add("A3", len(alone), found)


def _attack_together(result: Score, told: Told, truth: Truth, wave: int) -> None:
    """A group whose size is told is no secret; how many in it skipped a question is not promised to be one."""
    real = {table.name: truth.sizes(table.name) for table in sizes.tables(told)}
    small = [(name, group) for name, by in real.items() for group, size in by.items() if size in SMALL]
    secret = {(name, group) for name, group in small if group not in told.sizes}
    claims = [one for one in sizes.together(told) if (one.table, one.group) in small]
    about = {"wave": wave}
    found = [_claimed(one, real[one.table], about | {"item": one.table}) for one in claims]
    result.add(
        "A4", len(secret), [it for it, one in zip(found, claims, strict=True) if (one.table, one.group) in secret]
    )
    result.other["few who answered a question, in a group whose size is told"] += len(small) - len(secret)
    result.other["of these held within less than three"] += sum((c.table, c.group) not in secret for c in claims)


def _attack_categories(result: Score, told: Told, item: Item, truth: Truth, wave: int) -> None:
    answered = truth.sizes(item.key)
    somebody = {group for group, size in answered.items() if size}
    known, _ = categories.nobody_gave(told, item)
    if not known and _units(told) <= WHOLE_UNITS:
        known, undecided = categories.nobody_gave(told, item, whole=True)
        result.other["A6 in whole numbers"] += 1
        result.other["A6 undecided in time"] += undecided
    found = [
        {
            "wave": wave,
            "item": one.item,
            "kind": item.kind,
            "group": one.group,
            "category": one.category,
            "side": one.side,
            "n": answered[one.group],
            "told": one.group in told.figures[item.key],
        }
        for one in known
        if one.group in somebody
    ]
    sides = 2 if item.kind in categories.BY_OPTION else 1
    result.add("A6", len(somebody) * (2 if item.kind == "number" else item.width * sides), found)


def _attack_both(result: Score, waves: list[Told], truths: list[Truth], *, steady: bool) -> None:
    claims = sizes.if_the_same(*waves)
    real = [truth.sizes("") for truth in truths]
    tried = sum(size in SMALL for by in real for size in by.values())
    if not steady:
        result.other["A5 other people answered: refuted by the figures" if claims is None else "A5 not refuted"] += 1
        return
    result.other["A5 the same people answered"] += 1
    small = [(nth, one) for nth, one in claims or () if real[nth][one.group] in SMALL]
    result.add("A5", tried, [_claimed(one, real[nth], {"wave": nth, "item": ""}) for nth, one in small])


def _claimed(claim: sizes.Claim, real: Counter[Group], about: dict[str, Any]) -> dict[str, Any]:
    span = [round(claim.low, 4), round(claim.high, 4)]
    return {**about, "group": claim.group, "size": real[claim.group], "between": span}


def _units(told: Told) -> int:
    return len({place for place, _ in told.leaves})
