"""Whether a package may be carried away."""

OPEN = frozenset(
    {"cc_by", "cc_by_sa", "cc_by_nc", "cc_by_nd", "cc_by_nc_sa", "cc_by_nc_nd", "cc0", "public_domain"}
)  # fmt: skip


def may_leave(code: str, *, own: bool) -> bool:
    """Copies are allowed by every open licence, also in another format; what is ours we may always take along."""
    return own or code in OPEN
