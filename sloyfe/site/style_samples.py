"""What the style guide shows its components with; nothing here is real."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sloyfe.cycle.partnership.contract import Stage, State


@dataclass(frozen=True)
class SampleStation:
    """A station with nothing behind it."""

    name: str
    title: str
    stage: Stage
    state: State
    url: str | None
    is_current: bool = False


def stations() -> list[SampleStation]:
    """The nine stations, in all four states."""
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


def figures() -> dict[str, object]:
    """Figures for the charts, one of them hidden."""
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


def lists() -> dict[str, object]:
    """Rows for tables, steps, turns and the red thread."""
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
            [
                {"text": "Bekkefaret barnehage", "url": "#bekkefaret"},
                {"text": "18", "numeric": True},
                {"text": _("i gang"), "state": "under_way"},
            ],
            [
                {"text": "Åsen skole", "url": "#asen"},
                {"text": "42", "numeric": True},
                {"text": _("ferdig"), "state": "done"},
            ],
        ],
        **_on_the_way(),
    }


def _on_the_way() -> dict[str, object]:
    return {
        "steps": [
            {"title": _("Parter og utkast til avtale"), "state": "done", "text": _("ferdig"), "url": "#avtale"},
            {
                "title": _("Undersøkelse og behov"),
                "state": "under_way",
                "text": _("i gang"),
                "note": _("Svarfrist 3. oktober"),
            },
            {"title": _("Plan"), "state": "not_started", "text": _("ikke begynt")},
        ],
        "turns": [
            {
                "title": _("Les gjennom utkastet til avtale"),
                "url": "#avtale",
                "place": "Lesing i Fjordvik",
                "due": date(2026, 10, 3),
                "stage": "build",
            },
            {
                "title": _("Gjør klar en utprøving til neste møte"),
                "url": "#utproving",
                "place": "Åsen skole",
                "due": None,
                "stage": "learn",
            },
        ],
        "links": [
            {"kind": _("Funn"), "title": _("Fire av ti øver sammen hver måned"), "url": "#funn", "stage": "build"},
            {"kind": _("Behov"), "title": _("Mer tid til å øve sammen"), "url": "#behov", "stage": "build"},
            {
                "kind": _("Prioritering"),
                "title": _("Først: fast tid i ukeplanen"),
                "url": "#prioritering",
                "current": True,
                "stage": "build",
            },
            {
                "kind": _("Mål"),
                "title": _("Alle team øver hver annen uke"),
                "url": "#mal",
                "stage": "learn",
                "note": _("Måles våren 2027"),
            },
            {"kind": _("Tiltak"), "title": _("Kollegaveiledning i tre sløyfer"), "url": "#tiltak", "stage": "learn"},
        ],
        "old": _("Partene møtes to ganger i halvåret. Eier setter av tid til forberedelse."),
        "new": _("Partene møtes tre ganger i halvåret. Eier setter av tid til forberedelse og etterarbeid."),
    }
