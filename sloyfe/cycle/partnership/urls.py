"""Addresses of the partnership: inside one (`inside`), and before there is one (`outside`)."""

from django.urls import URLPattern, path

from sloyfe.cycle.partnership.views import (
    acceptance,
    agreement,
    duties,
    expectations,
    gate,
    invitations,
    involvement,
    parties,
    partnerships,
    seats,
    signatures,
)

Included = tuple[list[URLPattern], str]

outside: Included = (
    [
        path("partnerskap/", partnerships.partnerships, name="partnerships"),
        path("invitasjon/", acceptance.code, name="code"),
        path("invitasjon/<str:code>/", acceptance.invitation, name="invitation"),
    ],
    "partnerships",
)


def inside(checks: gate.Checks) -> Included:
    """The pages of one partnership; `checks` gathers what every station asks before the start."""
    pages = [*_who(), *_seats(), *_agreement(), *_duties(), *_gate(checks)]
    return pages, "partnership"


def _who() -> list[URLPattern]:
    return [
        path("parter/", parties.parties, name="parties"),
        path("parter/ny/", parties.new_party, name="new_party"),
        path("parter/egen/", parties.own_organisation, name="own_organisation"),
        path("parter/<uuid:key>/avslutning/", parties.party_end, name="party_end"),
        path("parter/<uuid:key>/gjenopptak/", parties.party_return, name="party_return"),
        path("parter/<uuid:key>/bekreftelse/", parties.confirmation, name="confirmation"),
        path("sammensetning/", parties.composition, name="composition"),
        path("enheter/<uuid:place>/innsyn/", parties.consent, name="consent"),
        path("forventninger/", expectations.expectations, name="expectations"),
        path("forventninger/<uuid:key>/", expectations.expectation, name="expectation"),
        path("forventninger/<uuid:key>/enighet/", expectations.expectation_agreed, name="expectation_agreed"),
        path("forventninger/<uuid:key>/gjenopning/", expectations.expectation_reopened, name="expectation_reopened"),
        path("medvirkning/", involvement.involvement, name="involvement"),
        path("medvirkning/<uuid:key>/fjerning/", involvement.involvement_removal, name="involvement_removal"),
    ]


def _seats() -> list[URLPattern]:
    return [
        path("folk/", seats.seats, name="seats"),
        path("folk/<uuid:key>/avslutning/", seats.seat_end, name="seat_end"),
        path("folk/<uuid:key>/gjenopptak/", seats.seat_return, name="seat_return"),
        path("folk/<uuid:key>/overlevering/", seats.handover, name="handover"),
        path("invitasjoner/", invitations.invitations, name="invitations"),
        path("invitasjoner/ledere/", invitations.leader_invitations, name="leader_invitations"),
        path("invitasjoner/sted/<uuid:key>/", invitations.new_invitation, name="new_invitation"),
        path("invitasjoner/sted/<uuid:key>/ansatte/", invitations.staff_invitations, name="staff_invitations"),
        path("invitasjoner/sted/<uuid:key>/lapper/", invitations.slips, name="slips"),
        path("invitasjoner/<uuid:key>/tilbaketrekking/", invitations.withdrawal, name="withdrawal"),
    ]


def _agreement() -> list[URLPattern]:
    return [
        path("avtale/", agreement.agreement, name="agreement"),
        path("avtale/punkt/<str:key>/", agreement.section, name="section"),
        path("avtale/utgaver/", agreement.versions, name="versions"),
        path("avtale/utgave/", agreement.version, name="version"),
        path("avtale/signatur/", signatures.signatures, name="signatures"),
        path("avtale/dokument/<str:language>/<str:fmt>/", agreement.document, name="document"),
    ]


def _duties() -> list[URLPattern]:
    return [
        path("oppgaver/", duties.tasks, name="tasks"),
        path("oppgaver/<uuid:key>/", duties.task, name="task"),
        path("oppgaver/<uuid:key>/status/", duties.task_done, name="task_done"),
        path("datoer/", duties.year_wheel, name="year_wheel"),
        path("datoer/<uuid:key>/", duties.year_wheel_date, name="year_wheel_date"),
        path("tid/", duties.hours, name="hours"),
    ]


def _gate(checks: gate.Checks) -> list[URLPattern]:
    passed = {"checks": checks}
    return [
        path("klar-til-start/", gate.gate, passed, name="gate"),
        path("klar-til-start/sjekkliste/", gate.readiness, name="readiness"),
        path("klar-til-start/start/", gate.start, passed, name="start"),
        path("klar-til-start/begrunnelse/", gate.early_start, passed, name="early_start"),
        path("klar-til-start/angring/", gate.start_undo, name="start_undo"),
    ]
