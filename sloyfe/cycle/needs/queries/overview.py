"""Where the round stands in finding out what is needed, and what comes next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Evidence, Finding, FindingKind, Need, Prioritisation
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.needs.queries import prioritisation as points_queries
from sloyfe.cycle.needs.queries.needs import UnitStatus
from sloyfe.cycle.partnership.contract import State, Summary, ThreadLink
from sloyfe.cycle.partnership.models import Round


@dataclass(frozen=True)
class Step:
    """One step of finding out, as `components/progress.html` shows it."""

    title: str
    state: str
    text: str
    url: str
    note: str


@dataclass(frozen=True)
class Standing:
    """The counts that say how far the round has come."""

    findings: Counter[str]
    needs: int
    confirmed: int
    shared: int
    prioritisation: Prioritisation | None
    priorities: int

    @property
    def found(self) -> int:
        """All findings."""
        return self.findings.total()


def standing(this_round: Round) -> Standing:
    """Count once; everything below is said from these counts."""
    space = this_round.space
    kinds = Counter(Finding.objects.in_space(space).filter(round=this_round).values_list("kind", flat=True))
    needs = list(Need.objects.in_space(space).filter(round=this_round).prefetch_related("confirmations"))
    of_units = [need for need in needs if need.place_id]
    return Standing(
        kinds,
        len(of_units),
        sum(need.is_confirmed for need in of_units),
        len(needs) - len(of_units),
        points_queries.prioritisation(this_round),
        len(points_queries.priorities(this_round)),
    )


def summary(this_round: Round) -> Summary:
    """How far the needs have come in this round, in one line."""
    now = standing(this_round)
    if now.priorities:
        line = ngettext("%(count)s prioritert behov", "%(count)s prioriterte behov", now.priorities)
        return Summary(State.DONE, line % {"count": now.priorities})
    if now.needs or now.shared:
        line = ngettext("%(count)s behov er skrevet", "%(count)s behov er skrevet", now.needs)
        return Summary(State.UNDER_WAY, line % {"count": now.needs})
    if now.found:
        line = ngettext("%(count)s funn", "%(count)s funn", now.found)
        return Summary(State.UNDER_WAY, line % {"count": now.found})
    return Summary(State.NOT_STARTED, _("Ingen funn ennå"))


def steps(slug: str, now: Standing) -> list[Step]:
    """Findings, needs, shared needs, priorities: what is done and what comes next."""
    points = now.prioritisation
    told = now.findings[FindingKind.STORY] + now.findings[FindingKind.CHILDREN]
    kinds = _("{figures} tall, {stories} fortellinger og {voices} fra barn og elever").format(
        figures=now.findings[FindingKind.FIGURE],
        stories=now.findings[FindingKind.STORY],
        voices=now.findings[FindingKind.CHILDREN],
    )
    worded = _("{worded} er skrevet, {confirmed} er bekreftet av lederen").format(
        worded=now.needs, confirmed=now.confirmed
    )
    return [
        _step(_("Funn"), bool(told), bool(now.found), reverse("needs:findings", args=[slug]), kinds),
        _step(
            _("Enhetenes behov"),
            bool(now.needs) and now.confirmed == now.needs,
            bool(now.needs),
            reverse("needs:overview", args=[slug]) + "#enheter",
            worded,
        ),
        _step(
            _("Felles behov"),
            now.shared > 1,
            bool(now.shared),
            reverse("needs:network_needs", args=[slug]),
            _("{count} felles behov").format(count=now.shared),
        ),
        _step(
            _("Prioritering"),
            bool(now.priorities),
            points is not None,
            reverse("needs:prioritisation", args=[slug]),
            _points_note(now),
        ),
    ]


def unit_tally(statuses: Sequence[UnitStatus]) -> str:
    """How many units do not share what they write."""
    closed = sum(not status.shared for status in statuses)
    if not closed:
        return ""
    sentence = ngettext(
        "%(count)s enhet deler ikke behovene sine her.", "%(count)s enheter deler ikke behovene sine her.", closed
    )
    return sentence % {"count": closed}


def backing(need: Need) -> str:
    """What stands behind a need, in counts, so that no unit is pointed at."""
    needs = [need.pk, *(merge.part_id for merge in need.parts.all())]
    kinds = Counter(
        kind for _key, kind in set(Evidence.objects.filter(need__in=needs).values_list("finding", "finding__kind"))
    )
    if not kinds:
        return ""
    return _("Bygger på {figures} tall, {stories} fortellinger og {voices} fra barn og elever.").format(
        figures=kinds[FindingKind.FIGURE], stories=kinds[FindingKind.STORY], voices=kinds[FindingKind.CHILDREN]
    )


def thread_of(need: Need, visit: Visit) -> list[ThreadLink]:
    """The findings of the network that a network need builds on."""
    found = [finding for finding in needs_queries.evidence_of(need) if finding.place_id == visit.space.pk]
    return [finding_link(finding, visit.space.slug or "") for finding in found]


def finding_link(finding: Finding, slug: str) -> ThreadLink:
    """A finding as a neighbour on the red thread."""
    return ThreadLink(finding.get_kind_display(), str(finding.title), reverse("needs:finding", args=[slug, finding.pk]))


def need_link(need: Need, slug: str) -> ThreadLink:
    """A need as a neighbour on the red thread."""
    if need.place_id:
        url = reverse("needs:unit_need", args=[slug, need.place_id, need.pk])
        return ThreadLink(_("Enhetens behov"), str(need.wording), url)
    url = reverse("needs:network_need", args=[slug, need.pk])
    return ThreadLink(_("Felles behov"), str(need.wording), url)


def may_give(visit: Visit, points: Prioritisation | None) -> bool:
    """Whether this person can give points now."""
    return bool(
        points and not points.is_closed and visit.may(Can.PRIORITY_GIVE) and points_queries.giving_group(visit, points)
    )


def _step(title: str, done: bool, begun: bool, url: str, note: str) -> Step:
    state = "done" if done else "doing" if begun else "todo"
    words = {"done": _("ferdig"), "doing": _("i gang"), "todo": _("ikke begynt")}
    return Step(title, state, words[state], url, note)


def _points_note(now: Standing) -> str:
    if now.priorities:
        return _("{count} behov er prioritert").format(count=now.priorities)
    if now.prioritisation is None:
        return _("Poengfordelingen er ikke åpnet")
    if now.prioritisation.is_closed:
        return _("Poengene er talt. Rekkefølgen er ikke bestemt")
    return _("Poengfordelingen er åpen")
