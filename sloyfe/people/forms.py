"""Signing in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form


class EmailForm(Form):
    """Where should the code go?"""

    email = forms.EmailField(
        label=_("E-postadresse"), widget=forms.EmailInput({"autocomplete": "email", "autofocus": True})
    )


class CodeForm(Form):
    """The code that came by e-mail."""

    email = forms.EmailField(widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("Kode"),
        max_length=20,
        help_text=_("Åtte tegn fra e-posten. Store og små bokstaver spiller ingen rolle."),
        widget=forms.TextInput({"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )
