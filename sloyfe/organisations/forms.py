"""Input about organisations."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form
from sloyfe.organisations import queries
from sloyfe.organisations.models import ImportKind, Kind, Organisation


class UploadForm(Form):
    """A file of organisations or staff."""

    kind = forms.ChoiceField(label=_("Hva er i fila?"), choices=ImportKind, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("Fil"),
        help_text=_("CSV eller XLSX, høyst 20 MB. Ingenting lagres før du har sett hva som vil skje."),
        widget=forms.FileInput({"accept": ".csv,.xlsx,.txt"}),
        allow_empty_file=True,
    )


class OrganisationForm(Form):
    """One organisation by hand."""

    name = forms.CharField(label=_("Navn"), max_length=160)
    kind = forms.ChoiceField(label=_("Slag"), choices=Kind)
    number = forms.CharField(
        label=_("Organisasjonsnummer"), required=False, max_length=20, help_text=_("Ni siffer. Kan stå tomt.")
    )
    parent = forms.ModelChoiceField(
        label=_("Ligger under"), queryset=Organisation.objects.none(), required=False, empty_label=_("Ingen")
    )
    language = forms.ChoiceField(label=_("Målform"), choices=[("nb", _("bokmål")), ("nn", _("nynorsk"))])
    staff_count = forms.IntegerField(label=_("Antall ansatte"), required=False, min_value=0, max_value=100_000)

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        keys = [row.pk for row in queries.possible_parents(on=today)]
        field = self.fields["parent"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Organisation.objects.filter(pk__in=keys).order_by("name")


class MergerForm(Form):
    """Into what, and when."""

    into = forms.ModelChoiceField(
        label=_("Slås sammen med"), queryset=Organisation.objects.filter(until=None).order_by("name")
    )
    on = forms.DateField(label=_("Fra dato"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
