"""Plays networks through and lays out the material, one folder for each."""

import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from attack.networks import ROLES, Network, network
from attack.stage.material import naive, truth

SMALL = 5  # units of a network whose disk is copied after every answer


def play_through(folder: Path, *, count: int, seed: int) -> Iterator[float]:
    """So many small networks through the whole application, on the database of this process; CPU seconds of each."""
    from attack.stage.application import as_asked, played  # noqa: PLC0415 - its models exist only once Django has started

    for number in range(count):
        began = time.process_time()
        drawn = as_asked(network(number, random.Random(f"{seed}/through/{number}"), most_units=SMALL))
        own = folder / f"through-{number:05}"
        waves = played(drawn, own / "bytes", random.Random(f"{seed}/through/{number}/dice"))
        lay(own, truth=truth(drawn), laid={"waves": waves})
        yield time.process_time() - began


def play(folder: Path, *, count: int, seed: int, planted: int, most_units: int, processes: int) -> Iterator[float]:
    """Release so many networks, the first of them in the planted way too; CPU seconds of each."""
    one = partial(_one, folder, seed=seed, planted=planted, most_units=most_units)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin) as pool:
        yield from pool.map(one, range(count))


def lay(folder: Path, **material: Any) -> None:
    """Write material, each under its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, told in material.items():
        (folder / f"{name}.json").write_text(json.dumps(told), encoding="utf-8")


def _one(folder: Path, number: int, *, seed: int, planted: int, most_units: int) -> float:
    from attack.stage.figures import released  # noqa: PLC0415 - its models exist only once Django has started

    began = time.process_time()
    drawn = network(number, random.Random(f"{seed}/{number}"), most_units=most_units)
    dice = random.Random(f"{seed}/{number}/dice")
    own = folder / f"network-{number:05}"
    lay(own, truth=truth(drawn), laid={"waves": released(drawn.waves, dice, ROLES)})
    if number < planted:
        lay(own, planted=_naively(drawn))
    return time.process_time() - began


def _naively(drawn: Network) -> dict[str, Any]:
    return {"waves": [naive(wave) for wave in drawn.waves]}


def _begin() -> None:
    from tools.preparation import start_django  # noqa: PLC0415 - a new process starts Django for itself

    start_django()
