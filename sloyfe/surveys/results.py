"""A release made ready for a page or a sheet of cells: the same figures, in one language, level by level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.algorithms.estimates import mean_interval
from sloyfe.surveys import content, release
from sloyfe.surveys.models import Wave
from sloyfe.surveys.release import Band, Figure, Hidden, Shown
from sloyfe.surveys.sheet import Question, Sheet
from sloyfe.surveys.terms import WRITTEN

PAIR_STEPS = 5
MOST_GAPS, SMALLEST_GAP = 3, 0.05


@dataclass(frozen=True)
class Level:
    """The network, an owner, a unit, or a role group in one of them: a name and its figures by item."""

    title: str
    figures: dict[str, Figure]
    invited: int | None = None

    @property
    def all_hidden(self) -> bool:
        """Whether there is nothing to show at this level."""
        return all(figure.is_hidden for figure in self.figures.values())


@dataclass(frozen=True)
class Chart:
    """One item with a row for each level."""

    key: str
    title: str
    kind: str
    rows: list[dict[str, Any]]
    columns: list[str]


@dataclass(frozen=True)
class Part:
    """The charts of one part of the questionnaire, and the texts that passed."""

    title: str
    charts: list[Chart]
    texts: list[tuple[str, list[str]]]

    @property
    def is_told(self) -> bool:
        """Whether there is any figure or text in it."""
        return any("n" in row for chart in self.charts for row in chart.rows) or any(words for _, words in self.texts)


def level(wave: Wave, title: str) -> Level:
    """All figures of the whole network."""
    return levels(wave, [(title, None, "")])[0]


def levels(wave: Wave, wanted: Sequence[tuple[str, Space | None, str]]) -> list[Level]:
    """All figures of several levels: title, place (none: the whole network) and role group ("": all)."""
    found = release.figures_of(wave, [(place, role) for _title, place, role in wanted])
    return [
        Level(title, {each.item: each for each in figures}, None if role else _invited(wave, place))
        for (title, place, role), figures in zip(wanted, found, strict=True)
    ]


def parts(wave: Wave, levels: Sequence[Level], language: str, *, with_texts: bool) -> list[Part]:
    """The questionnaire part by part, level beside level."""
    if wave.edition is None:
        return []
    sheet = Sheet.from_json(wave.edition.sheet)
    found = []
    for section in sheet.sections:
        charts = [
            chart(question.key, levels, language)
            for question in section.questions
            if levels and question.key in levels[0].figures
        ]
        texts = [
            (question.wording.read(language), release.texts(wave, question.key))
            for question in section.questions
            if with_texts and question.kind in WRITTEN and wave.is_anonymous
        ]
        if charts or texts:
            found.append(Part(section.title.read(language), charts, texts))
    return found


def chart(key: str, levels: Sequence[Level], language: str) -> Chart:
    """One item: counts for each level, or why there are none."""
    first = levels[0].figures[key]
    columns = [text.read(language) for _key, text in first.options]
    rows = [_row(each, each.figures[key], columns) for each in levels]
    return Chart(key, first.wording.read(language), first.kind, rows, columns)


def theme_rows(wave: Wave, one: Level, language: str) -> list[dict[str, Any]]:
    """For each pair of questions: how sure people are now, and how much they need."""
    names = {theme.key: theme.text.read(language).capitalize() for theme in content.themes()}
    pairs: dict[str, list[Question]] = {}
    for question in Sheet.from_json(wave.edition.sheet).questions if wave.edition else ():
        if question.kind == "scale" and len(question.steps) == PAIR_STEPS and (question.pair or question.theme):
            pairs.setdefault(question.pair or question.theme, []).append(question)
    return [
        {
            "label": names.get(key) or asked[0].wording.read(language),
            "values": [mean_of(one.figures.get(question.key)) for question in asked],
        }
        for key, asked in pairs.items()
        if len(asked) == 2
    ]


def widest_gaps(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, float]]:
    """The topics in which the need lies furthest above how sure people are; only where both are told exactly."""
    told = [(row["label"], row["values"]) for row in rows if all(isinstance(value, float) for value in row["values"])]
    gaps = sorted(((label, need - now) for label, (now, need) in told), key=lambda gap: -gap[1])
    return [(label, gap) for label, gap in gaps if gap >= SMALLEST_GAP][:MOST_GAPS]


def beside_rows(staff: Level, leaders: Level, language: str) -> list[dict[str, Any]]:
    """What both are asked about: leaders and staff on one scale."""
    rows = []
    for side in content.side_by_side():
        pair = [leaders.figures.get(side.leader), staff.figures.get(side.staff)]
        if all(pair):
            rows.append({"label": side.text.read(language), "values": [mean_of(figure) for figure in pair]})
    return rows


def mean_of(figure: Figure | None) -> float | tuple[float, float] | None:
    """The mean, or between what it must lie where only bands are told; None where nothing is."""
    shown = figure.shown if figure else None
    if shown is None or not (shown.bands or shown.mean):
        return None
    return shown.mean_between if shown.mean is None else shown.mean


def _invited(wave: Wave, place: Space | None) -> int:
    return sum(asked.invited for asked in wave.places.all() if place is None or asked.place.inside(place))


def _row(level: Level, figure: Figure, columns: list[str]) -> dict[str, Any]:
    if isinstance(figure.value, Hidden):
        return {"label": level.title, "why": str(figure.value.sentence)}
    shown = figure.value
    return {
        "label": level.title,
        "n": shown.n,
        "bands": [(band.members, band.count) for band in shown.bands],
        "bars": [] if figure.kind == "scale" else _bars(shown, columns),
        "mean": shown.mean,
        "between": mean_interval(shown.counts, level.invited) if figure.kind == "scale" else None,
    }


def _bars(shown: Shown, columns: list[str]) -> list[dict[str, Any]]:
    """A bar for each option that is told, alone or with others, and a word for each that is not."""
    told = {at for band in shown.bands for at in band.members}
    bands = [*shown.bands, *(Band((at,), 0) for at in range(len(columns)) if at not in told)]
    return [
        {
            "label": _(", eller ").join(columns[at] for at in band.members),
            "is_told": band.members[0] in told,
            "count": band.count,
            "width": f"{100 * band.count / shown.n:.1f}",
            "percent": round(100 * band.count / shown.n),
        }
        for band in sorted(bands, key=lambda band: band.members)
    ]
