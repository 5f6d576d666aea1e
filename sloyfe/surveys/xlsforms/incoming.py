"""What an XLSForm becomes here: drafts of a questionnaire, and what did not come along."""

from dataclasses import dataclass, field
from typing import Any

from sloyfe.kit.text import Text
from sloyfe.surveys.xlsforms.book import Remark

TEXTS = ("wording", "help", "unit", "title")
Draft = dict[str, Any]


@dataclass
class Incoming:
    """Drafts with texts as values; `parts` and `items` have the field names of their tables."""

    title: Text = field(default_factory=Text)
    intro: Text = field(default_factory=Text)
    thanks: Text = field(default_factory=Text)
    audience: str = ""
    parts: list[Draft] = field(default_factory=list)
    items: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON, to be sent back when the reader says yes; remarks have been read by then."""
        return {
            **{name: getattr(self, name).to_json() for name in ("title", "intro", "thanks")},
            "audience": self.audience,
            "parts": [_plain(draft) for draft in self.parts],
            "items": [_plain(draft) for draft in self.items],
        }

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Incoming":
        """Read back what `to_json` wrote."""
        return cls(
            title=Text.from_json(told["title"]),
            intro=Text.from_json(told["intro"]),
            thanks=Text.from_json(told["thanks"]),
            audience=told["audience"],
            parts=[_read(draft) for draft in told["parts"]],
            items=[_read(draft) for draft in told["items"]],
        )


def _plain(draft: Draft) -> Draft:
    return {name: value.to_json() if isinstance(value, Text) else value for name, value in draft.items()}


def _read(draft: Draft) -> Draft:
    return {name: Text.from_json(value) if name in TEXTS else value for name, value in draft.items()}
