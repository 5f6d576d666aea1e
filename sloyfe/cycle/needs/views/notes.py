"""What the reader is told after saving."""

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.queries import needs as queries
from sloyfe.cycle.partnership.models import Party
from sloyfe.kit.hints import looks_like_a_person
from sloyfe.kit.text import Text


def saved(request: HttpRequest, sentence: str, *written: Text | str) -> None:
    """Say that it was saved, and warn where the words may point at one person."""
    messages.success(request, sentence)
    words = (each.entries.values() if isinstance(each, Text) else [each] for each in written)
    pieces = [piece for several in words for word in several if (piece := looks_like_a_person(word))]
    if pieces:
        warning = _(
            "Se over teksten en gang til: «{piece}» kan peke på en person. Navn og enkeltbarn hører ikke hjemme her."
        )
        messages.warning(request, warning.format(piece=pieces[0]))


def unit_here(visit: Visit) -> Party:
    """The unit whose page this is; other places have no needs page."""
    for party in queries.units(visit.space):
        if visit.place is not None and party.place_id == visit.place.pk:
            return party
    raise Http404
