"""The words for what somebody is in a partnership."""

from enum import StrEnum


class Role(StrEnum):
    """A role is held in a space by a seat."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    LEADER = "leader"
    RESOURCE = "resource"
    STAFF = "staff"
    PARTNER = "partner"
    ADVISER = "adviser"
    UNION = "union"
    SAFETY = "safety"
    GUEST = "guest"


EVERYONE = frozenset(Role)
INSIDE = EVERYONE - {Role.GUEST}
STEERING = frozenset({Role.OWNER, Role.COORDINATOR})
LEADING = STEERING | {Role.LEADER}
WORKING = LEADING | {Role.RESOURCE, Role.PARTNER, Role.ADVISER}
REPRESENTING = frozenset({Role.UNION, Role.SAFETY})
