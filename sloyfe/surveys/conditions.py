"""Who is asked: a question or a part may be for those only who gave certain answers to an earlier question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Condition:
    """Shown only to those who gave one of these answers to an earlier question."""

    item: str
    answers: tuple[str | int, ...]

    def is_met(self, given: Mapping[str, Any]) -> bool:
        """Whether the answers so far open what hangs on it; no answer opens nothing."""
        value = given.get(self.item)
        opening = {str(one) for one in self.answers}
        return any(str(one) in opening for one in (value if isinstance(value, list) else [value]))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"item": self.item, "answers": list(self.answers)}

    @classmethod
    def from_json(cls, told: Mapping[str, Any] | None) -> "Condition | None":
        """Read back what `to_json` wrote; None where there is none."""
        return cls(told["item"], tuple(told["answers"])) if told else None
