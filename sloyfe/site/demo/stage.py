"""What the demo has set up so far, found by the keys of its material; and the days it happens on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from sloyfe.access.models import Space
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.kit.school_year import FIRST_MONTH, SchoolYear
from sloyfe.organisations.models import Organisation
from sloyfe.people.models import Person
from sloyfe.site.demo.material import Told

# The round is under way from the end of October; earlier in the year the demo shows the year before.
SETTLED = timedelta(days=92)


@dataclass
class Stage:
    """One partnership on its way into the database."""

    told: Told
    year: SchoolYear
    today: date
    dice: Random
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    staff: dict[str, list[Person]] = field(default_factory=dict)
    _round: Round | None = None

    @property
    def this_round(self) -> Round:
        """The round, once the partnership has been made."""
        if self._round is None:
            raise LookupError("the partnership has not been made yet")
        return self._round

    @this_round.setter
    def this_round(self, opened: Round) -> None:
        self._round = opened

    @property
    def space(self) -> Space:
        """The partnership's own space."""
        return self.this_round.space

    @property
    def coordinator(self) -> Person:
        """Who keeps the partnership going."""
        return self.people[self.told["coordinator"]]

    def place(self, key: str) -> Space:
        """A party's place; the empty key is the partnership."""
        return self.parties[key].place if key else self.space

    def leader(self, unit: str) -> Person:
        """Who leads a unit."""
        return self.people[f"leader of {unit}"]

    def entries(self, kind: str) -> Sequence[Told]:
        """What the material tells of one kind, perhaps nothing."""
        found: Sequence[Told] = self.told.get(kind, [])
        return found

    def day(self, words: str) -> date:
        """ "MM-DD" in the school year of the demo; "+N" counts days from today."""
        if words.startswith("+"):
            return self.today + timedelta(days=int(words))
        month, day = (int(part) for part in words.split("-"))
        return date(self.year.start if month >= FIRST_MONTH else self.year.start + 1, month, day)

    def at(self, words: str, hour: int = 10, minute: int = 0) -> datetime:
        """The same day at an hour."""
        return timezone.make_aware(datetime.combine(self.day(words), time(hour, minute)))


def school_year(today: date) -> SchoolYear:
    """The school year whose autumn lies behind us."""
    return SchoolYear.of(today - SETTLED)
