"""Making a release at close: tables, the rule, and free texts cut loose from everything else."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.surveys.models import Release, ReleaseFigure, ReleaseText, Wave
from sloyfe.surveys.release.replies import Reply, replies
from sloyfe.surveys.release.rule import hidden_cells
from sloyfe.surveys.release.tables import Table, figure_of
from sloyfe.surveys.release.values import Hidden, Reason, Shown, as_json
from sloyfe.surveys.sheet import Question, Sheet

PROTECTED = Hidden(Reason.PROTECTED)
FEWEST_LEADERS = 2  # a figure about leadership needs at least two units that could have been shown


def freeze(wave: Wave, *, at: datetime) -> Release:
    """Freeze a wave's figures and texts; called once, by closing."""
    given = replies(wave)
    people = len({reply.response for reply in given})
    known = people if people >= wave.fewest_scale else None
    release = Release.objects.create(wave=wave, at=at, responses=known)
    if wave.edition is None:
        return release
    tree = _tree(wave)
    for question in Sheet.from_json(wave.edition.sheet).questions:
        own = [reply for reply in given if reply.version == question.version]
        if question.kind in ("text", "sources"):
            if wave.is_anonymous and people >= wave.fewest_text:
                _keep_texts(release, question, own)
        else:
            _keep_figures(release, wave, question, own, tree)
    return release


def _keep_figures(
    release: Release, wave: Wave, question: Question, given: Sequence[Reply], tree: Mapping[UUID, Sequence[UUID]]
) -> None:
    table = Table(question, given, wave.space_id, tree)
    withheld, of_leader = _withheld(question, table, wave)
    hidden = hidden_cells(table.cells, table.sums, smallest=wave.fewest_scale, withheld=withheld)
    rows = []
    for key, (place, group) in table.levels.items():
        value: Shown | Hidden = figure_of(question, table.replies[key]) if key not in hidden else PROTECTED
        if key in of_leader:
            value = Hidden(Reason.LEADERSHIP)
        row = ReleaseFigure(release=release, item_version_id=UUID(question.version), place_id=place, group=group)
        row.value = as_json(value)
        rows.append(row)
    ReleaseFigure.objects.bulk_create(rows)


def _withheld(question: Question, table: Table, wave: Wave) -> tuple[set[str], set[str]]:
    """Cells that are never shown, and those among them that would tell of one leader."""
    if not wave.is_anonymous:
        return table.unreleased | table.places, table.places
    if not question.about_leadership:
        return table.unreleased, set()
    units = [table.cells[key] for key in table.bottom]
    if sum(unit.n >= wave.fewest_scale for unit in units) < FEWEST_LEADERS:
        return set(table.cells), table.places
    return table.unreleased | table.places, table.places


def _keep_texts(release: Release, question: Question, given: Sequence[Reply]) -> None:
    words = [str(reply.value) for reply in given]
    secrets.SystemRandom().shuffle(words)
    ReleaseText.objects.bulk_create(
        ReleaseText(release=release, item_version_id=UUID(question.version), words=text) for text in words
    )


def _tree(wave: Wave) -> dict[UUID, list[UUID]]:
    """Each place at or above an asked one → the places just below it that were asked or lie above asked ones."""
    paths: set[str] = set()
    for asked in wave.places.select_related("place"):
        steps = asked.place.path.strip("/").split("/")
        paths |= {"/".join(steps[:i]) + "/" for i in range(1, len(steps) + 1)}
    places = {place.path: place.pk for place in Space.objects.filter(path__in=paths)}
    tree: dict[UUID, list[UUID]] = {key: [] for key in places.values()}
    for path, key in places.items():
        above = path.strip("/").rpartition("/")[0] + "/"
        if above in places and path != above:
            tree[places[above]].append(key)
    return tree
