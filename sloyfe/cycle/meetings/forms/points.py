"""A point, and points that say the same."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.forms.tables import NamedForm
from sloyfe.cycle.meetings.models import MeetingElement, Point
from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.forms import Form, WordsField


class PointForm(Form):
    """One point at a time."""

    words = WordsField(
        label=_("Legg ett punkt på bordet"), max_length=LONGEST, widget=forms.TextInput({"autocomplete": "off"})
    )
    name = forms.UUIDField(required=False, widget=forms.HiddenInput)
    element = forms.UUIDField(label=_("Hvilket element?"), required=False)

    def __init__(self, data: Any = None, *, elements: Sequence[MeetingElement] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        language = get_language() or "nb"
        named = [(str(each.pk), f"{each.position}. {each.heading.read(language)}") for each in elements]
        self.fields["element"].widget = forms.Select(choices=[("", _("Ikke valgt")), *named])
        if data is None and not elements:
            del self.fields["element"]


class CommonForm(NamedForm):
    """A point of the plenary."""

    words = WordsField(
        label=_("Skriv et punkt dere er enige om i plenum"),
        max_length=LONGEST,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class MergeForm(Form):
    """Which points, and in which words."""

    points = forms.MultipleChoiceField(
        label=_("Punkter som sier det samme"), widget=forms.CheckboxSelectMultiple, required=False
    )
    words = WordsField(label=_("Si det med felles ord"), max_length=LONGEST)

    def __init__(self, points: Sequence[Point], data: Any = None) -> None:
        # The page has another form whose box is called the same: a label must lead to its own box.
        super().__init__(data, auto_id="samme_%s")
        self.offered = {str(point.pk): point for point in points}
        choices = [
            (key, _("%(words)s (bord %(number)s)") % {"words": point.words, "number": point.group.number})
            for key, point in self.offered.items()
        ]
        offer(self, "points", choices)

    def chosen(self) -> list[Point]:
        """The rows themselves."""
        return [self.offered[key] for key in self.cleaned_data["points"]]
