"""With how many people who do not exist a meeting is tried."""

from django import forms

from sloyfe.cycle.meetings.queries.rehearsals import SIZES
from sloyfe.kit.forms import Form


class RehearsalForm(Form):
    """One button a number."""

    people = forms.ChoiceField(choices=[(str(size), str(size)) for size in SIZES])
