"""What the meetings station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.meetings.queries import decisions, thread
from sloyfe.cycle.meetings.queries.activities import onward
from sloyfe.cycle.meetings.queries.origins import origins
from sloyfe.cycle.meetings.queries.turns import events, glance
from sloyfe.cycle.partnership.contract import Retention, Stage, Station

FIVE_YEARS = _("Fem år etter at runden er avsluttet")
TWO_DAYS = _("To dager, eller til noen kaster den")
A_MONTH = _("Tretti dager etter møtet, eller til deltakeren går ut")
TABLES = _("Hvor mange grupper det var, uten hvem som satt i dem.")
SEATED = _("Hvem som satt sammen, trengs bare mens møtet pågår.")
POINTS = _("Hva gruppene kom til, og aldri hvem som sa det.")
PRIORITIES = _("Hva møtet satte først og hvorfor, uten hvem som mente hva.")
BECAME = _("Hva møtet førte til, så en kan se hvor det kom fra.")
COURSE = _("Hvordan tiden gikk, uten noe av det som ble sagt.")

STATION = Station(
    name="meetings",
    title=_("Møter"),
    stage=Stage.LEARN,
    url_name="meetings:meetings",
    see=Can.MEETING_SEE,
    glance=glance,
    events=events,
    came_from=lambda key, now: [*decisions.came_from(key, now), *thread.came_from(key, now)],
    came_of=lambda key, now: [*decisions.came_of(key, now), *thread.came_of(key, now)],
    origins=origins,
    onward=onward,
    retention=(
        Retention(
            "meetings.Meeting", FIVE_YEARS, _("Møtene viser hvordan runden ble til, og neste runde bygger på dem.")
        ),
        Retention("meetings.MeetingActivity", FIVE_YEARS, _("Hvor møtet kom fra.")),
        Retention("meetings.MeetingElement", FIVE_YEARS, _("Det møtet arbeidet med, følger møtet.")),
        Retention("meetings.MeetingPhase", FIVE_YEARS, _("Gangen i et møte følger møtet.")),
        Retention("meetings.ScriptTemplate", FIVE_YEARS, _("Egne maler brukes om igjen, og bærer ingen navn.")),
        Retention("meetings.TemplateRemoval", FIVE_YEARS, _("Egne maler brukes om igjen, og bærer ingen navn.")),
        Retention("meetings.Rehearsal", TWO_DAYS, _("En øving er bare til for å prøve møtet.")),
        Retention("meetings.MeetingFeedback", FIVE_YEARS, _("Hvilken undersøkelse som hører til møtet.")),
        Retention("meetings.EarlierScript", FIVE_YEARS, _("Gangen i et møte følger møtet.")),
        Retention("meetings.Omission", FIVE_YEARS, _("Gangen i et møte følger møtet.")),
        Retention("meetings.Cancellation", FIVE_YEARS, _("Et avlyst møte er også en del av runden.")),
        Retention("meetings.Door", FIVE_YEARS, _("Koden virker ikke lenger når møtet er holdt.")),
        Retention("meetings.Attendee", A_MONTH, _("Navnene trengs bare mens møtet pågår.")),
        Retention("meetings.ExtraTime", A_MONTH, _("Ekstra tid gjelder bare i dette møtet.")),
        Retention("meetings.Note", A_MONTH, _("Bare den som skrev dem, kan lese dem, og bare så lenge.")),
        Retention("meetings.Seating", FIVE_YEARS, TABLES),
        Retention("meetings.Group", FIVE_YEARS, TABLES),
        Retention("meetings.Chair", A_MONTH, SEATED),
        Retention("meetings.SeatingWithdrawal", FIVE_YEARS, TABLES),
        Retention("meetings.TableLock", FIVE_YEARS, TABLES),
        Retention("meetings.ChairLock", A_MONTH, SEATED),
        Retention("meetings.TableMove", A_MONTH, SEATED),
        Retention("meetings.Absence", A_MONTH, SEATED),
        Retention("meetings.RoleDraw", A_MONTH, SEATED),
        Retention("meetings.TableTurn", FIVE_YEARS, COURSE),
        Retention("meetings.RetiredCode", FIVE_YEARS, _("Koden virker ikke lenger når møtet er holdt.")),
        Retention("meetings.Point", FIVE_YEARS, POINTS),
        Retention("meetings.PointAgreement", FIVE_YEARS, POINTS),
        Retention("meetings.CommonPoint", FIVE_YEARS, POINTS),
        Retention("meetings.PointMerge", FIVE_YEARS, POINTS),
        Retention("meetings.DotCard", FIVE_YEARS, PRIORITIES),
        Retention("meetings.Dots", FIVE_YEARS, PRIORITIES),
        Retention("meetings.DotReason", FIVE_YEARS, PRIORITIES),
        Retention("meetings.Carrying", FIVE_YEARS, PRIORITIES),
        Retention("meetings.Outcome", FIVE_YEARS, BECAME),
        Retention("meetings.TableTask", FIVE_YEARS, BECAME),
        Retention("meetings.LaidFigures", FIVE_YEARS, COURSE),
        Retention("meetings.Objection", FIVE_YEARS, POINTS),
        Retention("meetings.Unlikeness", FIVE_YEARS, POINTS),
        Retention("meetings.MeetingDecision", FIVE_YEARS, _("Det som ble bestemt, følges opp i planen.")),
        Retention("meetings.PhaseStart", FIVE_YEARS, COURSE),
        Retention("meetings.Extension", FIVE_YEARS, COURSE),
        Retention("meetings.Pause", FIVE_YEARS, COURSE),
        Retention("meetings.Resumption", FIVE_YEARS, COURSE),
        Retention("meetings.Holding", FIVE_YEARS, _("Hvor mange som var med, og hva det kom til, uten navn.")),
    ),
)
