"""The words of the start gate: the readiness list, and what each check says while it is open."""

from dataclasses import dataclass
from functools import cache

from sloyfe.cycle.partnership.content.reading import load, text
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Statement:
    """One line of the readiness list."""

    key: str
    words: Text
    hint: Text


@dataclass(frozen=True)
class CheckWords:
    """What a check is called, what is missing while it is open, and who can mend it."""

    key: str
    title: Text
    missing: Text
    who: Text


@dataclass(frozen=True)
class GateWords:
    """One of the gates G0 to G3."""

    key: str
    title: Text
    help: Text


@dataclass(frozen=True)
class GateContent:
    """All the words of *klar til start*."""

    title: Text
    lead: Text
    override: Text
    override_label: Text
    readiness: Text
    readiness_help: Text
    statements: tuple[Statement, ...]
    gates: tuple[GateWords, ...]
    checks: dict[str, CheckWords]


@cache
def gate_content() -> GateContent:
    """The start gate, read once."""
    file = load("gate")
    return GateContent(
        title=text(file["title"]),
        lead=text(file["lead"]),
        override=text(file["override"]),
        override_label=text(file["override"]["label"]),
        readiness=text(file["readiness"]),
        readiness_help=text(file["readiness"]["help"]),
        statements=tuple(Statement(e["key"], text(e), text(e["hint"])) for e in file["statement"]),
        gates=tuple(GateWords(gate["key"], text(gate), text(gate["help"])) for gate in file["gate"]),
        checks={
            check["key"]: CheckWords(check["key"], text(check), text(check["missing"]), text(check["who"]))
            for gate in file["gate"]
            for check in gate["check"]
        },
    )
