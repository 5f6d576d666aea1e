"""How far the partnership has come in a round, what waits for whom, and its dates."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.contract import CalendarEvent, State, Summary, Turn
from sloyfe.cycle.partnership.models import AgreementVersion, PartnerConfirmation, PartyRole, Round, UnitTime
from sloyfe.cycle.partnership.queries import agreement, duties, gate, rounds, signatures


def summary(this_round: Round) -> Summary:
    """One line for the drawn circle."""
    count = len(rounds.parties(this_round.space))
    line = ngettext("%(count)s part er med", "%(count)s parter er med", count) % {"count": count}
    if not count:
        return Summary(State.NOT_STARTED, _("Ingen parter er med ennå"))
    begun = agreement.agreement_of(this_round)
    newest = agreement.newest_version(begun) if begun else None
    if newest and not signatures.missing(newest):
        return Summary(State.DONE, _("Avtalen er signert av alle"))
    if gate.start_of(this_round):
        return Summary(State.UNDER_WAY, _("Klar til start, avtalen venter på signaturer"))
    return Summary(State.UNDER_WAY, line)


def turns(this_round: Round, visit: Visit) -> list[Turn]:
    """What waits for this person here."""
    begun = agreement.agreement_of(this_round)
    newest = agreement.newest_version(begun) if begun else None
    started = gate.start_of(this_round) is not None
    found = list(_own_tasks(this_round, visit))
    if visit.may(Can.PARTY_CHANGE) and not started:
        found.extend(_coordinator(this_round, visit))
    if visit.may(Can.AGREEMENT_SIGN) and started and newest:
        found.extend(_to_sign(newest, visit))
    if not started:
        found.extend(_to_answer(this_round, visit))
    return found


def events(this_round: Round) -> list[CalendarEvent]:
    """The dates of the year wheel and the tasks that are not done."""
    slug, language = this_round.space.slug, get_language() or "nb"
    wheel = reverse("partnership:year_wheel", args=[slug])
    to_do = reverse("partnership:tasks", args=[slug])
    dates = [CalendarEvent(row.on, row.title.read(language), wheel) for row in duties.dates(this_round)]
    due = [
        CalendarEvent(row.due, row.what.read(language), to_do)
        for row in duties.tasks(this_round)
        if not hasattr(row, "done")
    ]
    return sorted([*dates, *due], key=lambda event: event.on)


def _own_tasks(this_round: Round, visit: Visit) -> Iterator[Turn]:
    url = reverse("partnership:tasks", args=[visit.space.slug])
    for task in duties.tasks(this_round):
        if task.person_id == visit.person.pk and not hasattr(task, "done"):
            yield Turn(task.what.read(get_language() or "nb"), url, due=task.due, weight=30)


def _coordinator(this_round: Round, visit: Visit) -> Iterator[Turn]:
    slug = visit.space.slug
    taking_part = {party.role for party in rounds.parties(visit.space)}
    if not {PartyRole.OWNER, PartyRole.UNIT} <= taking_part:
        yield Turn(_("Legg til eiere og enheter"), reverse("partnership:new_party", args=[slug]), weight=10)
        return
    if PartyRole.PARTNER not in taking_part:
        yield Turn(_("Legg til en kompetansepartner"), reverse("partnership:new_party", args=[slug]), weight=20)
    begun = agreement.agreement_of(this_round)
    left = len(agreement.unfinished(begun)) if begun else 6
    if left:
        line = ngettext("Skriv ett punkt i avtalen", "Skriv %(count)s punkter i avtalen", left) % {"count": left}
        yield Turn(line, reverse("partnership:agreement", args=[slug]), weight=40)
    elif visit.may(Can.GATE_OVERRIDE):
        yield Turn(_("Se om dere er klare til start"), reverse("partnership:gate", args=[slug]), weight=45)


def _to_sign(newest: AgreementVersion, visit: Visit) -> Iterator[Turn]:
    for each in signatures.signing(newest, visit):
        if each.is_mine and each.signature is None:
            title = _("Signer avtalen for %(party)s") % {"party": each.party.organisation.name}
            yield Turn(title, reverse("partnership:signatures", args=[visit.space.slug]), weight=15)


def _to_answer(this_round: Round, visit: Visit) -> Iterator[Turn]:
    """What only the party itself can say: the unit its hours, the partner its yes."""
    mine = [party for party in rounds.parties(visit.space) if signatures.signs_for(visit, party)]
    units = [party for party in mine if party.role == PartyRole.UNIT]
    partners = [party for party in mine if party.role == PartyRole.PARTNER]
    slug = visit.space.slug
    if units:
        timed = UnitTime.objects.in_space(visit.space).filter(round=this_round, party__in=units)
        if timed.count() < len(units):
            yield Turn(_("Før opp felles utviklingstid"), reverse("partnership:hours", args=[slug]), weight=50)
    if partners:
        said = PartnerConfirmation.objects.in_space(visit.space).filter(round=this_round, party__in=partners)
        if said.count() < len(partners):
            yield Turn(_("Bekreft at dere er med"), reverse("partnership:parties", args=[slug]), weight=25)
