"""How far the station has come."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.adaptation.layers import Level
from sloyfe.cycle.competence.models import PackageAdaptation
from sloyfe.cycle.competence.queries.adaptations import MAY_ADAPT
from sloyfe.cycle.competence.queries.packages import packages_count
from sloyfe.cycle.partnership.contract import Glance, Reading, State, Summary, Turn


def glance(now: Reading, visit: Visit) -> Glance:
    """The summary, and the changes that wait for those who adapt packages."""
    number = packages_count(now.round.space)
    if not number:
        return Glance(Summary(State.NOT_STARTED, _("Ingen pakker ennå")), [])
    line = ngettext("%(number)s pakke", "%(number)s pakker", number) % {"number": number}
    return Glance(Summary(State.UNDER_WAY, line), list(_changes(now, visit)))


def _changes(now: Reading, visit: Visit) -> Iterator[Turn]:
    if not visit.may(Can.PACKAGE_ADAPT):
        return
    rows = PackageAdaptation.objects.in_space(now.round.space).filter(waiting__gt=0)
    for row in rows.select_related("package", "place__opening").defer("content").order_by("package__added_at"):
        if visit.may(MAY_ADAPT[Level(row.level)], row.place):
            said = {"title": row.package.title.read(get_language() or "nb"), "name": row.place.title}
            url = reverse("competence:adapted_changes", args=[now.round.space.slug, row.place_id, row.package_id])
            yield Turn(_("Ta stilling til det som er nytt i «%(title)s»: %(name)s") % said, url, weight=52)
