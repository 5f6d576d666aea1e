"""The methods that come with Sløyfe, read from the files beside this one and checked once."""

import tomllib
from functools import cache
from pathlib import Path

from sloyfe.cycle.meetings.content.checking import check
from sloyfe.cycle.meetings.content.entries import BadMethodError, Entry
from sloyfe.cycle.meetings.content.reading import read_method
from sloyfe.cycle.meetings.scripts import Method, Purpose

FOLDER = Path(__file__).parent


@cache
def purposes() -> tuple[Purpose, ...]:
    """What a meeting may want to get done, in the order of the library."""
    entries = Entry("purposes.toml", tomllib.loads((FOLDER / "purposes.toml").read_text("utf-8"))).entries("purpose")
    return tuple(Purpose(each.word("key"), each.text("title"), each.text("lead")) for each in entries)


@cache
def methods() -> tuple[Method, ...]:
    """Every method, by purpose and place within it."""
    order = [purpose.key for purpose in purposes()]
    found = [load(file) for file in sorted((FOLDER / "methods").glob("*.toml"))]
    return tuple(sorted(found, key=lambda method: (order.index(method.purpose), method.position)))


def method(key: str) -> Method | None:
    """The method with this key, if there is one."""
    return next((each for each in methods() if each.key == key), None)


def load(file: Path) -> Method:
    """One file, read and checked; says in words what is wrong with a bad one."""
    try:
        stored = tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise BadMethodError(f"{file.name}: is not TOML: {wrong}") from wrong
    read = read_method(Entry(file.name, stored))
    known = {purpose.key for purpose in purposes()}
    faults = check(read, key=file.stem, purposes=known)
    if faults:
        raise BadMethodError("\n".join(f"{file.name}: {fault}" for fault in faults))
    return read


@cache
def aliases(language: str) -> tuple[str, ...]:
    """Birds to be called by, each with a number so that many can come."""
    stored = tomllib.loads((FOLDER / "aliases.toml").read_text("utf-8"))["bird"]
    birds = [bird["nn" if language == "nn" else "nb"] for bird in stored]
    return tuple(f"{bird} {number}" for bird in birds for number in range(2, 100))
