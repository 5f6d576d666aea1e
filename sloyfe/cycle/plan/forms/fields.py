"""Fields that several forms of the plan share."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.plan.models import Freedom


class DayField(forms.DateField):
    """A day, picked or written."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)


class FreedomField(forms.ChoiceField):
    """Bound or free."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Krav eller valg"),
            choices=Freedom.choices,
            initial=Freedom.COMMON,
            widget=forms.RadioSelect,
            help_text=_("Et felles krav gjelder alle enheter. Ellers bestemmer hver enhet selv."),
            **kwargs,
        )


class ResponsibleField(forms.ChoiceField):
    """Who answers for it; the form that holds it offers the choices."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Ansvarlig"), required=False, **kwargs)


def offer(form: forms.Form, name: str, choices: Sequence[Any]) -> None:
    """Set what a form lets one choose among."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
