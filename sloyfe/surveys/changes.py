"""What has changed between two waves, for the questions that were asked in the very same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.algorithms.estimates import mean_interval
from sloyfe.surveys import results
from sloyfe.surveys.models import ItemVersion, Wave
from sloyfe.surveys.release import Figure
from sloyfe.surveys.results import Level
from sloyfe.surveys.sheet import Sheet

UP, DOWN, ABOUT_THE_SAME, NOT_KNOWN = _("opp"), _("ned"), _("omtrent som før"), _("for lite vises til å si det")
Identity = tuple[str, str]
Mean = float | tuple[float, float] | None


@dataclass(frozen=True)
class Change:
    """One question then and now: means, or between what they lie; and in a word what came of it."""

    label: str
    then: Mean
    now: Mean
    word: str | Promise
    steps: int


def earlier_wave(now: Wave, released: Sequence[Wave]) -> Wave | None:
    """The newest of the released waves before this one that asked the same people something in the same words."""
    before = [one for one in released if one.closes_on < now.closes_on and one.mode == now.mode]
    same = _identities([now, *before])
    return next((one for one in before if _asked(one, same) & _asked(now, same)), None)


def changes(then: Wave, now: Wave, place: Space | None, language: str) -> list[Change]:
    """Every scale that both asked in the same words, in the order of the newer questionnaire, at one level."""
    (before,), (after,) = (results.levels(wave, [("", place, "")]) for wave in (then, now))
    same = _identities([then, now])
    known = {same[figure.item_version]: figure for figure in before.figures.values()}
    pairs = [(known.get(same[figure.item_version]), figure) for figure in after.figures.values()]
    return [
        Change(
            label=new.wording.read(language),
            then=results.mean_of(old),
            now=results.mean_of(new),
            word=_word(_interval(old, before), _interval(new, after)),
            steps=len(new.options),
        )
        for old, new in pairs
        if old is not None and new.kind == "scale"
    ]


def _identities(waves: Sequence[Wave]) -> dict[UUID, Identity]:
    """What makes two questions the same wherever they are used: their origin and all that people were asked."""
    rows = ItemVersion.objects.filter(item__instrument__in={wave.instrument_id for wave in waves})
    return {key: (origin, digest) for key, origin, digest in rows.values_list("pk", "item__origin", "digest")}


def _asked(wave: Wave, same: Mapping[UUID, Identity]) -> set[Identity]:
    questions = Sheet.from_json(wave.edition.sheet).questions if wave.edition else []
    return {same[UUID(question.version)] for question in questions if question.kind == "scale"}


def _interval(figure: Figure, level: Level) -> tuple[float, float] | None:
    """The mean, and how far it can be trusted to either side."""
    shown = figure.shown
    between = mean_interval(shown.counts, level.invited) if shown else None
    return (shown.mean, (between[1] - between[0]) / 2) if shown and shown.mean is not None and between else None


def _word(then: tuple[float, float] | None, now: tuple[float, float] | None) -> str | Promise:
    """Careful: the two are taken to be independent, though mostly the same people answered."""
    if then is None or now is None:
        return NOT_KNOWN
    difference = now[0] - then[0]
    if abs(difference) <= hypot(then[1], now[1]):
        return ABOUT_THE_SAME
    return UP if difference > 0 else DOWN
