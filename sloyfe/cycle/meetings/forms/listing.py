"""What the list of meetings is narrowed down by."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.queries.listing import Wish
from sloyfe.cycle.meetings.scripts import Method
from sloyfe.kit.forms import Form
from sloyfe.kit.school_year import SchoolYear

EARLIEST, LATEST = 2000, 2100


class ListForm(Form):
    """Each may be left out."""

    sted = forms.ChoiceField(label=_("Hvem møtet er for"), required=False)
    metode = forms.ChoiceField(label=_("Metode"), required=False)
    mine = forms.BooleanField(
        label=_("Bare mine møter"),
        required=False,
        help_text=_("De du har laget, og de som er for et sted der du selv hører til."),
    )
    aar = forms.IntegerField(required=False, min_value=EARLIEST, max_value=LATEST, widget=forms.HiddenInput)

    def __init__(self, places: Sequence[Space], methods: Sequence[Method], data: Any = None) -> None:
        super().__init__(data)
        language = get_language() or "nb"
        self._offer("sted", [("", _("Alle")), *((str(place.pk), place.title) for place in places)])
        self._offer("metode", [("", _("Alle")), *((each.key, each.title.read(language)) for each in methods)])

    @property
    def wish(self) -> Wish:
        """What was asked for; what cannot be is not."""
        said = self._said()
        place = said.get("sted")
        return Wish(UUID(place) if place else None, said.get("metode", ""), said.get("mine", False))

    @property
    def year(self) -> SchoolYear | None:
        """The school year, if one was asked for."""
        start = self._said().get("aar")
        return SchoolYear(start) if start else None

    def kept(self) -> dict[str, str]:
        """The same once more, for the address of another year."""
        return {name: str(said) for name, said in self._said().items() if name != "aar" and said}

    def _said(self) -> dict[str, Any]:
        return self.cleaned_data if self.is_bound and self.is_valid() else {}

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
