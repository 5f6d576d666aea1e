"""What an address points at inside this partnership; to strangers it does not exist."""

from uuid import UUID

from django.http import Http404

from sloyfe.access.visit import Visit
from sloyfe.surveys import queries
from sloyfe.surveys.models import Instrument, Item, Part, Wave


def wave_of(visit: Visit, key: UUID) -> Wave:
    """The wave, or not found."""
    wave = queries.wave(visit.space, key)
    if wave is None:
        raise Http404
    return wave


def instrument_of(visit: Visit, key: UUID) -> Instrument:
    """The questionnaire, or not found."""
    instrument = queries.instrument(visit.space, key)
    if instrument is None:
        raise Http404
    return instrument


def item_of(instrument: Instrument, key: UUID) -> Item:
    """The question, or not found."""
    item = instrument.items.exclude(position=None).filter(pk=key).first()
    if item is None:
        raise Http404
    return item


def any_item_of(instrument: Instrument, key: UUID) -> Item:
    """The question, whether it is in or has been taken out, or not found."""
    item = instrument.items.filter(pk=key).first()
    if item is None:
        raise Http404
    return item


def part_of(instrument: Instrument, key: UUID) -> Part:
    """The part, whether it is in or has been taken out, or not found."""
    part = instrument.parts.filter(pk=key).first()
    if part is None:
        raise Http404
    return part
