"""Making a release at close: who answered, what each item tells of them, and free texts cut loose from everything."""

from collections.abc import Hashable, Sequence
from datetime import datetime
from random import Random, SystemRandom
from uuid import UUID

from sloyfe.surveys.models import Release, ReleasedGroup, ReleaseFigure, ReleaseText, Wave
from sloyfe.surveys.release.groups import EVERYBODY, Groups, groups_of
from sloyfe.surveys.release.replies import Reply, replies
from sloyfe.surveys.release.tables import Respondents, figures, respondents
from sloyfe.surveys.release.values import Shown, as_json
from sloyfe.surveys.sheet import Question, Sheet

FEWEST_LEADERS = 2  # a figure about leadership needs at least two units that could have been shown
WORDS = ("text", "sources")


def freeze(wave: Wave, *, at: datetime, dice: Random | None) -> Release:
    """Freeze a wave's figures and texts; called once, by closing. Without dice nothing is hidden by chance."""
    given = replies(wave)
    release = Release.objects.create(wave=wave, at=at)
    if wave.edition is None:
        return release
    sheet = Sheet.from_json(wave.edition.sheet)
    roles = [option.key for option in sheet.role_groups] if wave.is_anonymous else []
    people = respondents(groups_of(wave, roles), given, wave.fewest_scale)
    kept = _keep_groups(release, people, wave)
    network = Groups(wave.space_id, {}, roles)
    for question in sheet.questions:
        own = [reply for reply in given if reply.version == question.version]
        if question.kind in WORDS:
            if wave.is_anonymous and len({reply.response for reply in given}) >= wave.fewest_text:
                _keep_texts(release, question, own)
        elif wave.is_anonymous and not question.about_leadership:
            _keep_figures(kept, question, figures(question, own, people, dice))
        elif not wave.is_anonymous or _are_several(people):
            whole = [Reply(r.response, r.version, wave.space_id, r.group, r.value) for r in own]
            _keep_figures(kept, question, figures(question, whole, people.within(network), dice))
    return release


def _keep_groups(release: Release, people: Respondents, wave: Wave) -> dict[Hashable, ReleasedGroup]:
    """The groups whose size is told, and who are somebody; of those who answered by name, only all together."""
    kept: dict[Hashable, ReleasedGroup] = {}
    for group, responses in people.counts.items():
        place, role = people.groups.members[group]
        told = group not in people.hidden and (wave.is_anonymous or place == wave.space_id)
        if isinstance(place, UUID) and responses and told:
            row = ReleasedGroup(release=release, place_id=place, role=role, responses=responses)
            kept[group] = row
    ReleasedGroup.objects.bulk_create(kept.values())
    everybody = kept.get(EVERYBODY)
    release.responses = everybody.responses if everybody else None
    release.save(update_fields=["responses"])
    return kept


def _keep_figures(kept: dict[Hashable, ReleasedGroup], question: Question, told: dict[Hashable, Shown]) -> None:
    version = UUID(question.version)
    ReleaseFigure.objects.bulk_create(
        ReleaseFigure(group=kept[group], item_version_id=version, value=as_json(value))
        for group, value in told.items()
        if group in kept
    )


def _are_several(people: Respondents) -> bool:
    """Whether what is said of the leaders is about more than one of them."""
    sizes = [people.counts[place] for place in people.groups.bottom]
    return sum(size >= people.smallest for size in sizes) >= FEWEST_LEADERS


def _keep_texts(release: Release, question: Question, given: Sequence[Reply]) -> None:
    words = [str(reply.value) for reply in given]
    SystemRandom().shuffle(words)
    ReleaseText.objects.bulk_create(
        ReleaseText(release=release, item_version_id=UUID(question.version), words=text) for text in words
    )
