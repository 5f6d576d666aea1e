"""The code of a certificate."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form
from sloyfe.people.actions import normalise_code


class CodeForm(Form):
    """As it stands on the paper, with or without the lines between."""

    code = forms.CharField(
        label=_("Koden på beviset"),
        max_length=40,
        help_text=_("Tolv bokstaver og tall. Store og små bokstaver er det samme."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_code(self) -> Any:
        """The letters and digits alone."""
        code = normalise_code(self.cleaned_data["code"])
        if not code or not code.isascii():
            raise forms.ValidationError(_("Skriv koden slik den står på beviset."))
        return code
