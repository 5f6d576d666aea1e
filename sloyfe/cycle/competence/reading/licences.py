"""What may be done with a package, however it was written."""

import re

from sloyfe.cycle.competence.markup.packages import Licence

CODES = (
    "private", "public_domain", "cc_by", "cc_by_sa", "cc_by_nc", "cc_by_nd", "cc_by_nc_sa", "cc_by_nc_nd", "cc0",
)  # fmt: skip
# "by-ny-sa" is how the portal's own footer misspells it.
WRITTEN = re.compile(r"\b(?:cc[ _-]*)?by((?:[ _-]+(?:n[cy]|nd|sa))*)\b", re.IGNORECASE)
WORDS = (
    (re.compile(r"public domain|falt i det fri", re.IGNORECASE), "public_domain"),
    (re.compile(r"\bcc0\b", re.IGNORECASE), "cc0"),
    (re.compile(r"private|all rights reserved|alle rettigheter", re.IGNORECASE), "private"),
)
LONG = (
    (re.compile(r"attribution", re.IGNORECASE), "by"),
    (re.compile(r"non.?commercial|ikke.?kommersiell", re.IGNORECASE), "nc"),
    (re.compile(r"no.?deriv", re.IGNORECASE), "nd"),
    (re.compile(r"share.?alike", re.IGNORECASE), "sa"),
)


def licence_of(written: str) -> Licence:
    """A licence by its code, by its letters, or by its English name; unknown words are kept."""
    plain = " ".join(written.split())
    if plain.lower() in CODES:
        return Licence(plain.lower(), plain)
    if match := WRITTEN.search(plain):
        parts = match.group(1).lower().replace("ny", "nc")
        return Licence(_code(re.findall(r"nc|nd|sa", parts)), plain)
    named = [short for pattern, short in LONG if pattern.search(plain)]
    if "by" in named:
        return Licence(_code(named), plain)
    return Licence(next((code for pattern, code in WORDS if pattern.search(plain)), ""), plain)


def _code(parts: list[str]) -> str:
    return "_".join(["cc", "by", *(part for part in ("nc", "nd", "sa") if part in parts)])
