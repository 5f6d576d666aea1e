"""Finding an invitation by its code, and the code of an invitation.

The code is made from the invitation's key and the installation's secret, so that slips can be printed again
although the database holds only a digest.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import Invitation
from sloyfe.people.actions import ALPHABET, normalise_code

CODE_LENGTH = 12


@dataclass(frozen=True)
class Slip:
    """One printed slip: the code to type, and the same as a picture."""

    code: str
    picture: SafeString


def find(code: str) -> Invitation | None:
    """The invitation that this code belongs to; the one question that is asked before any space is known."""
    rows = Invitation.objects.bounded().filter(digest=digest_of(normalise_code(code)))
    return rows.select_related("space", "place", "given_by", "acceptance", "withdrawal").first()


def one(space: Space, key: UUID) -> Invitation | None:
    """One invitation of this partnership."""
    rows = Invitation.objects.in_space(space).filter(pk=key)
    return rows.select_related("space", "place__opening", "acceptance", "withdrawal").first()


def waiting(space: Space) -> list[Invitation]:
    """Letters that are neither accepted nor withdrawn, newest first."""
    rows = Invitation.objects.in_space(space).filter(acceptance=None, withdrawal=None).exclude(email="")
    return list(rows.select_related("place__opening").order_by("-given_at"))


def withdrawn(space: Space, *, limit: int = 20) -> list[Invitation]:
    """Letters that were taken back, the newest first."""
    rows = Invitation.objects.in_space(space).exclude(withdrawal=None).exclude(email="")
    return list(rows.select_related("place__opening").order_by("-withdrawal__at")[:limit])


def unused_slips(place: Space, role: Role | str, *, at: datetime) -> list[Invitation]:
    """Slips for this place and role that still work, in the order they were made."""
    rows = Invitation.objects.in_space(place).filter(place=place, role=role, email="", expires_at__gt=at)
    return list(rows.filter(acceptance=None, withdrawal=None).order_by("given_at", "pk"))


def slip(invitation: Invitation) -> Slip:
    """What is printed for one invitation."""
    code = code_of(invitation)
    drawing = segno.make_qr(public_link(invitation), error="m").svg_inline(border=2, scale=1, omitsize=True)
    return Slip(in_fours(code), mark_safe(drawing))  # noqa: S308 - drawn by us from a code of ours


def public_link(invitation: Invitation) -> str:
    """The address to open."""
    return f"{settings.PUBLIC_URL}/invitasjon/{code_of(invitation)}/"


def code_of(invitation: Invitation) -> str:
    """Twelve signs, sixty bits."""
    mark = hmac.digest(settings.SECRET_KEY.encode(), f"invitation:{invitation.pk}".encode(), "sha256")
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in mark[:CODE_LENGTH])


def digest_of(code: str) -> str:
    """What the database knows of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def in_fours(code: str) -> str:
    """Easier to read from paper."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
