"""Survey items that a goal can be followed by."""

from dataclasses import dataclass

from sloyfe.access.models import Space
from sloyfe.kit.text import Text
from sloyfe.surveys.models import Instrument, Item, Kind


@dataclass(frozen=True)
class Measurable:
    """An item with a scale; instrument and item key stay the same from wave to wave."""

    instrument: str
    item: str
    wording: Text

    @property
    def key(self) -> str:
        """The same as the value of a choice in a form."""
        return f"{self.instrument}:{self.item}"


def measurables(space: Space) -> list[Measurable]:
    """Every scale item of the partnership's questionnaires, once."""
    instruments = Instrument.objects.in_space(space)
    rows = Item.objects.filter(instrument__in=instruments, kind=Kind.SCALE, position__isnull=False)
    rows = rows.select_related("instrument").order_by("instrument__template", "position")
    found = [Measurable(row.instrument.template or str(row.instrument_id), row.key, row.wording) for row in rows]
    return list({each.key: each for each in found}.values())
