"""What a unit and a screener decide about what gets out."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person
from sloyfe.surveys import queries, release
from sloyfe.surveys.models import Consent, ReleaseText, Wave


class OwnLeader(Refusal):
    """Free texts are never screened by somebody who leads those who wrote them."""

    sentence = _("Du leder noen av dem som har svart. Da kan du ikke lese gjennom fritekst før andre.")


class NotTheScreener(Refusal):
    """Those who answered were told which role would read first."""

    sentence = _("De som svarte, fikk vite hvem som leser fritekst først. Det er en annen rolle enn din.")
    status = 403


class NotShared(Refusal):
    """The figures of all together would be those of one unit, which has not shared them."""

    sentence = _("Tallene gjelder bare én enhet, og den har ikke delt dem.")
    status = 403


class NotReleased(Refusal):
    """There is nothing to share before the wave is closed."""

    sentence = _("Resultatet er ikke klart ennå.")


@transaction.atomic
def share_figures(wave: Wave, place: Space, *, by: Person, at: datetime) -> None:
    """Let owner and network see the unit's own figures."""
    if not release.is_released(wave):
        raise NotReleased
    Consent.objects.get_or_create(wave=wave, place=place, defaults={"by": by, "at": at})
    audit.record(act="figures.shared", about=wave, by=by, at=at, space=wave.space)


@transaction.atomic
def withdraw_figures(wave: Wave, place: Space, *, by: Person, at: datetime) -> None:
    """Take the unit's consent back."""
    wave.consents.filter(place=place).delete()
    audit.record(act="figures.withdrawn", about=wave, by=by, at=at, space=wave.space)


@transaction.atomic
def screen_text(wave: Wave, text: ReleaseText, *, passed: bool, by: Person, at: datetime) -> None:
    """Let a free text pass, or hold it back."""
    refuse_others(wave, by, at)
    release.rule_text(text, passed=passed, by=by, at=at)
    audit.record(act="text.passed" if passed else "text.held_back", about=text, by=by, at=at, space=wave.space)


def refuse_others(wave: Wave, person: Person, at: datetime) -> None:
    """Nobody reads first but the role that was promised, and never somebody who leads those who wrote."""
    if queries.may_screen(wave, person, timezone.localdate(at)):
        return
    if queries.leads_any(person, [row.place for row in wave.places.all()], timezone.localdate(at)):
        raise OwnLeader
    raise NotTheScreener
