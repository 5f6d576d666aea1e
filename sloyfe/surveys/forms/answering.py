"""The code from a slip or from the wall of a meeting."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form
from sloyfe.people.actions import normalise_code

CODE_LENGTH = 10


class CodeForm(Form):
    """Ten letters and digits in two groups; hyphen, spaces and case do not matter."""

    code = forms.CharField(
        label=_("Kode"),
        max_length=40,
        help_text=_("Ti tegn. Store og små bokstaver spiller ingen rolle, og du kan sløyfe bindestreken."),
        widget=forms.TextInput({"autocapitalize": "characters", "autocomplete": "off", "autofocus": True}),
    )

    def clean_code(self) -> str:
        """The code itself, without what people add to read it."""
        code = normalise_code(self.cleaned_data["code"])
        if len(code) != CODE_LENGTH or not code.isascii():
            raise ValidationError(_("Koden er på ti tegn. Se på lappen en gang til."))
        return code
