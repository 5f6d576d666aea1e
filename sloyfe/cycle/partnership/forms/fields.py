"""Fields that several forms share."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.models import Party
from sloyfe.people.models import Person


def day_field(**kwargs: object) -> forms.DateField:
    """A day, picked or typed."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them


class PartyField(forms.TypedChoiceField):
    """One of the parties that the form was given; the clean value is the party itself."""

    def __init__(self, parties: Iterable[Party], *, empty: object = "", **kwargs: object) -> None:
        rows = {str(party.pk): party for party in parties}
        choices = [(key, party.organisation.name) for key, party in rows.items()]
        blank = [("", empty or _("Velg en part"))]
        super().__init__(
            choices=[*blank, *choices] if len(choices) != 1 or empty else choices,
            coerce=lambda key: rows[key],
            empty_value=None,
            **kwargs,  # type: ignore[arg-type]  # passed through as Django takes them
        )

    def prepare_value(self, value: object) -> object:
        """A party, or its key, as the value of its choice."""
        return str(value.pk) if isinstance(value, Party) else str(value) if isinstance(value, UUID) else value


class PersonField(forms.TypedChoiceField):
    """One of the people that the form was given; the clean value is the person."""

    def __init__(self, people: Iterable[Person], **kwargs: object) -> None:
        rows = {str(person.pk): person for person in people}
        super().__init__(
            choices=[("", _("Velg en person")), *((key, person.name) for key, person in rows.items())],
            coerce=lambda key: rows[key],
            empty_value=None,
            **kwargs,  # type: ignore[arg-type]  # passed through as Django takes them
        )

    def prepare_value(self, value: object) -> object:
        """A person, or the key, as the value of the choice."""
        return str(value.pk) if isinstance(value, Person) else value
