"""The fields of the needs report, and the example of a county's rules, from `needs_report.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from sloyfe.cycle.needs.content import FOLDER, text
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class ReportField:
    """One field: what is asked for, and whether it must be answered."""

    key: str
    kind: str
    label: Text
    help: Text
    required: bool
    only_when: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it wants more than a line."""
        return self.kind == "long_text"


@dataclass(frozen=True)
class SchemeExample:
    """One county's rules in one year, to begin from."""

    county: str
    year: int
    due_on: date
    note: Text


@dataclass(frozen=True)
class ReportContent:
    """Everything the station uses of `needs_report.toml`."""

    title: Text
    lead: Text
    own_share_off: Text
    deadline_passed: Text
    example: SchemeExample
    fields: tuple[ReportField, ...]

    def field(self, key: str) -> ReportField | None:
        """The field with this key."""
        return next((field for field in self.fields if field.key == key), None)


@cache
def report_content() -> ReportContent:
    """The words of `needs_report.toml`."""
    raw = tomllib.loads((FOLDER / "needs_report.toml").read_text("utf-8"))
    example = raw["configuration"][0]
    return ReportContent(
        title=text(raw["title"]),
        lead=text(raw["lead"]),
        own_share_off=text(raw["own_share_off"]),
        deadline_passed=text(raw["deadline_passed"]),
        example=SchemeExample(example["county"], example["year"], example["deadline"], text(example["note"])),
        fields=tuple(
            ReportField(
                each["key"],
                each["kind"],
                text(each["label"]),
                text(each["help"]),
                each["required"],
                each.get("only_when", ""),
            )
            for each in raw["field"]
        ),
    )
