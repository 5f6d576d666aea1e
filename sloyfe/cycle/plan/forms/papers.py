"""Handing in the owner's Word template."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form


class TemplateForm(Form):
    """A Word file with the owner's letterhead and styles."""

    file = forms.FileField(
        label=_("Word-fil (.docx)"),
        widget=forms.FileInput({"accept": ".docx"}),
        help_text=_("Bare brevhode, bunntekst og stiler blir brukt. Teksten i fila blir ikke med."),
    )
