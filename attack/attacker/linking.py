"""Attacks on bytes: who wrote what, from dumps of every moment, journal, log and backups, but not the key."""

import json
import random
import sqlite3
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from attack.attacker.scoring import Score

SHUFFLES = 20_000
CHANCE = 1e-4  # a rule hits when so few shuffles come as near to the order in which people answered
ENVELOPES, CODES = "surveys_envelope", "surveys_code"
RULES = {
    "answers as they lie": "SELECT value FROM surveys_answer ORDER BY rowid",
    "answers by their own id": "SELECT value FROM surveys_answer ORDER BY id",
    "answers by response": "SELECT value FROM surveys_answer ORDER BY response",
    "texts as they lie": "SELECT words FROM surveys_releasetext ORDER BY rowid",
    "texts by their own id": "SELECT words FROM surveys_releasetext ORDER BY id",
}


def link(folder: Path) -> Score:
    """Every wave whose bytes are kept. The order in which people came is known: the dumps show which code went when."""
    score = Score()
    for wave in sorted(each for each in folder.iterdir() if each.is_dir()):
        arrived = json.loads(wave.with_suffix(".truth.json").read_text(encoding="utf-8"))
        _attack(score, wave, [one["words"] for one in arrived], [one["code"] for one in arrived])
    return score


def _attack(score: Score, wave: Path, words: Sequence[str], codes: Sequence[str]) -> None:
    found = []
    moments = sorted(each for each in wave.iterdir() if each.is_dir() and each.name != "closed")
    for moment in (*moments, wave / "open.tar.gz", wave / "log"):
        held = _bytes(moment)
        found += [{"where": moment.name, "read": one} for one in (*words, *codes) if one.encode() in held]
    score.add("bytes: words and codes in the open", len(words) * (len(moments) + 2), found)
    told = [list(_rows(moment)) for moment in moments]
    sizes = {size for rows in told for table, _, size in rows if table == ENVELOPES}
    score.add("bytes: envelopes of unlike size", len(words), [{"sizes": sorted(sizes)}] if len(sizes) > 1 else [])
    touched = {table for before, after in pairwise(told) for table, _, _ in set(before) ^ set(after)}
    other = sorted(touched - {ENVELOPES, CODES})
    score.add("bytes: rows beside envelope and code", len(words), [{"tables": other}] if other else [])
    orders = dict(_orders(wave, words))
    near = {rule: _chance(order) for rule, order in orders.items()}
    hits: list[dict[str, Any]] = [{"rule": rule, "chance": chance} for rule, chance in near.items() if chance <= CHANCE]
    score.add("bytes: whose answer is whose", len(orders), hits)
    right = sum(place == nth for order in orders.values() for nth, place in enumerate(order))
    score.other["answers put with the right person by order"] += right
    score.other["expected of chance"] += len(orders)
    score.other["answers so tried"] += sum(map(len, orders.values()))


def _orders(wave: Path, words: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """By each rule, who wrote the first, second … text that it meets, as numbers in the order of arrival."""
    number = {one: nth for nth, one in enumerate(words)}
    with closing(sqlite3.connect(_database(wave / "closed"))) as base:
        for rule, question in RULES.items():
            met = [str(row[0]).strip('"') for row in base.execute(question)]
            yield rule, [number[one] for one in met if one in number]
    for name in ("closed", "closed.tar.gz", "dump.sql"):
        held = _bytes(wave / name)
        at = {nth: held.find(one.encode()) for one, nth in number.items()}
        yield f"where the words lie in {name}", sorted((nth for nth in at if at[nth] >= 0), key=lambda nth: at[nth])


def _chance(order: Sequence[int]) -> float:
    """How many of many shuffles lie as near to the order of arrival, or to its reverse, as this one does."""
    own, dice, shuffled, near = _likeness(order), random.Random(1), list(order), 0
    for _ in range(SHUFFLES):
        dice.shuffle(shuffled)
        near += _likeness(shuffled) >= own
    return (near + 1) / (SHUFFLES + 1)


def _likeness(order: Sequence[int]) -> float:
    middle = sum(order) / max(len(order), 1)
    return abs(sum((nth - (len(order) - 1) / 2) * (place - middle) for nth, place in enumerate(order)))


def _rows(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Every row of every table in a copy of the disk: table, the row in words, and the size of its largest bytes."""
    with closing(sqlite3.connect(_database(folder))) as base:
        tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in base.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - the names of the base itself
                yield table, repr(row), max((len(cell) for cell in row if isinstance(cell, bytes)), default=0)


def _database(folder: Path) -> Path:
    return next(file for file in folder.iterdir() if file.suffix == ".sqlite3")


def _bytes(source: Path) -> bytes:
    if source.is_dir():
        return b"".join(file.read_bytes() for file in sorted(source.iterdir()))
    if source.name.endswith(".tar.gz"):
        with tarfile.open(source) as archive:
            files = [archive.extractfile(one) for one in archive if one.isfile()]
            return b"".join(file.read() for file in files if file)
    return source.read_bytes()
