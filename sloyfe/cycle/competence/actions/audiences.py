"""Deciding whom pages are for. A decision holds in every version of the package, also those that come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.access import audit
from sloyfe.cycle.competence.actions.outlining import count_waiting_anew
from sloyfe.cycle.competence.models import AudienceChoice, Package, PackageVersion, Page
from sloyfe.cycle.competence.queries.audiences import (
    Judged,
    decided,
    judged,
    last_decision,
    proposals_of,
)
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class NothingToUndo(Refusal):
    """Nobody has decided anything here."""

    sentence = gettext_lazy("Det er ingen valg å angre.")


class SomebodyElseChose(Refusal):
    """Two people decided on the same page, and the second has not seen what the first did."""


@transaction.atomic
def choose(
    version: PackageVersion, chosen: Mapping[UUID, str], seen: Mapping[UUID, str], *, by: Person, at: datetime
) -> int:
    """Decide on the pages whose answer is another than the one that was seen."""
    package = _locked(version)
    changed = [each for each in judged(version) if chosen[each.page.pk] != seen[each.page.pk]]
    beaten = [each for each in changed if each.chosen not in {seen[each.page.pk], chosen[each.page.pk]}]
    if beaten:
        titles = ", ".join(f"«{each.page.title}»" for each in beaten)
        said = _(
            "Noen andre har bestemt hvem %(titles)s er for, mens dere valgte. Se hva som står der nå, og velg igjen."
        )
        raise SomebodyElseChose(said % {"titles": titles})
    _decide(package, {each: chosen[each.page.pk] for each in changed}, by=by, at=at)
    return len(changed)


@transaction.atomic
def accept(version: PackageVersion, *, by: Person, at: datetime) -> int:
    """Let every proposal of fewer readers stand that nobody has decided on."""
    package = _locked(version)
    still_open = [each for each in judged(version) if each.is_open]
    _decide(package, {each: each.proposed for each in still_open}, by=by, at=at)
    return len(still_open)


@transaction.atomic
def undo(version: PackageVersion, *, by: Person, at: datetime) -> int:
    """Take back what was decided last; what stood before stands again."""
    package = _locked(version)
    found = last_decision(package.audience_choices.all())
    if found is None:
        raise NothingToUndo
    _when, choices = found
    package.audience_choices.filter(pk__in=[each.pk for each in choices]).delete()
    _apply(package, {each.identity for each in choices})
    audit.record(act="package.audience_undone", about=package, by=by, at=at, space=package.space)
    return len(choices)


def _locked(version: PackageVersion) -> Package:
    return Package.objects.in_space(version.space).select_for_update().get(pk=version.package_id)


def _decide(package: Package, answers: Mapping[Judged, str], *, by: Person, at: datetime) -> None:
    if not answers:
        return
    AudienceChoice.objects.bulk_create(
        AudienceChoice(
            space=package.space,
            package=package,
            identity=each.page.identity,
            readers=readers,
            proposed=each.proposed,
            by=by,
            at=at,
        )
        for each, readers in answers.items()
    )
    _apply(package, {each.page.identity for each in answers})
    audit.record(act="package.audience_chosen", about=package, by=by, at=at, space=package.space)


def _apply(package: Package, identities: Iterable[str]) -> None:
    """In every version, so that nobody reads in an earlier one what was closed to them."""
    standing = decided(package)
    becomes: dict[str, list[UUID]] = defaultdict(list)
    for page, proposed in proposals_of(package, identities):
        becomes[standing.get(page.identity, proposed)].append(page.pk)
    for readers, keys in becomes.items():
        Page.objects.in_space(package.space).filter(pk__in=keys).update(readers=readers)
    count_waiting_anew(package)
    Package.objects.in_space(package.space).filter(pk=package.pk).update(readers_decided=F("readers_decided") + 1)
