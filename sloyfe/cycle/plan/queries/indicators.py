"""Survey items that a goal can be followed by."""

from dataclasses import dataclass
from decimal import Decimal

from sloyfe.access.models import Space
from sloyfe.kit.text import Text
from sloyfe.surveys import queries as surveys
from sloyfe.surveys.models import Instrument, Item, Kind, Wave
from sloyfe.surveys.release import Figure, figure


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


@dataclass(frozen=True)
class StartFigure:
    """Where an item stood in the newest release, for the whole network; no mean where it was hidden."""

    mean: Decimal | None
    answers: int | None
    source: Text


def start_figure(space: Space, instrument: str, item: str) -> StartFigure | None:
    """The item's newest released figure, if the questionnaire has been out and is closed."""
    for wave in surveys.released_waves(space):
        if _key(wave.instrument) != instrument or surveys.is_of_one_unit(wave):
            continue
        if found := figure(wave, item):
            return _start(found, wave)
    return None


def measurables(space: Space) -> list[Measurable]:
    """Every scale item of the partnership's questionnaires, once."""
    instruments = Instrument.objects.in_space(space)
    rows = Item.objects.filter(instrument__in=instruments, kind=Kind.SCALE, position__isnull=False)
    rows = rows.select_related("instrument").order_by("instrument__template", "position")
    found = [Measurable(_key(row.instrument), row.key, row.wording) for row in rows]
    return list({each.key: each for each in found}.values())


def _key(instrument: Instrument) -> str:
    """The same questionnaire keeps its key from round to round."""
    return instrument.template or str(instrument.pk)


def _start(found: Figure, wave: Wave) -> StartFigure:
    said = {lang: f"{wave.instrument.title.read(lang)}, {wave.closes_on:%d.%m.%Y}" for lang in ("nb", "nn")}
    shown = found.shown
    if shown is None or shown.mean is None:
        return StartFigure(None, None, Text.of(**said))
    return StartFigure(Decimal(str(round(shown.mean, 2))), shown.n, Text.of(**said))
