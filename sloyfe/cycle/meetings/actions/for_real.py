"""What a rehearsal leads to stays in the rehearsal."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.models import Meeting
from sloyfe.kit.refusal import Refusal


class OnlyRehearsed(Refusal):
    """Nobody real has said any of it."""

    sentence = _("Dette er en øvelse, og ingen av deltakerne er ekte. Det som skjer her, kan ikke tas videre.")


def demand_real(meeting: Meeting) -> None:
    """Before anything leaves the meeting: that there is a meeting."""
    if meeting.is_rehearsal:
        raise OnlyRehearsed
