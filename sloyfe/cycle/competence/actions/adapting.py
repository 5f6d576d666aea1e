"""Changing what a package is at a place: one decision at a time, with what came of it written out."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.competence.actions.outlining import keep_trees, write_out_all
from sloyfe.cycle.competence.actions.refusing import NotAdaptable
from sloyfe.cycle.competence.adaptation.codec import layer_to_plain
from sloyfe.cycle.competence.adaptation.layers import Layer, Level
from sloyfe.cycle.competence.adaptation.permissions import Refused
from sloyfe.cycle.competence.adaptation.trees import Tree
from sloyfe.cycle.competence.models import Package, PackageAdaptation
from sloyfe.cycle.competence.queries.adaptations import Standing, standing
from sloyfe.kit.rows import save_version
from sloyfe.people.models import Person

Decision = Callable[[Layer[str], Tree[str]], Layer[str] | Refused]


@transaction.atomic
def adapt(
    package: Package, place: Space, level: Level, decision: Decision, *, by: Person, at: datetime
) -> PackageAdaptation | None:
    """Decide something at a place. All that rests on it is written out again; what others decided stays."""
    locked = Package.objects.in_space(package.space).select_for_update().select_related("space").get(pk=package.pk)
    newest = keep_trees(locked)
    now = standing(locked, place, level, newest)
    if now is None:
        return None
    layer = decision(now.layer, now.master)
    if isinstance(layer, Refused):
        raise NotAdaptable(layer)
    if layer == now.layer:
        return now.row
    row = _keep(now, layer, at)
    write_out_all(locked, newest, within=place)
    audit.record(act="package.adapted", about=row, by=by, at=at, space=locked.space)
    return row


def _keep(now: Standing, layer: Layer[str], at: datetime) -> PackageAdaptation:
    content = layer_to_plain(layer)
    if now.row is None:
        Package.objects.in_space(now.package.space).filter(pk=now.package.pk).update(is_adapted=True)
        return PackageAdaptation.objects.create(
            space=now.package.space, package=now.package, place=now.place, level=now.level.value, content=content,
            begun_at=at, changed_at=at,
        )  # fmt: skip
    save_version(now.row, version=now.row.version, content=content, changed_at=at)
    return now.row
