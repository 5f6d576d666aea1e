# Run in the server's own shell: a questionnaire with every kind of question, sent out; prints its address and codes.
from django.utils import timezone

from sloyfe.access.models import Space
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys import queries
from sloyfe.surveys.actions import asking, banking, building, inviting, running
from sloyfe.surveys.queries import bank

space = Space.objects.get(slug="med-i-leken", parent=None)
by, at, today = Person.objects.get(email="kari@demo.sloyfe.no"), timezone.now(), timezone.localdate()
instrument = building.make_empty(space=space, title=Text.of("Alle slag", "Alle slag"), audience="staff", by=by, at=at)
sets = {each.key: each for each in bank.bank(instrument)}
for name, count in (("staff.A", 1), ("signs", 3), ("start", 1), ("change", 5), ("staff.C", 7)):
    banking.take(instrument, sets[name].entries[:count], section="D1", by=by, at=at)
banking.take(instrument, sets["start"].entries[-1:], section="D1", by=by, at=at)
told = {"section": "D1", "by": by, "at": at}
hours = {"wording": Text.of("Hvor mange timer?", "Kor mange timar?"), "unit": Text.of("timer", "timar")}
asking.add_item(instrument, kind="number", dont_know=True, **hours, **told)
asking.add_item(instrument, kind="text", one_line=True, wording=Text.of("Ett ord", "Eitt ord"), **told)
place = queries.askable_places(space)[-1]
days = {"opens_on": today, "closes_on": today, "deletes_on": today, "fewest_scale": 5, "fewest_text": 10}
planned = running.plan_wave(space=space, instrument=instrument, asked={place: 30}, **days, by=by, at=at)
wave = queries.wave(space, planned.pk)
running.open_wave(wave, screened_by=None, by=by, at=at)
print("FORM", f"/p/{space.slug}/sporreskjema/{instrument.pk}/")
print("CODES", *inviting.make_codes(wave.places.get(), 10, by=by, at=at))
