"""A questionnaire with one question of every kind, a pair, a part of its own, and something that hangs on something."""

from typing import Any

from django.utils import timezone

from sloyfe.kit.text import Text
from sloyfe.surveys.actions import asking, building, hanging, parting
from sloyfe.surveys.models import Instrument

OPTIONS = [
    {"key": key, "text": Text.of(nb, nn).to_json()}
    for key, nb, nn in (
        ("time", "Mer tid", "Meir tid"),
        ("help", "Mer hjelp", "Meir hjelp"),
        ("calm", "Mer ro", "Meir ro"),
    )
]


def text(nb: str, nn: str = "") -> Text:
    """Words that are whole in both languages."""
    return Text.of(nb, nn or nb)


def every_kind(world: Any, kari: Any, *, wording: str = "Hva savner du?") -> Instrument:
    """Keys E1 to E9 in order of the kinds, a pair, and a part that is for some only."""
    by, at = kari.person, timezone.now()
    instrument = building.make_empty(space=world.space, title=text("Alt"), audience="staff", by=by, at=at)
    told = {"section": "D1", "by": by, "at": at}
    asking.add_item(instrument, kind="scale", wording=text("Her er det trygt."), dont_know=True, **told)
    steps = [text("Aldri").to_json(), Text().to_json(), text("Alltid").to_json()]
    asking.add_item(instrument, kind="scale", wording=text("Det går godt."), steps=steps, **told)
    asking.add_item(instrument, kind="choice", wording=text("Ett?"), options=OPTIONS, dont_know=True, **told)
    asking.add_item(instrument, kind="choices", wording=text("Flere?"), options=OPTIONS, limit=2, **told)
    asking.add_item(instrument, kind="ranking", wording=text("Rekkefølge?"), options=OPTIONS, dont_know=True, **told)
    unit = text("timer", "timar")
    asking.add_item(instrument, kind="number", wording=text("Hvor mange?"), least=1, limit=40, unit=unit, **told)
    asking.add_item(instrument, kind="text", wording=text(wording), help=text("Kort."), limit=300, **told)
    asking.add_item(instrument, kind="text", wording=text("Ett ord"), one_line=True, **told)
    asking.add_item(instrument, kind="note", wording=text("Snart ferdig."), **told)
    asking.add_pair(instrument, topic=text("overganger", "overgangar"), **told)
    part = parting.add_part(instrument, title=text("Mer", "Meir"), help=text("For noen."), by=by, at=at)
    hanging.set_condition(part, "E3", ["time", "dk"], version=1, by=by, at=at)
    last = asking.add_item(instrument, kind="text", wording=text("Hvorfor?"), **{**told, "section": part.key})
    hanging.set_condition(last, "E1", ["4", "5"], version=1, by=by, at=at)
    return instrument
