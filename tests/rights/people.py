"""One person for each role, and those who must see nothing."""

from django.test import Client

from conftest import LONG_AGO, make_world, member, seat
from sloyfe.access.models import Operator, Space
from sloyfe.access.roles import Role

COLUMNS = (*(role.value for role in Role), "neighbour", "operator", "outsider", "nobody")
AT_THE_UNIT = (Role.LEADER, Role.RESOURCE, Role.STAFF)
AT_THE_PARTNER = (Role.PARTNER, Role.ADVISER)


def everybody(root: Space, owner: Space, unit: Space, other_unit: Space, partner: Space) -> dict[str, Client]:
    """A browser for each column: the ten roles, a leader next door, an operator, an outsider, and nobody."""
    browsers: dict[str, Client] = {}
    for role in Role:
        who = member(f"Den som er {role}", f"{role}@rights.example.org")
        place = unit if role in AT_THE_UNIT else partner if role in AT_THE_PARTNER else root
        seat(who.person, owner if role is Role.OWNER else place, role)
        browsers[role.value] = who.client
    neighbour = member("Naboleder", "neighbour@rights.example.org")
    seat(neighbour.person, other_unit, Role.LEADER)
    operator = member("Drifter", "operator@rights.example.org")
    Operator.objects.create(person=operator.person, since=LONG_AGO)
    outsider = member("Utenfor", "outsider@rights.example.org")
    seat(outsider.person, make_world("helt-annet", "Et helt annet sted").space, Role.COORDINATOR)
    return {
        **browsers,
        "neighbour": neighbour.client,
        "operator": operator.client,
        "outsider": outsider.client,
        "nobody": Client(),
    }
