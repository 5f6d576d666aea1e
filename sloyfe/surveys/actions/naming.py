"""The leaders' wave: answered by name, and open to change until it is closed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from sloyfe.access import audit
from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.people.actions import post_letter
from sloyfe.people.models import Person
from sloyfe.surveys.models import NamedResponse, Wave


class NotTakingAnswers(Refusal):
    """Closed, or not open yet."""

    sentence = gettext_lazy("Undersøkelsen tar ikke imot svar nå. Teksten din står fortsatt i skjemaet.")


@transaction.atomic
def answer_by_name(
    wave: Wave, place: Space, values: Mapping[str, Any], *, version: int, by: Person, at: datetime, on: date
) -> NamedResponse:
    """Keep a leader's answers; an earlier save is replaced, and a stale one refused with both texts."""
    if not wave.is_open or not wave.takes_answers(on):
        raise NotTakingAnswers
    response, _made = NamedResponse.objects.get_or_create(wave=wave, person=by, place=place)
    save_version(response, version=version, values=dict(values))
    audit.record(act="wave.answered_by_name", about=response, by=by, at=at, space=wave.space)
    return response


@transaction.atomic
def invite_leaders(wave: Wave, *, by: Person, at: datetime) -> int:
    """Write to everybody who leads an asked place; how many letters were written."""
    places = [row.place_id for row in wave.places.all()]
    seats = Seat.objects.standing(timezone.localdate(at)).filter(role=Role.LEADER, space_id__in=places)
    leaders = {seat.person_id: seat.person for seat in seats.select_related("person")}
    url = settings.PUBLIC_URL + reverse("surveys:named_answer", args=[wave.space.slug, wave.pk])
    for leader in leaders.values():
        with override(leader.language):
            title = wave.instrument.title.read(leader.language)
            body = _(
                "Hei!\n\nDu er invitert til å svare på «{title}» som leder. Svarene står med navnet ditt.\n\n"
                "Logg inn og svar her: {url}\n\nDu kan lagre underveis og endre svarene til og med {day}."
            ).format(title=title, url=url, day=f"{wave.closes_on:%d.%m.%Y}")
            subject = _("Invitasjon: {title}").format(title=title)[:200]
        name = f"survey-leader:{wave.pk}:{leader.pk.hex[:16]}"
        post_letter(to=leader.email, subject=subject, body=body, language=leader.language, at=at, once=name)
    audit.record(act="wave.leaders_invited", about=wave, by=by, at=at, space=wave.space)
    return len(leaders)
