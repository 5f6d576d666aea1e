"""The living style guide: every component in every state, for eyes, screenshots and axe."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.kit.text import Text
from sloyfe.people.doors import everyone
from sloyfe.site.style_samples import figures, lists, stations

AGREE = [
    ("1", gettext_lazy("Helt uenig")),
    ("2", gettext_lazy("Uenig")),
    ("3", gettext_lazy("Litt uenig")),
    ("4", gettext_lazy("Litt enig")),
    ("5", gettext_lazy("Enig")),
    ("6", gettext_lazy("Helt enig")),
]
UNKNOWN = ("", gettext_lazy("Vet ikke"))


@everyone
def style_guide(request: HttpRequest) -> HttpResponse:
    """Only in the demo and while developing."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    samples = {**_forms(), **figures(), **lists()}
    return render(request, "site/style_guide.html", {**samples, "stations": stations()})


class SampleForm(Form):
    """One field of each kind."""

    name = forms.CharField(label=gettext_lazy("Navn på tiltaket"), max_length=80)
    why = forms.CharField(
        label=gettext_lazy("Begrunnelse"),
        help_text=gettext_lazy("To eller tre setninger holder. Ikke skriv navn på barn."),
        max_length=400,
        widget=forms.Textarea,
        required=False,
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Enhet"), choices=[("", "–"), ("1", "Bekkefaret barnehage"), ("2", "Åsen skole")]
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Hva slags mål er det?"),
        widget=forms.RadioSelect,
        choices=[("effect", gettext_lazy("Effektmål")), ("process", gettext_lazy("Prosessmål"))],
    )
    groups = forms.MultipleChoiceField(
        label=gettext_lazy("Hvem gjelder det?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("a", gettext_lazy("Ansatte i barnehagen")), ("b", gettext_lazy("Ansatte i SFO"))],
    )
    due = forms.DateField(label=gettext_lazy("Frist"), widget=forms.DateInput({"type": "date"}), required=False)
    file = forms.FileField(label=gettext_lazy("Vedlegg"), required=False)
    heading = BilingualField(label=gettext_lazy("Tittel på to målformer"), rows=1, required=False)
    agreed = forms.BooleanField(label=gettext_lazy("Vi er enige om dette"), required=False)
    version = VersionField()


class MatrixForm(Form):
    """Statements on one scale."""

    a = forms.ChoiceField(
        label=gettext_lazy("Vi bruker tid sammen på å prøve ut ny praksis."),
        widget=forms.RadioSelect,
        choices=[*AGREE, UNKNOWN],
    )
    b = forms.ChoiceField(
        label=gettext_lazy("Jeg får hjelp av en kollega når jeg står fast."),
        widget=forms.RadioSelect,
        choices=[*AGREE, UNKNOWN],
    )


def _forms() -> dict[str, object]:
    heading = Text.of("Lesing i alle fag", "Lesing i alle fag").with_("nb", "Lesing i alle fag og i SFO")
    filled = SampleForm(initial={"version": 1, "heading": heading, "agreed": True, "kind": "effect", "why": "x" * 350})
    wrong = SampleForm({"feil-version": "1", "feil-unit": "9"}, prefix="feil")
    wrong.add_error(None, _("Avtalen er allerede signert og kan bare endres med et tillegg."))
    matrix = MatrixForm(initial={"a": "4"}, prefix="matrise")
    return {
        "form": filled,
        "wrong": wrong,
        "matrix": [matrix["a"], matrix["b"]],
        "agree": [str(label) for _value, label in AGREE],
    }
