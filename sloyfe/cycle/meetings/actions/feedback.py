"""Three questions after a meeting, through an anonymous survey. Nobody in here ever sees an answer."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import Meeting, MeetingFeedback
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys.actions.banking import take
from sloyfe.surveys.actions.building import make_empty
from sloyfe.surveys.actions.meeting import open_link
from sloyfe.surveys.actions.running import open_wave, plan_wave
from sloyfe.surveys.models import GATHERING, Audience, Instrument, Kind
from sloyfe.surveys.models.waves import FEWEST_SCALE, FEWEST_TEXT
from sloyfe.surveys.queries.bank import bank

OPEN, KEPT = timedelta(days=1), timedelta(days=60)
NAME = Text.of(nb="Etter møtet", nn="Etter møtet")


class NotHeld(Refusal):
    """There is nothing to ask about yet."""

    sentence = _("Si først at møtet er holdt, og hvor mange som var med.")


class TooFewToAsk(Refusal):
    """Answers of so few would not be anonymous."""

    sentence = _(
        "Dere var færre enn fem, og da kan ikke svarene være anonyme. Snakk heller sammen om de tre spørsmålene."
    )


class NoCommonPlace(Refusal):
    """Figures belong to a place, and this meeting was of several that have none in common."""

    sentence = _("Møtet var for flere eiere. Lag undersøkelsen under Undersøkelser, så får hver eier sin egen lenke.")


@transaction.atomic
def ask_for_feedback(meeting: Meeting, *, by: Person, at: datetime) -> MeetingFeedback:
    """Open a wave of three questions for as many as were there, and a link that takes their answers for an hour."""
    demand_real(meeting)
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    standing = MeetingFeedback.objects.filter(meeting=meeting).first()
    if standing:
        return standing
    took_part = meeting.holding.took_part if meeting.is_held else None
    if not took_part:
        raise NotHeld
    if took_part < FEWEST_SCALE:
        raise TooFewToAsk
    today = timezone.localdate(at)
    wave = plan_wave(
        space=meeting.space,
        instrument=_questions(meeting.space, by, at),
        asked={_place(meeting): took_part},
        opens_on=today,
        closes_on=today + OPEN,
        deletes_on=today + KEPT,
        fewest_scale=FEWEST_SCALE,
        fewest_text=FEWEST_TEXT,
        by=by,
        at=at,
    )
    open_wave(wave, by=by, at=at)
    asked = wave.places.get()
    asked.wave = wave
    open_link(asked, present=took_part, by=by, at=at)
    made = MeetingFeedback.objects.create(meeting=meeting, wave=wave)
    noted("meeting.feedback_asked", meeting, by, at)
    return made


def _questions(space: Space, by: Person, at: datetime) -> Instrument:
    """The same questionnaire every time, so that meetings can be seen beside each other."""
    rows = Instrument.objects.in_space(space).filter(template=GATHERING, audience=Audience.STAFF)
    found = rows.order_by("pk").first()
    if found:
        return found
    made = make_empty(space=space, title=NAME, audience=Audience.STAFF, by=by, at=at)
    made.template = GATHERING
    made.save(update_fields=["template"])
    entries = next(each.entries for each in bank(made) if each.key == GATHERING)
    scales = [each for each in entries if all(draft["kind"] == Kind.SCALE for draft in each.drafts)]
    take(made, scales, section="D1", by=by, at=at)
    return made


def _place(meeting: Meeting) -> Space:
    """The place that met, or the nearest one above all that did."""
    places = list(meeting.places.all())
    if not places:
        places = [party.place for party in parties(meeting.space, PartyRole.OWNER)]
    while len({place.pk for place in places}) > 1:
        deepest = max(places, key=lambda place: place.path.count("/"))
        if deepest.parent is None:
            break
        places = [*(place for place in places if place.pk != deepest.pk), deepest.parent]
    if not places or places[0].parent is None:
        raise NoCommonPlace
    return places[0]
