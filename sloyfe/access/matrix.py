"""The policy table as a page that people can read: docs/access.md."""

from sloyfe.access.policy import POLICY, Can
from sloyfe.access.roles import Role

HEAD = """# Who may

Made from `sloyfe/access/policy.py` by `python3 run.py access`; a test compares. A dot means: a seat with this role
gives the capability, at the place where the seat is and the places inside it. A private place lets nobody in from
above until it opens itself. The policy says *who*; the action says *when*.
"""


def page() -> str:
    """Role × capability as Markdown."""
    roles = list(Role)
    lines = [
        HEAD,
        "| capability | " + " | ".join(roles) + " |",
        "|---|" + ":-:|" * len(roles),
    ]
    for capability in Can:
        marks = " | ".join("●" if role in POLICY[capability] else " " for role in roles)
        lines.append(f"| `{capability}` | {marks} |")
    return "\n".join(lines) + "\n"
