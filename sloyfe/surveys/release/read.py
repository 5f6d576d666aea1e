"""Reading a release: figures as values, and the texts that passed."""

from uuid import UUID

from django.db.models import IntegerField, Max
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast

from sloyfe.access.models import Space
from sloyfe.kit.text import Text
from sloyfe.surveys.models import ReleaseFigure, ReleaseText, Wave
from sloyfe.surveys.release.values import Figure, Hidden, Reason, from_json
from sloyfe.surveys.sheet import Question, Sheet

FIGURES = ("scale", "choice", "choices", "number")


def is_released(wave: Wave) -> bool:
    """Whether there is a release to read."""
    return hasattr(wave, "release")


def figures(wave: Wave, place: Space | None = None, group: str | None = None) -> list[Figure]:
    """One figure for each item, in the order of the questionnaire; the whole network where no place is named."""
    if wave.edition is None:
        return []
    at = None if place is None or place.pk == wave.space_id else place.pk
    stored: dict[UUID, ReleaseFigure] = {}
    if is_released(wave):
        rows = ReleaseFigure.objects.filter(release__wave=wave, place_id=at, group=group or "")
        stored = {row.item_version_id: row for row in rows}
    questions = [q for q in Sheet.from_json(wave.edition.sheet).questions if q.kind in FIGURES]
    return [_figure(wave, question, at, group or "", stored.get(UUID(question.version))) for question in questions]


def answered_at_places(wave: Wave) -> dict[UUID, int]:
    """How many answered at each place, as far as some figure of the place by itself says it, all places at once."""
    n, dont_know = (Cast(KeyTransform(key, "value"), IntegerField()) for key in ("n", "dont_know"))
    rows = ReleaseFigure.objects.filter(release__wave=wave, place__isnull=False, group="", value__has_key="n")
    return dict(rows.values_list("place_id").annotate(most=Max(n + dont_know)))


def figure(wave: Wave, item_key: str, place: Space | None = None) -> Figure | None:
    """One item's figure at one level; None where the questionnaire has no such item."""
    return next((one for one in figures(wave, place) if one.item == item_key), None)


def texts(wave: Wave, item_key: str) -> list[str]:
    """What people wrote to one item, as far as it has been read and passed; in no order that means anything."""
    rows = ReleaseText.objects.filter(release__wave=wave, item_version__item__key=item_key, ruling__passed=True)
    return list(rows.order_by("id").values_list("words", flat=True))


def _figure(wave: Wave, question: Question, place: UUID | None, group: str, stored: ReleaseFigure | None) -> Figure:
    options: tuple[tuple[str, Text], ...] = tuple((option.key, option.text) for option in question.options)
    return Figure(
        wave=wave.pk,
        item=question.key,
        item_version=UUID(question.version),
        kind=question.kind,
        wording=question.wording,
        options=options,
        place=place,
        group=group,
        value=from_json(stored.value) if stored else Hidden(Reason.UNRELEASED),
    )
