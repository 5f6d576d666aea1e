"""Presses of those who sit at a table."""

from django import forms

from sloyfe.kit.forms import Form


class TurnForm(Form):
    """The turn that the page showed."""

    seen = forms.IntegerField(min_value=0)


class ChoiceForm(Form):
    """The table one wants."""

    group = forms.UUIDField()
