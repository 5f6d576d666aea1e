"""Short forms, filled in beforehand, that make a need or a finding of what a meeting agreed on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.needs.actions.findings import Seen, record_finding
from sloyfe.cycle.needs.actions.needs import word_need
from sloyfe.cycle.needs.models import FindingKind, Theme
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.forms import BilingualField, Form
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

FROM_MEETING = Text.of(nb="Kom fram i et møte.", nn="Kom fram i eit møte.")
Maker = Callable[[], Model]


class FurtherForm(Form):
    """What each of them knows: how to make its row, and what tells it from another of the same kind."""

    def maker(self, meeting: Meeting, *, by: Person, at: datetime) -> Maker:
        """Makes the row from what was written."""
        raise NotImplementedError

    def same(self) -> dict[str, Any]:
        """By what the same point may become several."""
        return {}


class OfPlaceForm(FurtherForm):
    """Something that belongs to a unit or to the whole network."""

    theme = forms.ChoiceField(label=_("Tema"), choices=Theme.choices)
    place = forms.ChoiceField(label=_("Hvem gjelder det?"))

    def __init__(self, places: Sequence[Space | None], data: Any = None) -> None:
        super().__init__(data)
        self.places = {str(place.pk) if place else "": place for place in places}
        names = [(key, place.title if place else _("Hele nettverket")) for key, place in self.places.items()]
        offer(self, "place", names)
        if "" in self.places:
            self.fields["place"].required = False
        if len(places) == 1:
            del self.fields["place"]

    def where(self) -> Space | None:
        """The unit's place; none is the whole network."""
        if "place" not in self.fields:
            return next(iter(self.places.values()))
        return self.places[self.cleaned_data["place"]]


class NeedForm(OfPlaceForm):
    """A need, in words that may be mended."""

    wording = BilingualField(label=_("Hva trenger dere å bli bedre til?"), rows=3, max_length=1000)
    field_order = ("place", "wording", "theme")

    def __init__(self, words: Text, places: Sequence[Space | None], data: Any = None) -> None:
        super().__init__(places, data)
        self.fields["wording"].initial = words

    def maker(self, meeting: Meeting, *, by: Person, at: datetime) -> Maker:
        """A need of the unit, or of the network."""
        said = self.cleaned_data
        return lambda: word_need(
            meeting.round,
            self.where(),
            said["wording"],
            theme=said["theme"],
            involvement=FROM_MEETING,
            by=by,
            at=at,
        )


class FindingForm(OfPlaceForm):
    """A finding: what was said, as a story of the group, and how it is read."""

    title = BilingualField(label=_("Hva handler det om, i én setning?"), rows=1, max_length=160)
    story = BilingualField(label=_("Hva kom fram?"), rows=4, max_length=4000)
    interpretation = BilingualField(label=_("Slik leser vi det"), rows=2, max_length=2000, required=False)
    anonymised = forms.BooleanField(label=_("Ingen barn, foreldre eller kolleger kan kjennes igjen."))
    field_order = ("place", "title", "story", "interpretation", "theme", "anonymised")

    def __init__(self, words: Text, places: Sequence[Space | None], data: Any = None) -> None:
        super().__init__(places, data)
        short = {language: said[:160] for language, said in words.entries.items()}
        self.fields["title"].initial = Text.of(**short, source=words.source)
        self.fields["story"].initial = words

    def maker(self, meeting: Meeting, *, by: Person, at: datetime) -> Maker:
        """A story of the group, without names."""
        said = self.cleaned_data
        seen = Seen(
            said["title"], said["theme"], said["story"], Text(), said["interpretation"], anonymised=said["anonymised"]
        )
        place = self.where() or meeting.space
        return lambda: record_finding(meeting.round, FindingKind.STORY, place, seen, by=by, at=at)
