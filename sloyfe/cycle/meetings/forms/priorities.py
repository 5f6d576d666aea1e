"""Dots and reasons for each point, and how many of the first ones the meeting goes on with."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.priorities import Gift
from sloyfe.cycle.meetings.models import MeetingPhase
from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.meetings.queries import dots as queries
from sloyfe.cycle.meetings.queries.dots import Option, Own
from sloyfe.kit.forms import Form, WordsField

USUAL = 3


class DotsForm(Form):
    """So many dots, and why, for each option."""

    def __init__(self, options: Sequence[Option], phase: MeetingPhase, own: Own, data: Any = None) -> None:
        super().__init__(data)
        self.options = options
        self.each, self.most = queries.dots_each(phase)
        self.given = sum(own.dots.get(option.key, 0) for option in options)
        steps = [(str(count), str(count)) for count in range(self.most + 1)]
        for option in options:
            self.fields[f"dots_{option.key.hex}"] = forms.ChoiceField(
                label=option.words,
                choices=steps,
                required=False,
                initial=str(min(own.dots.get(option.key, 0), self.most)),
                widget=forms.RadioSelect,
            )
            self.fields[f"reason_{option.key.hex}"] = WordsField(
                label=_("Hvorfor?"),
                max_length=LONGEST,
                required=False,
                initial=own.reasons.get(option.key, ""),
                widget=forms.TextInput({"autocomplete": "off"}),
            )

    def rows(self) -> list[tuple[Option, BoundField, BoundField]]:
        """Each option with its dots and the box for the reason."""
        return [(each, self[f"dots_{each.key.hex}"], self[f"reason_{each.key.hex}"]) for each in self.options]

    def gifts(self) -> list[Gift]:
        """What was given."""
        said = self.cleaned_data
        return [
            Gift(each, int(said[f"dots_{each.key.hex}"] or 0), said[f"reason_{each.key.hex}"]) for each in self.options
        ]


class CarryForm(Form):
    """How many of the first ones."""

    def __init__(self, most: int, data: Any = None) -> None:
        super().__init__(data)
        self.fields["how_many"] = forms.IntegerField(
            label=_("Hvor mange av de øverste går dere videre med?"),
            min_value=1,
            max_value=max(1, most),
            initial=min(USUAL, max(1, most)),
            widget=forms.NumberInput({"inputmode": "numeric"}),
        )


def dots_form(options: list[Option], phase: MeetingPhase, key: str, data: Any = None) -> DotsForm:
    """The form of whoever holds this key, as they last sent it."""
    return DotsForm(options, phase, queries.own(phase, options, key=key), data)
