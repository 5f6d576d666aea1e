"""The link of a staff meeting: one address on the wall, for an hour, for as many as are in the room."""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import ALPHABET
from sloyfe.people.models import Person
from sloyfe.surveys import queries
from sloyfe.surveys.actions.inviting import CODE_LENGTH, digest, issue
from sloyfe.surveys.models import MeetingLink, WavePlace

LASTS = timedelta(hours=1)


class LinkStands(Refusal):
    """One link at a time: what stands on the wall is what works."""

    sentence = _("Det står allerede en møtelenke for dette stedet. Avslutt den før du åpner en ny.")


@transaction.atomic
def open_link(wave_place: WavePlace, *, present: int, by: Person, at: datetime, void: bool = False) -> MeetingLink:
    """Let those in the room answer through one address; it holds one code for each of them."""
    WavePlace.objects.select_for_update().get(pk=wave_place.pk)
    if queries.meeting_link(wave_place, at):
        raise LinkStands
    link = MeetingLink(wave_place=wave_place, present=present, by=by, at=at, until=at + LASTS)
    link.digest = digest(link_code(link))
    link.save(force_insert=True)
    issue(wave_place, [secrets.token_hex(32) for _nth in range(present)], void=void, link=link)
    audit.record(act="wave.link_opened", about=link, by=by, at=at, space=wave_place.wave.space)
    return link


@transaction.atomic
def end_link(link: MeetingLink, *, by: Person, at: datetime) -> None:
    """Take the address down before its hour is over; what has been sent stays."""
    if MeetingLink.objects.filter(pk=link.pk, until__gt=at).update(until=at):
        audit.record(act="wave.link_ended", about=link, by=by, at=at, space=link.wave_place.wave.space)


def link_code(link: MeetingLink) -> str:
    """The code on the wall; it follows from the installation's secret, so that the page can be shown again."""
    told = hmac.new(settings.SECRET_KEY.encode(), b"meeting-link:" + link.pk.bytes, sha256).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in told[:CODE_LENGTH])
