"""Merging needs of units into needs of the network, and what is said about them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.needs.actions.needs import Changed, demand_open, word_need
from sloyfe.cycle.needs.models import Merge, MergeConfirmation, Need, OwnerPriority, PartnerComment, Tie
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class NothingChosen(Refusal):
    """A network need has at least one unit behind it."""

    sentence = _("Velg minst ett behov fra en enhet.")


class AlreadyMerged(Refusal):
    """A unit's need goes into one network need."""

    sentence = _("Et av behovene er allerede del av et felles behov. Skill det ut der først.")


class AlreadyAnswered(Refusal):
    """One answer to each wording."""

    sentence = _("Enheten har allerede svart på denne teksten.")


@transaction.atomic
def merge_needs(
    this_round: Round, parts: Sequence[Need], wording: Text, *, theme: str, by: Person, at: datetime
) -> Need:
    """Word a network need that gathers needs of units."""
    if not parts:
        raise NothingChosen
    into = word_need(this_round, None, wording, theme=theme, involvement=Text(), by=by, at=at)
    add_parts(into, parts, by=by, at=at)
    return into


@transaction.atomic
def add_parts(into: Need, parts: Sequence[Need], *, by: Person, at: datetime) -> None:
    """Gather more needs of units into a network need."""
    demand_open(into)
    if Merge.objects.filter(part__in=parts).exists():
        raise AlreadyMerged
    for part in parts:
        merge = Merge.objects.create(into=into, part=part, by=by, at=at)
        audit.record(act="need.merged", about=merge, by=by, at=at, space=into.space)


@transaction.atomic
def split(merge: Merge, *, by: Person, at: datetime) -> None:
    """Take a unit's need out of the network need again."""
    demand_open(merge.into)
    audit.record(act="need.split", about=merge, by=by, at=at, space=merge.into.space)
    merge.delete()


@transaction.atomic
def answer_merge(merge: Merge, *, lost: str, version: int, by: Person, at: datetime) -> MergeConfirmation:
    """The unit finds its need in the network's words, or says what got lost."""
    if version != merge.into.version:
        raise Changed
    answer, made = MergeConfirmation.objects.get_or_create(
        merge=merge, wording_version=version, defaults={"lost": lost.strip(), "by": by, "at": at}
    )
    if not made:
        raise AlreadyAnswered
    audit.record(act="need.merge_answered", about=merge, by=by, at=at, space=merge.into.space)
    return answer


@transaction.atomic
def comment(need: Need, words: str, *, by: Person, at: datetime) -> PartnerComment:
    """The competence partner says something to a network need."""
    said = PartnerComment.objects.create(need=need, words=words.strip(), by=by, at=at)
    audit.record(act="need.commented", about=need, by=by, at=at, space=need.space)
    return said


@transaction.atomic
def name_owner_priority(place: Space, title: Text, *, space: Space, by: Person, at: datetime) -> OwnerPriority:
    """Write down what an owner has already decided to work on."""
    priority = OwnerPriority.objects.create(space=space, place=place, title=title)
    audit.record(act="owner_priority.named", about=priority, by=by, at=at, space=space)
    return priority


@transaction.atomic
def tie(need: Need, priorities: Sequence[OwnerPriority], *, by: Person, at: datetime) -> None:
    """Let the need support exactly these of the owners' priorities."""
    Tie.objects.filter(need=need).exclude(owner_priority__in=priorities).delete()
    for priority in priorities:
        Tie.objects.get_or_create(need=need, owner_priority=priority)
    audit.record(act="need.tied", about=need, by=by, at=at, space=need.space)
