"""Released figures to choose from and to draw; all of them come from the release."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Figure
from sloyfe.kit.text import Text
from sloyfe.surveys import queries as surveys
from sloyfe.surveys import release, results
from sloyfe.surveys.models import Wave


@dataclass(frozen=True)
class Drawn:
    """A figure as the chart wants it; `hidden` says why there is no chart."""

    item: str
    title: str
    scale: Sequence[str]
    rows: list[dict[str, object]]
    hidden: str | Promise


def drawn_figures(wave: Wave, place: Space | None) -> list[Drawn]:
    """Every item at one level; the hidden ones say so."""
    return [draw(figure, _level_name(place)) for figure in release.figures(wave, place)]


def drawn(visit: Visit, figure: Figure) -> Drawn | None:
    """The figure of a finding, read again from the release, for those who may see it there too."""
    found = release.figure(figure.wave, figure.item, figure.place)
    wave, place = figure.wave, figure.place
    seen = place in surveys.visible_places(visit, wave) if place else surveys.sees_whole(visit, wave)
    if found and not seen:
        return Drawn(found.item, found.wording.read(get_language() or "nb"), (), [], _("enheten har ikke delt tallet"))
    return draw(found, _level_name(figure.place)) if found else None


def draw(figure: release.Figure, level: str) -> Drawn:
    """A released figure → its chart, in the language of the page; the bar is named by its level."""
    language = get_language() or "nb"
    title = figure.wording.read(language)
    if isinstance(figure.value, release.Hidden):
        return Drawn(figure.item, title, (), [], figure.value.sentence)
    scale = [words.read(language) for _key, words in figure.options]
    value = figure.value
    row = {"label": level, "bands": [(band.members, band.count) for band in value.bands], "n": value.n}
    is_whole = sum(band.count for band in value.bands) == value.n
    return Drawn(figure.item, title, scale, [row] if is_whole else [], "")


def wording(wave: Wave, item: str) -> Text | None:
    """What people were asked."""
    found = release.figure(wave, item)
    return found.wording if found else None


@dataclass(frozen=True)
class TwoViews:
    """Staff on each theme, and leaders beside staff where both were asked about the same thing."""

    themes: list[dict[str, Any]]
    beside: list[dict[str, Any]]


def two_views(visit: Visit) -> TwoViews:
    """The network only: nothing here rates one leader."""
    staff, leaders = surveys.staff_released(visit.space), surveys.leader_released(visit.space)
    if staff is None or not surveys.sees_whole(visit, staff):
        return TwoViews([], [])
    language = get_language() or "nb"
    ours = results.level(staff, "")
    themes = results.theme_rows(staff, ours, language)
    if leaders is None:
        return TwoViews(themes, [])
    return TwoViews(themes, results.beside_rows(ours, results.level(leaders, ""), language))


def _level_name(place: Space | None) -> str:
    return place.title if place else _("Hele nettverket")
