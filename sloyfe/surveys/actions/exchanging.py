"""Taking in a questionnaire that was written somewhere else."""

from collections import Counter
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.people.models import Person
from sloyfe.surveys.actions import hanging
from sloyfe.surveys.models import Audience, Instrument, Item, Part
from sloyfe.surveys.queries.bank import known_origins
from sloyfe.surveys.xlsforms.incoming import Incoming


@transaction.atomic
def take_in(*, space: Space, incoming: Incoming, audience: str, by: Person, at: datetime) -> Instrument:
    """Make a questionnaire of the drafts; a question known here keeps its origin, so that it can be compared."""
    instrument = Instrument.objects.create(
        space=space,
        title=incoming.title,
        intro=incoming.intro,
        thanks=incoming.thanks,
        audience=Audience(audience),
        template="",
    )
    Part.objects.bulk_create(Part(instrument=instrument, **draft) for draft in incoming.parts)
    known, used = known_origins(space), Counter[str]()
    items = []
    for position, draft in enumerate(incoming.items, start=1):
        origin = draft["origin"]
        used[origin] += 1
        kept = origin if origin in known and used[origin] == 1 else str(uuid4())
        items.append(Item(instrument=instrument, **{**draft, "position": position, "origin": kept}))
    Item.objects.bulk_create(items)
    hanging.check(instrument)
    audit.record(act="instrument.taken_in", about=instrument, by=by, at=at, space=space)
    return instrument
