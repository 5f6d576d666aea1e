"""Reading a release: figures as values, and the texts that passed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.kit.text import Text
from sloyfe.surveys.models import ReleasedGroup, ReleaseFigure, ReleaseText, Wave
from sloyfe.surveys.release.values import Figure, Hidden, Reason, from_json
from sloyfe.surveys.sheet import Question, Sheet


def is_released(wave: Wave) -> bool:
    """Whether there is a release to read."""
    return hasattr(wave, "release")


def figures(wave: Wave, place: Space | None = None, role: str = "") -> list[Figure]:
    """One figure for each item, in the order of the questionnaire; the whole network where no place is named."""
    return figures_of(wave, [(place, role)])[0]


def figures_of(wave: Wave, groups: Sequence[tuple[Space | None, str]]) -> list[list[Figure]]:
    """The same for several groups at once."""
    keys = [(place.pk if place else wave.space_id, role) for place, role in groups]
    if wave.edition is None:
        return [[] for _ in keys]
    stored: dict[tuple[UUID, str, UUID], dict[str, Any]] = {}
    if is_released(wave):
        places, roles = {place for place, _ in keys}, {role for _, role in keys}
        rows = ReleaseFigure.objects.filter(group__release__wave=wave, group__place__in=places, group__role__in=roles)
        found = rows.values_list("group__place_id", "group__role", "item_version_id", "value")
        stored = {(place, role, version): value for place, role, version, value in found}
    questions = [q for q in Sheet.from_json(wave.edition.sheet).questions if q.kind != "text"]
    return [
        [_figure(wave, question, key, stored.get((*key, UUID(question.version)))) for question in questions]
        for key in keys
    ]


def responses(wave: Wave) -> dict[tuple[UUID, str], int]:
    """How many answered, by place and role ("": all roles), where it is told; the place of all is the whole space."""
    rows = ReleasedGroup.objects.filter(release__wave=wave)
    return {(place, role): count for place, role, count in rows.values_list("place_id", "role", "responses")}


def answers_told(wave: Wave) -> dict[UUID, int]:
    """The same of all roles together, by place."""
    rows = ReleasedGroup.objects.filter(release__wave=wave, role="")
    return dict(rows.values_list("place_id", "responses"))


def figure(wave: Wave, item_key: str, place: Space | None = None) -> Figure | None:
    """One item's figure at one level; None where the questionnaire has no such item."""
    return next((one for one in figures(wave, place) if one.item == item_key), None)


def texts(wave: Wave, item_key: str) -> list[str]:
    """What people wrote to one item, as far as it has been read and passed; in no order that means anything."""
    rows = ReleaseText.objects.filter(release__wave=wave, item_version__item__key=item_key, ruling__passed=True)
    return list(rows.order_by("id").values_list("words", flat=True))


def _figure(wave: Wave, question: Question, key: tuple[UUID, str], told: dict[str, Any] | None) -> Figure:
    place, role = key
    everybody = place == wave.space_id
    return Figure(
        wave=wave.pk,
        item=question.key,
        item_version=UUID(question.version),
        kind=question.kind,
        wording=question.wording,
        options=_options(question),
        place=None if everybody else place,
        group=role,
        value=from_json(told) if told else Hidden(_why(wave, question, everybody=everybody)),
    )


def _options(question: Question) -> tuple[tuple[str, Text], ...]:
    """What could be answered; the steps of a scale are numbered from 1."""
    if question.kind == "scale":
        return tuple((str(number), step) for number, step in enumerate(question.steps, 1))
    return tuple((option.key, option.text) for option in question.options)


def _why(wave: Wave, question: Question, *, everybody: bool) -> Reason:
    if not is_released(wave):
        return Reason.UNRELEASED
    for_all_only = question.about_leadership or not wave.is_anonymous
    return Reason.LEADERSHIP if for_all_only and not everybody else Reason.PROTECTED
