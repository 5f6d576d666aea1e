"""The yes before a survey is closed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form


class ClosingForm(Form):
    """It cannot be undone, so one click is not enough."""

    sure = forms.BooleanField(
        label=_("Ja, undersøkelsen skal lukkes for godt"),
        error_messages={"required": _("Kryss av hvis undersøkelsen skal lukkes. Ellers kan du gå tilbake.")},
    )
