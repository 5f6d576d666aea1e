"""A staff survey that is open, with codes, in a partnership made for the purpose."""

from datetime import timedelta

from django.utils import timezone

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.people.models import Person
from sloyfe.surveys import content
from sloyfe.surveys.actions import building, inviting, running
from sloyfe.surveys.models import Wave
from sloyfe.surveys.sheet import Sheet

PLACES = 14
WORDS = "Vi skulle hatt mer tid til å snakke sammen om det vi prøver ut, særlig når noe ikke går som planlagt."


def open_wave(people: int) -> tuple[Wave, list[str]]:
    """A wave that asks `people` in fourteen units; the codes of all of them."""
    now, today = timezone.now(), timezone.localdate()
    by, _made = Person.objects.get_or_create(email="storm@example.org", defaults={"name": "Storm"})
    space = Space.root(f"storm-{timezone.now():%H%M%S%f}", "Storm")
    Seat.objects.create(person=by, space=space, role=Role.COORDINATOR, since=today)
    places = [space.place(f"Enhet {n}") for n in range(PLACES)]
    themes = [theme.key for theme in content.themes()][:5]
    instrument = building.make_instrument(space=space, template="staff", themes=themes, by=by, at=now)
    wave = running.plan_wave(
        space=space,
        instrument=instrument,
        asked=dict.fromkeys(places, people // PLACES + 1),
        opens_on=today,
        closes_on=today + timedelta(days=7),
        deletes_on=today + timedelta(days=90),
        fewest_scale=5,
        fewest_text=10,
        by=by,
        at=now,
    )
    running.open_wave(wave, by=by, at=now)
    codes = [
        code
        for row in wave.places.select_related("wave__opening")
        for code in inviting.make_codes(row, row.invited, by=by, at=now)
    ]
    return wave, codes[:people]


def fields(wave: Wave, nth: int = 0) -> dict[str, str | list[str]]:
    """Every question answered."""
    if wave.edition is None:
        raise LookupError("the wave is not open")
    sheet = Sheet.from_json(wave.edition.sheet)
    filled: dict[str, str | list[str]] = {"language": "nb"}
    for place, question in enumerate(sheet.questions):
        if question.kind == "scale":
            filled[question.key] = str((nth + place) % 5 + 1)
        elif question.kind == "choice":
            filled[question.key] = question.options[nth % len(question.options)].key
        elif question.kind == "choices":
            filled[question.key] = [option.key for option in question.options[: question.most]]
        elif question.kind == "text":
            filled[question.key] = WORDS
    return filled
