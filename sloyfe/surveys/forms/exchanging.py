"""An XLSForm on its way in: the file, and then the yes."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form
from sloyfe.surveys.models import Audience
from sloyfe.surveys.xlsforms.incoming import Incoming

SALT = "surveys.xlsform"
A_DAY = 24 * 60 * 60


class UploadForm(Form):
    """The file."""

    file = forms.FileField(
        label=_("XLSForm"),
        help_text=_("XLSX, høyst 5 MB. Ingenting lagres før du har sett hva som kommer med og ikke."),
        widget=forms.FileInput({"accept": ".xlsx"}),
        allow_empty_file=True,
    )


class TakeInForm(Form):
    """The yes to what was read; it travels with the page, signed, and is stored nowhere until then."""

    audience = forms.ChoiceField(label=_("Hvem skal svare?"), choices=Audience.choices)
    read = forms.CharField(widget=forms.HiddenInput, max_length=2_000_000)

    def clean_read(self) -> Incoming:
        """What we read ourselves, less than a day ago."""
        try:
            told = signing.loads(self.cleaned_data["read"], salt=SALT, max_age=A_DAY)
        except signing.BadSignature as wrong:
            raise ValidationError(_("Det er for lenge siden fila ble lest. Velg den en gang til.")) from wrong
        return Incoming.from_json(told)


def sealed(incoming: Incoming) -> str:
    """What was read, for the page that asks."""
    return signing.dumps(incoming.to_json(), salt=SALT, compress=True)
