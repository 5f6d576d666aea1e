"""Reads about surveys. Figures are not here: ask the release."""

from sloyfe.surveys.queries.seeing import leader_places, named_response, named_responses, visible_places
from sloyfe.surveys.queries.waves import (
    askable_places,
    code,
    codes_made,
    instrument,
    instruments,
    invited,
    leader_released,
    progress,
    received,
    released_waves,
    response_share,
    staff_addresses,
    staff_released,
    staff_wave,
    wave,
    waves,
)

__all__ = [
    "askable_places",
    "code",
    "codes_made",
    "instrument",
    "instruments",
    "invited",
    "leader_places",
    "leader_released",
    "named_response",
    "named_responses",
    "progress",
    "received",
    "released_waves",
    "response_share",
    "staff_addresses",
    "staff_released",
    "staff_wave",
    "visible_places",
    "wave",
    "waves",
]
