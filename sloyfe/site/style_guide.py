"""The living style guide: every component in every state, for eyes, screenshots and axe."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.cycle.partnership.contract import Stage, State
from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.kit.text import Text
from sloyfe.people.doors import everyone

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
    samples = {**_forms(), **_figures(), **_lists()}
    return render(request, "site/style_guide.html", {**samples, "stations": _stations()})


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
        label=gettext_lazy("Vi bruker tid sammen på å prøve ut ny praksis."), widget=forms.RadioSelect, choices=[*AGREE, UNKNOWN]
    )
    b = forms.ChoiceField(
        label=gettext_lazy("Jeg får hjelp av en kollega når jeg står fast."), widget=forms.RadioSelect, choices=[*AGREE, UNKNOWN]
    )


@dataclass(frozen=True)
class SampleStation:
    """A station with nothing behind it."""

    name: str
    title: str
    stage: Stage
    state: State
    url: str | None
    is_current: bool = False


def _stations() -> list[SampleStation]:
    rows = [
        (_("Partnerskap"), Stage.BUILD, State.DONE),
        (_("Behov"), Stage.BUILD, State.DONE),
        (_("Plan"), Stage.BUILD, State.UNDER_WAY),
        (_("Nettverk"), Stage.BUILD, State.UNDER_WAY),
        (_("Kompetanse"), Stage.LEARN, State.NOT_STARTED),
        (_("Møter"), Stage.LEARN, State.NOT_STARTED),
        (_("Sløyfer"), Stage.LEARN, State.COMING),
        (_("Deling"), Stage.SHARE, State.COMING),
        (_("Evaluering"), Stage.GROW, State.COMING),
    ]
    return [
        SampleStation(f"s{n}", title, stage, state, None if state is State.COMING else f"#stasjon-{n}")
        for n, (title, stage, state) in enumerate(rows, 1)
    ]


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


def _figures() -> dict[str, object]:
    return {
        "spread": [
            {"label": _("Vi bruker tid sammen på å prøve ut ny praksis."), "counts": [2, 4, 9, 17, 12, 6], "n": 50},
            {"label": _("Jeg får hjelp av en kollega når jeg står fast."), "counts": [0, 1, 3, 10, 22, 14], "n": 50},
            {"label": _("Lederen følger opp det vi blir enige om."), "counts": None, "n": None},
        ],
        "views": [_("Ledere"), _("Ansatte")],
        "means": [
            {"label": _("Felles mål for arbeidet"), "values": [5.1, 4.2]},
            {"label": _("Tid til å øve"), "values": [4.4, 2.8]},
            {"label": _("Rom for å prøve og feile"), "values": [None, 4.9]},
        ],
    }


def _lists() -> dict[str, object]:
    states = [
        (State.NOT_STARTED, _("ikke begynt")),
        (State.UNDER_WAY, _("i gang")),
        (State.DONE, _("ferdig")),
        ("waiting", _("venter på svar")),
        ("stopped", _("avsluttet")),
        (State.COMING, _("kommer")),
    ]
    return {
        "states": states,
        "columns": [
            {"label": _("Enhet"), "sort_url": "?sorter=enhet", "sorted": "ascending"},
            {"label": _("Ansatte"), "numeric": True, "sort_url": "?sorter=ansatte"},
            {"label": _("Stilling"), "sort_url": ""},
        ],
        "rows": [
            [{"text": "Bekkefaret barnehage", "url": "#bekkefaret"}, {"text": "18", "numeric": True}, {"text": _("i gang"), "state": "under_way"}],
            [{"text": "Åsen skole", "url": "#asen"}, {"text": "42", "numeric": True}, {"text": _("ferdig"), "state": "done"}],
        ],
        "steps": [
            {"title": _("Parter og utkast til avtale"), "state": "done", "text": _("ferdig"), "url": "#avtale"},
            {"title": _("Undersøkelse og behov"), "state": "under_way", "text": _("i gang"), "note": _("Svarfrist 3. oktober")},
            {"title": _("Plan"), "state": "not_started", "text": _("ikke begynt")},
        ],
        "turns": [
            {"title": _("Les gjennom utkastet til avtale"), "url": "#avtale", "place": "Lesing i Fjordvik", "due": date(2026, 10, 3), "stage": "build"},
            {"title": _("Gjør klar en utprøving til neste møte"), "url": "#utproving", "place": "Åsen skole", "due": None, "stage": "learn"},
        ],
        "links": [
            {"kind": _("Funn"), "title": _("Fire av ti øver sammen hver måned"), "url": "#funn", "stage": "build"},
            {"kind": _("Behov"), "title": _("Mer tid til å øve sammen"), "url": "#behov", "stage": "build"},
            {"kind": _("Prioritering"), "title": _("Først: fast tid i ukeplanen"), "url": "#prioritering", "current": True, "stage": "build"},
            {"kind": _("Mål"), "title": _("Alle team øver hver annen uke"), "url": "#mal", "stage": "learn", "note": _("Måles våren 2027")},
            {"kind": _("Tiltak"), "title": _("Kollegaveiledning i tre sløyfer"), "url": "#tiltak", "stage": "learn"},
        ],
        "old": _("Partene møtes to ganger i halvåret. Eier setter av tid til forberedelse."),
        "new": _("Partene møtes tre ganger i halvåret. Eier setter av tid til forberedelse og etterarbeid."),
    }
