"""The ten roles in plain words."""

from dataclasses import dataclass
from functools import cache

from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.content.reading import load, text
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class RoleWords:
    """What a role is called, what it is for, and what it sees first."""

    name: Text
    job: Text
    sees_first: Text


@cache
def roles() -> dict[Role, RoleWords]:
    """Every role, in the order of the file."""
    return {
        Role(each["key"]): RoleWords(text(each["name"]), text(each["job"]), text(each["sees_first"]))
        for each in load("roles")["role"]
    }
