"""How far the station has come."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.queries.packages import packages_count
from sloyfe.cycle.partnership.contract import Glance, Reading, State, Summary


def glance(now: Reading, _visit: Visit) -> Glance:
    """The summary; nothing here waits for anybody yet."""
    number = packages_count(now.round.space)
    if not number:
        return Glance(Summary(State.NOT_STARTED, _("Ingen pakker ennå")), [])
    line = ngettext("%(number)s pakke", "%(number)s pakker", number) % {"number": number}
    return Glance(Summary(State.UNDER_WAY, line), [])
