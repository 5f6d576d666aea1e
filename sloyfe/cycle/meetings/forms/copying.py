"""A template of our own: what it is called, whose it is, and whether it is a new version of the one before."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.forms import BilingualField, Form

WHOLE, RENEW = "whole", "renew"


class TemplateForm(Form):
    """What it is called, and whose it is."""

    title = BilingualField(label=gettext_lazy("Navn på malen"), rows=1, max_length=120)
    whose = forms.ChoiceField(label=gettext_lazy("Hvem skal ha malen?"), widget=forms.RadioSelect)

    def __init__(
        self, meeting: Meeting, places: Sequence[Space], data: Any = None, *, may_gather: bool, may_renew: bool
    ) -> None:
        self.places = {str(place.pk): place for place in places}
        choices = [(key, place.title) for key, place in self.places.items()]
        if may_gather:
            choices.append((WHOLE, _("Hele partnerskapet")))
        if may_renew:
            choices.insert(0, (RENEW, _("Ny utgave av malen møtet kom fra")))
        first = choices[0][0] if choices else ""
        super().__init__(data, initial={"title": meeting.title, "whose": first})
        offer(self, "whose", choices)

    @property
    def renews(self) -> bool:
        """Whether the template before gets a new version."""
        return bool(self.cleaned_data["whose"] == RENEW)

    def place(self) -> Space | None:
        """The place, or the whole partnership."""
        return self.places.get(self.cleaned_data["whose"])
