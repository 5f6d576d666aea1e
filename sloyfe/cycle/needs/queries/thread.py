"""The red thread through this station: finding → need → network need → priority."""

from collections import Counter
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Evidence, Finding, FindingKind, Merge, Need, Priority
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.partnership.contract import ThreadLink
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.text import Text


def came_from(row: UUID, this_round: Round) -> list[ThreadLink]:
    """What a priority, a network need or a unit's need comes from."""
    slug = this_round.space.slug or ""
    priority = Priority.objects.in_space(this_round.space).filter(pk=row).select_related("need__place").first()
    if priority is not None:
        return [need_link(priority.need, slug)]
    need = Need.objects.in_space(this_round.space).filter(pk=row).first()
    if need is None:
        return []
    parts = [need_link(merge.part, slug) for merge in need.parts.select_related("part__place")]
    findings = Finding.objects.in_space(this_round.space).filter(backs__need=need)
    return [*(finding_link(finding, slug) for finding in findings.select_related("place")), *parts]


def came_of(row: UUID, this_round: Round) -> list[ThreadLink]:
    """What a finding, a unit's need or a network need led to."""
    space, slug = this_round.space, this_round.space.slug or ""
    needs = Need.objects.in_space(space).filter(evidence__finding=row).select_related("place")
    merged = Merge.objects.filter(part=row, into__space=space).select_related("into")
    priorities = Priority.objects.in_space(space).filter(need=row).select_related("need")
    return [
        *(need_link(need, slug) for need in needs),
        *(need_link(merge.into, slug) for merge in merged),
        *(priority_link(priority, slug) for priority in priorities),
    ]


def came_of_finding(finding: Finding, visit: Visit) -> list[ThreadLink]:
    """The needs that build on a finding, as far as this person sees them."""
    needs = Need.objects.in_space(visit.space).filter(evidence__finding=finding).select_related("place__opening")
    seen = [need for need in needs if need.place is None or visit.may(Can.NEED_SEE, need.place)]
    links = [(need_link(need, visit.space.slug or ""), need) for need in seen]
    return [ThreadLink(link.kind, _read(need.wording), link.url) for link, need in links]


def findings_behind(need: Need, visit: Visit) -> list[ThreadLink]:
    """The findings of the whole network that a network need builds on; those of units stay with the units."""
    found = [finding for finding in needs_queries.evidence_of(need) if finding.place_id == visit.space.pk]
    return [finding_link(finding, visit.space.slug or "") for finding in found]


def backing(need: Need) -> str:
    """What stands behind a need, in counts, so that no unit is pointed at."""
    needs = [need.pk, *(merge.part_id for merge in need.parts.all())]
    backs = Evidence.objects.filter(need__in=needs).values_list("finding", "finding__kind")
    kinds = Counter(kind for _key, kind in set(backs))
    if not kinds:
        return ""
    return _(
        "Bak behovet står tall ({figures}), fortellinger ({stories}) og barnas og elevenes stemme ({voices})."
    ).format(figures=kinds[FindingKind.FIGURE], stories=kinds[FindingKind.STORY], voices=kinds[FindingKind.CHILDREN])


def finding_link(finding: Finding, slug: str) -> ThreadLink:
    """A finding as a neighbour on the red thread."""
    return ThreadLink(
        finding.get_kind_display(), _read(finding.title), reverse("needs:finding", args=[slug, finding.pk])
    )


def need_link(need: Need, slug: str) -> ThreadLink:
    """A need as a neighbour on the red thread; one of a unit is named by its unit, not by its words."""
    if need.place is not None:
        url = reverse("needs:unit_need", args=[slug, need.place_id, need.pk])
        return ThreadLink(_("Enhetens behov"), need.place.title, url)
    return ThreadLink(_("Felles behov"), _read(need.wording), reverse("needs:network_need", args=[slug, need.pk]))


def priority_link(priority: Priority, slug: str) -> ThreadLink:
    """A priority as a neighbour on the red thread."""
    return ThreadLink(
        _("Prioritering"), _read(priority.need.wording), reverse("needs:prioritisation", args=[slug]) + "#forst"
    )


def _read(words: Text) -> str:
    return words.read(get_language() or "nb")
