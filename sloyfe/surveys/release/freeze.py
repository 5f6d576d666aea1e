"""Making a release at close: who answered, what each item tells of them, and free texts cut loose from everything."""

from collections.abc import Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from random import Random, SystemRandom
from uuid import UUID

from django.db import transaction

from sloyfe.surveys.models import Mode, Release, ReleasedGroup, ReleaseFigure, ReleaseText, Wave
from sloyfe.surveys.release.earlier import Earlier
from sloyfe.surveys.release.groups import EVERYBODY, Groups, groups_of
from sloyfe.surveys.release.hanging import may_be_told
from sloyfe.surveys.release.replies import Reply, replies
from sloyfe.surveys.release.sizes import Respondents, respondents, sizes_of
from sloyfe.surveys.release.tables import figures
from sloyfe.surveys.release.values import Shown, as_json
from sloyfe.surveys.sheet import Question, Sheet

FEWEST_LEADERS = 2  # a figure about leadership needs at least two units that could have been shown
WORDS = ("text", "sources")


def freeze(wave: Wave, *, at: datetime, dice: Random | None) -> Release:
    """Freeze the figures and texts of a closed wave, once: whoever comes second gets what the first one froze.

    Without dice nothing is hidden by chance. All is worked out before anything is written.
    """
    found = Release.objects.filter(wave=wave).first()
    return found or _write(wave, _worked_out(wave, dice), at)


@dataclass
class _Frozen:
    """What is to be written: groups by number, and their figures and texts by item."""

    groups: dict[Hashable, ReleasedGroup] = field(default_factory=dict)
    figures: list[ReleaseFigure] = field(default_factory=list)
    texts: list[ReleaseText] = field(default_factory=list)


def _write(wave: Wave, frozen: _Frozen, at: datetime) -> Release:
    everybody = frozen.groups.get(EVERYBODY)
    told = {"at": at, "responses": everybody.responses if everybody else None}
    with transaction.atomic():
        release, is_first = Release.objects.get_or_create(wave=wave, defaults=told)
        if is_first:
            for group in frozen.groups.values():
                group.release = release
            for text in frozen.texts:
                text.release = release
            ReleasedGroup.objects.bulk_create(frozen.groups.values())
            ReleaseFigure.objects.bulk_create(frozen.figures, batch_size=1000)
            ReleaseText.objects.bulk_create(frozen.texts)
    return release


def _worked_out(wave: Wave, dice: Random | None) -> _Frozen:
    frozen = _Frozen()
    if wave.edition is None:
        return frozen
    given = replies(wave)
    sheet = Sheet.from_json(wave.edition.sheet)
    roles = _roles(wave, sheet)
    people = respondents(groups_of(wave, roles), given, wave.fewest_scale, _earlier(wave))
    frozen.groups = _told_groups(people, wave)
    network = people.within(Groups(wave.space_id, {}, roles))
    told: dict[str, Mapping[Hashable, Shown]] = {}
    for question in sheet.questions:
        own = [reply for reply in given if reply.version == question.version]
        may_be = may_be_told(sheet, question, told, people.counts)
        if question.kind in WORDS:
            are_enough = len({reply.response for reply in given}) >= wave.fewest_text
            if wave.is_anonymous and are_enough and EVERYBODY in may_be:
                frozen.texts += _texts(question, own)
        if question.kind == "text":
            continue
        with suppress(ArithmeticError):  # a solver that gives up hides one question, and stops no closing
            if wave.is_anonymous and not question.about_leadership:
                told[question.key] = figures(question, own, people, dice)
            elif not wave.is_anonymous or _are_several(people):
                whole = [Reply(r.response, r.version, wave.space_id, r.group, r.value) for r in own]
                told[question.key] = figures(question, whole, network, dice)
        told[question.key] = {g: shown for g, shown in told.get(question.key, {}).items() if g in may_be}
        frozen.figures += _figures(frozen, question, told[question.key])
    return frozen


def _roles(wave: Wave, sheet: Sheet) -> list[str]:
    return [option.key for option in sheet.role_groups] if wave.is_anonymous else []


def _earlier(wave: Wave) -> list[Earlier]:
    """What has been told of other waves to the same places, oldest first, while their answers are still here."""
    if not wave.is_anonymous:
        return []
    asked = wave.places.values("place")
    others = Wave.objects.in_space(wave.space).filter(mode=Mode.ANONYMOUS, places__place__in=asked)
    found = []
    for other in others.exclude(release=None).exclude(pk=wave.pk).distinct().order_by("release__at", "pk"):
        given = replies(other)
        if given and other.edition:
            groups = groups_of(other, _roles(other, Sheet.from_json(other.edition.sheet)))
            told = set(other.release.groups.values_list("place_id", "role"))
            numbers = {number for number, member in groups.members.items() if member in told}
            found.append(Earlier(groups, sizes_of(groups, given), numbers))
    return found


def _told_groups(people: Respondents, wave: Wave) -> dict[Hashable, ReleasedGroup]:
    """The groups whose size is told, and who are somebody; of those who answered by name, only all together."""
    told: dict[Hashable, ReleasedGroup] = {}
    for group, responses in people.counts.items():
        place, role = people.groups.members[group]
        may_be = group not in people.hidden and (wave.is_anonymous or place == wave.space_id)
        if isinstance(place, UUID) and responses and may_be:
            told[group] = ReleasedGroup(place_id=place, role=role, responses=responses)
    return told


def _figures(frozen: _Frozen, question: Question, told: Mapping[Hashable, Shown]) -> list[ReleaseFigure]:
    version = UUID(question.version)
    return [
        ReleaseFigure(group=frozen.groups[group], item_version_id=version, value=as_json(value))
        for group, value in told.items()
        if group in frozen.groups
    ]


def _are_several(people: Respondents) -> bool:
    """Whether what is said of the leaders is about more than one of them."""
    sizes = [people.counts[place] for place in people.groups.bottom]
    return sum(size >= people.smallest for size in sizes) >= FEWEST_LEADERS


def _texts(question: Question, given: Sequence[Reply]) -> list[ReleaseText]:
    words = [text for reply in given if (text := _words(reply.value))]
    SystemRandom().shuffle(words)
    return [ReleaseText(item_version_id=UUID(question.version), words=text) for text in words]


def _words(value: object) -> str:
    """What somebody wrote; beside ticks, the words alone."""
    return str(value.get("text", "")) if isinstance(value, dict) else str(value)
