"""Components that need a little arithmetic or a question about a form field."""

from collections.abc import Mapping, Sequence
from functools import cache

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.cycle.partnership.contract import Stage, State
from sloyfe.kit.differences import differences
from sloyfe.site import charts
from sloyfe.site.round_drawing import Station, places

register = template.Library()
LONG = 100
STAGES = {
    Stage.BUILD: gettext_lazy("Bygg"),
    Stage.LEARN: gettext_lazy("Lær"),
    Stage.SHARE: gettext_lazy("Del"),
    Stage.GROW: gettext_lazy("Voks"),
}


@register.inclusion_tag("components/round_circle.html")
def round_circle(stations: Sequence[Station], title: str, middle: str = "") -> dict[str, object]:
    """The round as a loop with its stations, and the same as a list."""
    texts = {
        State.DONE: _("ferdig"),
        State.UNDER_WAY: _("i gang"),
        State.NOT_STARTED: _("ikke begynt"),
        State.COMING: _("kommer"),
    }
    drawn = places(stations, texts)
    return {"places": drawn, "title": title, "middle": middle, "done": sum(s.state == State.DONE for s in stations)}


@register.inclusion_tag("components/chart_scale.html")
def scale_chart(title: str, scale: Sequence[str], rows: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """How answers spread on a scale, one bar a row."""
    drawn = [charts.scale_row(scale, row) for row in rows]
    keys = [{"label": label, "step": step} for label, step in zip(scale, charts.shades(len(scale)), strict=True)]
    shown = any(row.parts is not None for row in drawn)
    table = {"table_counts": True, "table_columns": scale, "table_rows": drawn}
    return {"title": title, "keys": keys, "rows": drawn, "shown": shown, **table}


@register.inclusion_tag("components/chart_means.html")
def means_chart(
    title: str, series: Sequence[str], low: int, high: int, rows: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    """Several views side by side on one scale."""
    drawn = []
    for row in rows:
        values = row["values"]
        pairs = zip(series, values if isinstance(values, Sequence) else (), strict=True)
        marks = [charts.mark(name, value, low, high) for name, value in pairs]
        drawn.append(
            {"label": row["label"], "marks": marks, "cells": [charts.Cell(m.value if m.shown else None) for m in marks]}
        )
    ticks = charts.ticks(low, high)
    shared = {"title": title, "low": low, "high": high, "ticks": ticks}
    return {**shared, "rows": drawn, "table_columns": series, "table_rows": drawn}


@register.inclusion_tag("components/diff.html")
def text_diff(old: object, new: object, old_title: str, new_title: str) -> dict[str, object]:
    """Two texts side by side, with what went out and what came in."""
    old_parts, new_parts = differences(str(old), str(new))
    return {"old_parts": old_parts, "new_parts": new_parts, "old_title": old_title, "new_title": new_title}


@register.simple_tag
@cache
def styles_and_scripts() -> SafeString:
    """The links of every page; their addresses stay the same for as long as the process lives."""
    return render_to_string("page/styles.html")


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """One box to tick, whose label stands after it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_long_text(field: BoundField) -> bool:
    """A text box with a limit that is worth counting towards."""
    limit = getattr(field.field, "max_length", None)
    return isinstance(field.field.widget, forms.Textarea) and bool(limit and limit >= LONG)


@register.filter
def stage_title(stage: str) -> str:
    """Bygg, Lær, Del or Voks."""
    return str(STAGES[Stage(stage)])


@register.filter
def split(words: str) -> list[str]:
    """Words in a string, one by one."""
    return words.split()
