"""Reads about questionnaires and waves."""

from uuid import UUID

from django.db.models import Count, Prefetch, Sum

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.surveys import sealing
from sloyfe.surveys.models import GATHERING, Audience, Code, Envelope, Instrument, NamedResponse, Wave, WavePlace

ROUND_TO = 5
HIDE_UNDER = 10
SMALLEST_STEP = 5
WRITTEN = ("intro", "thanks")
"""What a questionnaire says besides its title; a list shows nothing of it."""


def waves(space: Space) -> list[Wave]:
    """Every wave of the partnership with what a list says of it, newest first."""
    rows = _newest_first(space).select_related("instrument", "opening", "closure", "release")
    return list(rows.defer(*(f"instrument__{name}" for name in WRITTEN)))


def released_waves(space: Space) -> list[Wave]:
    """Every wave whose figures have been released, with all that its figures are read from, newest first."""
    return list(_whole(space).filter(release__isnull=False))


def wave(space: Space, key: UUID) -> Wave | None:
    """One wave of this partnership."""
    return _whole(space).filter(pk=key).first()


def staff_wave(space: Space) -> Wave | None:
    """The newest staff survey that has been opened."""
    return _newest(space, Audience.STAFF, "opening")


def staff_released(space: Space) -> Wave | None:
    """The newest staff survey whose figures have been released; another that is open does not hide it."""
    return _newest(space, Audience.STAFF, "release")


def staff_released_in_brief(space: Space) -> Wave | None:
    """The same, with no more than which places it asked."""
    rows = _newest_first(space).filter(instrument__audience=Audience.STAFF, release__isnull=False)
    rows = rows.exclude(instrument__template=GATHERING)
    return rows.prefetch_related("places").first()


def leader_released(space: Space) -> Wave | None:
    """The newest leader survey whose figures have been released."""
    return _newest(space, Audience.LEADERS, "release")


def instruments(space: Space) -> list[Instrument]:
    """The questionnaires of the partnership, by their titles."""
    return list(Instrument.objects.in_space(space).defer(*WRITTEN).order_by("audience", "pk"))


def instrument(space: Space, key: UUID) -> Instrument | None:
    """One questionnaire of this partnership."""
    return Instrument.objects.in_space(space).filter(pk=key).first()


def code(digest: str) -> Code | None:
    """A code with all that is needed to answer, in one question to the database."""
    rows = Code.objects.select_related("wave__edition", "wave__instrument", "wave_place__place")
    return rows.filter(digest=digest).first()


def received(wave: Wave, so_far: int, invited: int) -> int | None:
    """How many have answered, as far as it may be said; a release knows it, else `progress`."""
    if not wave.is_anonymous:
        return so_far
    if not hasattr(wave, "release"):
        return so_far - so_far % step(invited) or None
    count = wave.release.responses or 0
    return None if count < HIDE_UNDER else ROUND_TO * round(count / ROUND_TO)


def step(invited: int) -> int:
    """How many more must answer before the number on the page moves: a fifth of those asked, and never under five."""
    return max(SMALLEST_STEP, -(-invited // 5))


def invited(wave: Wave) -> int:
    """How many were asked."""
    return sum(place.invited for place in wave.places.all())


def asked(space: Space) -> dict[UUID, int]:
    """How many each wave asks."""
    rows = WavePlace.objects.filter(wave__space=space)
    return dict(rows.values_list("wave_id").annotate(Sum("invited")).order_by())


def progress(space: Space) -> dict[UUID, int]:
    """How many answers each wave that is not released has got, for the pages to round."""
    counts: dict[UUID, int] = {}
    for rows in (Envelope.objects.filter(wave__space=space), NamedResponse.objects.filter(wave__space=space)):
        counts |= dict(rows.values_list("wave_id").annotate(Count("pk")).order_by())
    return counts


def response_share(wave: Wave) -> float | None:
    """The share that answered, rounded to a twentieth; None where that would say too much or nothing is known."""
    if wave.is_anonymous and not hasattr(wave, "release"):
        return None
    return rough_share(_count(wave), invited(wave), least=HIDE_UNDER if wave.is_anonymous else 0)


def rough_share(answered: int, of: int, *, least: int = HIDE_UNDER) -> float | None:
    """A share rounded to a twentieth; None where so few are asked or have answered that it would say too much."""
    if not of or min(of, answered) < least:
        return None
    return min(1.0, round(20 * answered / of) / 20)


def is_untold(wave: Wave) -> bool:
    """Whether nobody has been told of the survey: no code was ever given out, and nobody was written to."""
    if not hasattr(wave, "opening"):
        return True
    return wave.is_anonymous and not wave.is_closed and not any(row.issued or row.voided for row in wave.places.all())


def key_is_gone(wave: Wave) -> bool:
    """Whether answers are taken that nobody could ever open."""
    is_taking = wave.is_open and wave.is_anonymous
    return is_taking and not sealing.key_stands(wave.pk, bytes(wave.public_key or b""))


def codes_made(wave: Wave) -> list[tuple[Space, int, int]]:
    """For each asked place: how many are asked, and how many codes are out; never how many have been used."""
    return [(row.place, row.invited, row.issued) for row in wave.places.all()]


def staff_addresses(wave: Wave) -> list[str]:
    """Addresses of those with a seat as staff at the asked place, when it is only one."""
    places = [row.place_id for row in wave.places.all()]
    if len(places) != 1:
        return []
    seats = Seat.objects.filter(space_id__in=places, until=None, role__in=(Role.STAFF, Role.RESOURCE))
    return sorted({seat.person.email for seat in seats.select_related("person")})


def askable_places(space: Space) -> list[Space]:
    """Every place below the root, owners before their units."""
    places = list(Space.objects.filter(path__startswith=space.path).exclude(pk=space.pk))
    titles = {place.path: place.title for place in places}
    return sorted(places, key=lambda place: _titles(place.path, titles))


def _newest(space: Space, audience: Audience, record: str) -> Wave | None:
    rows = _whole(space).filter(instrument__audience=audience, **{f"{record}__isnull": False})
    return rows.exclude(instrument__template=GATHERING).first()  # three questions after a meeting are no staff survey


def _whole(space: Space) -> ScopedQuerySet[Wave]:
    """Waves with every record of theirs and the places they ask."""
    records = ("space", "instrument", "edition", "opening", "closure", "release", "reminder")
    places = Prefetch("places", WavePlace.objects.select_related("place"))
    return _newest_first(space).select_related(*records).prefetch_related(places)


def _newest_first(space: Space) -> ScopedQuerySet[Wave]:
    return Wave.objects.in_space(space).order_by("-opens_on", "-closes_on", "pk")


def _count(wave: Wave) -> int:
    if not wave.is_anonymous:
        return wave.named_responses.count()
    return wave.release.responses or 0


def _titles(path: str, titles: dict[str, str]) -> list[str]:
    steps = path.strip("/").split("/")
    above = ["/".join(steps[:i]) + "/" for i in range(2, len(steps) + 1)]
    return [titles.get(step, "") for step in above]
