"""Marking what is core in a package: nobody may leave it out or word it anew."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from sloyfe.access import audit
from sloyfe.cycle.competence.actions.outlining import keep_trees, write_out_all
from sloyfe.cycle.competence.actions.refusing import NotAdaptable
from sloyfe.cycle.competence.adaptation.codec import tree_to_plain
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.trees import Identity
from sloyfe.cycle.competence.models import CoreComponent, Package, VersionTree
from sloyfe.people.models import Person


@transaction.atomic
def mark_core(package: Package, identity: Identity, *, by: Person, at: datetime) -> None:
    """From now on, in the newest version and those that follow."""
    locked, newest = _locked(package)
    if identity not in newest.tree.shown:
        raise NotAdaptable(Refused(Reason.NOT_THERE, (identity,)))
    row, made = CoreComponent.objects.in_space(locked.space).get_or_create(
        package=locked, identity=identity, defaults={"space": locked.space, "by": by, "at": at}
    )
    if made:
        _set(locked, newest, identity, core=True)
        audit.record(act="package.core_marked", about=row, by=by, at=at, space=locked.space)


@transaction.atomic
def unmark_core(package: Package, identity: Identity, *, by: Person, at: datetime) -> None:
    """Take the mark back; what places wrote in the meantime shows again."""
    locked, newest = _locked(package)
    row = CoreComponent.objects.in_space(locked.space).filter(package=locked, identity=identity).first()
    if row is not None:
        audit.record(act="package.core_unmarked", about=row, by=by, at=at, space=locked.space)
        row.delete()
        _set(locked, newest, identity, core=False)


def _locked(package: Package) -> tuple[Package, VersionTree]:
    locked = Package.objects.in_space(package.space).select_for_update().select_related("space").get(pk=package.pk)
    return locked, keep_trees(locked)


def _set(package: Package, newest: VersionTree, identity: Identity, *, core: bool) -> None:
    element = newest.tree.elements.get(identity)
    if element is None:
        return
    tree = replace(newest.tree, elements={**newest.tree.elements, identity: replace(element, core=core)})
    newest.content = tree_to_plain(tree)
    newest.save(update_fields=["content"])
    write_out_all(
        package,
        VersionTree(
            pk=newest.pk,
            space_id=newest.space_id,
            version_id=newest.version_id,
            content=newest.content,
            pages=newest.pages,
        ),
    )
