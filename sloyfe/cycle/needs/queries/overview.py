"""Where the round stands in finding out what is needed, and what comes next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Finding, FindingKind, Prioritisation, Priority
from sloyfe.cycle.needs.queries import prioritisation as points_queries
from sloyfe.cycle.needs.queries.needs import UnitStatus, Worded, worded
from sloyfe.cycle.partnership.contract import State, Summary
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
    of_units: list[Worded]
    confirmed: int
    shared: int
    prioritisation: Prioritisation | None
    priorities: list[Priority]

    @property
    def needs(self) -> int:
        """The needs of units."""
        return len(self.of_units)

    @property
    def found(self) -> int:
        """All findings."""
        return self.findings.total()


def standing(this_round: Round) -> Standing:
    """Count once; everything below is said from these counts."""
    needs = worded(this_round)
    of_units = [need for need in needs if need.place]
    points = points_queries.prioritisation(this_round)
    return Standing(
        Counter(_findings(this_round).values_list("kind", flat=True)),
        of_units,
        sum(need.confirmed for need in of_units),
        len(needs) - len(of_units),
        points,
        points_queries.priorities(this_round) if points and points.is_decided else [],
    )


def summary(this_round: Round, points: Prioritisation | None) -> Summary:
    """How far the needs have come in this round, in one line; only what that line says is asked for."""
    if points and points.is_decided and (count := points.decision.priorities.count()):
        line = ngettext("%(count)s prioritert behov", "%(count)s prioriterte behov", count)
        return Summary(State.DONE, line % {"count": count})
    needs = worded(this_round)
    if needs:
        count = sum(need.place is not None for need in needs)
        line = ngettext("%(count)s behov er skrevet", "%(count)s behov er skrevet", count)
        return Summary(State.UNDER_WAY, line % {"count": count})
    if count := _findings(this_round).count():
        return Summary(State.UNDER_WAY, ngettext("%(count)s funn", "%(count)s funn", count) % {"count": count})
    return Summary(State.NOT_STARTED, _("Ingen funn ennå"))


def steps(slug: str, now: Standing) -> list[Step]:
    """Findings, needs, shared needs, priorities: what is done and what comes next."""
    points = now.prioritisation
    told = now.findings[FindingKind.STORY] + now.findings[FindingKind.CHILDREN]
    kinds = _("Tall: {figures} · fortellinger: {stories} · barnas og elevenes stemme: {voices}").format(
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


def may_give(visit: Visit, points: Prioritisation | None) -> bool:
    """Whether this person can give points now."""
    if points is None or not points.takes_points(timezone.localdate()):
        return False
    return visit.may(Can.PRIORITY_GIVE) and points_queries.giving_group(visit, points) is not None


def _findings(this_round: Round) -> ScopedQuerySet[Finding]:
    return Finding.objects.in_space(this_round.space).filter(round=this_round)


def _step(title: str, done: bool, begun: bool, url: str, note: str) -> Step:
    state = "done" if done else "under_way" if begun else "not_started"
    words = {"done": _("ferdig"), "under_way": _("i gang"), "not_started": _("ikke begynt")}
    return Step(title, state, words[state], url, note)


def _points_note(now: Standing) -> str:
    if now.priorities:
        return _("{count} behov er prioritert").format(count=len(now.priorities))
    if now.prioritisation is None:
        return _("Poengfordelingen er ikke åpnet")
    if now.prioritisation.is_closed:
        return _("Poengene er talt. Rekkefølgen er ikke bestemt")
    return _("Poengfordelingen er åpen")
