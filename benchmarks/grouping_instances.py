"""What the grouping bench is run on: files in two formats, or instances drawn from a seed where there are none."""

import json
import lzma
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.grouping import Participant, Size, Task, apart, even_sizes, facilitators, together

WEIGHTS = {"school": 4.0, "team": 6.0, "role": 3.0, "grade": 1.0, "experience": 1.0}


@dataclass(frozen=True)
class Distances:
    """An instance of the maximally diverse grouping problem, and the best value anybody is known to have found."""

    name: str
    matrix: NDArray[np.float64]
    sizes: tuple[Size, ...]
    best_known: float | None = None


def read_distances(path: Path) -> Distances:
    """The format of MDGPLIB: `n m ss|ds lo hi …`, then `i j distance`."""
    text = (lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()).decode()
    head, *rows = text.splitlines()
    people, _groups, _kind, *bounds = head.split()
    matrix = np.zeros((int(people), int(people)))
    for row in rows:
        if row.strip():
            one, other, distance = row.split()
            matrix[int(one), int(other)] = matrix[int(other), int(one)] = float(distance)
    sizes = tuple(Size(int(low), int(high)) for low, high in zip(bounds[::2], bounds[1::2], strict=True))
    name = path.name.split(".")[0]
    return Distances(name, matrix, sizes, _best_known(path.parent / "best_known.json", name))


def read_task(path: Path) -> Task:
    """People with attributes, and who is kept apart, kept together, or leads."""
    found = json.loads(path.read_text(encoding="utf-8"))
    crowd = tuple(
        Participant(str(place), dict(zip(found["attributes"], map(str, row), strict=True)), bool(leads))
        for place, (row, leads) in enumerate(zip(found["A"], found["facilitator"], strict=True))
    )
    rules = [apart(str(one), str(other)) for one, other in found["keep_apart"]]
    rules += [together(*map(str, keys)) for keys in found["keep_together"]]
    weights = dict(zip(found["attributes"], found["weights"], strict=True))
    return Task(crowd, even_sizes(found["n"], found["groups"]), weights, (*rules, facilitators()))


def drawn_task(people: int, size: int, seed: int) -> Task:
    """Schools of uneven size with teams; a sixth as many kept apart, a twelfth together, 1.2 facilitators a group."""
    random = Random(seed)  # noqa: S311 - no secret
    traits: list[dict[str, str]] = []
    school = 0
    while len(traits) < people:
        for _person in range(min(people - len(traits), 60, int(6 + 3 * random.paretovariate(1.2)))):
            person = {
                "school": f"{school}",
                "team": f"{school}.{random.randrange(3)}",
                "role": random.choice("aaaabbcd"),
            }
            traits.append(person | {"grade": random.choice("abcd"), "experience": random.choice("abc")})
        school += 1
    groups = people // size
    leading = set(random.sample(range(people), groups + max(1, groups // 5)))
    crowd = tuple(Participant(f"p{place}", one, place in leading) for place, one in enumerate(traits))
    keys = random.sample([one.key for one in crowd], people)
    pairs = [tuple(random.sample(keys, 2)) for _pair in range(people // 6)]
    friends = list(zip(keys[: people // 12], keys[people // 12 :], strict=False))
    close = {frozenset(pair) for pair in friends}
    rules = [apart(one, other) for one, other in pairs if frozenset((one, other)) not in close]
    return Task(
        crowd, even_sizes(people, groups), WEIGHTS, (*rules, *(together(*pair) for pair in friends), facilitators())
    )


def drawn_distances(people: int, groups: int, seed: int) -> Distances:
    """Whole distances from 0 to 100, group sizes a fifth below and above the mean."""
    random = np.random.default_rng(seed)
    matrix = np.triu(random.integers(0, 101, (people, people)), 1).astype(float)
    low, high = int(people / groups * 0.8), int(people / groups * 1.2)
    return Distances(f"drawn_n{people}_{seed}", matrix + matrix.T, (Size(low, high),) * groups)


def _best_known(path: Path, name: str) -> float | None:
    if not path.exists():
        return None
    known = json.loads(path.read_text(encoding="utf-8"))
    family, number = name.rsplit("_", 1)
    values = known.get(family, [])
    return float(values[int(number) - 1]) if len(values) >= int(number) else known["best_seen_in_our_runs"].get(name)
