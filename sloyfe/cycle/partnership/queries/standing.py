"""How far the partnership has come in a round, what waits for whom, and its dates."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.contract import CalendarEvent, Glance, Reading, State, Summary, Turn
from sloyfe.cycle.partnership.models import PartnerConfirmation, PartyRole, Round, Task, UnitTime
from sloyfe.cycle.partnership.queries import agreement, duties, signatures
from sloyfe.cycle.partnership.queries.reading import Signing


def glance(now: Reading, visit: Visit) -> Glance:
    """The line and the turns, from one reading."""
    signing = Signing(now)
    return Glance(_summary(signing), _turns(signing, visit))


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


def _summary(signing: Signing) -> Summary:
    count = len(signing.now.parties)
    line = ngettext("%(count)s part er med", "%(count)s parter er med", count) % {"count": count}
    if not count:
        return Summary(State.NOT_STARTED, _("Ingen parter er med ennå"))
    if signing.newest and not signing.unsigned:
        return Summary(State.DONE, _("Avtalen er signert av alle"))
    if signing.now.start:
        return Summary(State.UNDER_WAY, _("Klar til start, avtalen venter på signaturer"))
    return Summary(State.UNDER_WAY, line)


def _turns(signing: Signing, visit: Visit) -> list[Turn]:
    now = signing.now
    found = list(_own_tasks(now.round, visit))
    if visit.may(Can.PARTY_CHANGE) and not now.start:
        found.extend(_coordinator(now, visit))
    if visit.may(Can.AGREEMENT_SIGN) and now.start and signing.newest:
        found.extend(_to_sign(signing, visit))
    if not now.start:
        found.extend(_to_answer(now, visit))
    return found


def _own_tasks(this_round: Round, visit: Visit) -> Iterator[Turn]:
    url = reverse("partnership:tasks", args=[visit.space.slug])
    mine = Task.objects.in_space(visit.space).filter(round=this_round, person=visit.person, done=None)
    for what, due in mine.order_by("due", "made_at").values_list("what", "due"):
        yield Turn(what.read(get_language() or "nb"), url, due=due, weight=30)


def _coordinator(now: Reading, visit: Visit) -> Iterator[Turn]:
    slug = visit.space.slug
    taking_part = {party.role for party in now.parties}
    if not {PartyRole.OWNER, PartyRole.UNIT} <= taking_part:
        yield Turn(_("Legg til eiere og enheter"), reverse("partnership:new_party", args=[slug]), weight=10)
        return
    if PartyRole.PARTNER not in taking_part:
        yield Turn(_("Legg til en kompetansepartner"), reverse("partnership:new_party", args=[slug]), weight=20)
    rows = agreement.sections_in(now.round)
    left = len(agreement.unfinished(rows)) if rows else 6
    if left:
        line = ngettext("Skriv %(count)s punkt i avtalen", "Skriv %(count)s punkter i avtalen", left) % {"count": left}
        yield Turn(line, reverse("partnership:agreement", args=[slug]), weight=40)
    elif visit.may(Can.GATE_OVERRIDE):
        yield Turn(_("Se om dere er klare til start"), reverse("partnership:gate", args=[slug]), weight=45)


def _to_sign(signing: Signing, visit: Visit) -> Iterator[Turn]:
    for party in signing.unsigned:
        if signatures.signs_for(visit, party):
            title = _("Signer avtalen for %(party)s") % {"party": party.organisation.name}
            yield Turn(title, reverse("partnership:signatures", args=[visit.space.slug]), weight=15)


def _to_answer(now: Reading, visit: Visit) -> Iterator[Turn]:
    """What only the party itself can say: the unit its hours, the partner its yes."""
    mine = [party for party in now.parties if signatures.signs_for(visit, party)]
    units = [party for party in mine if party.role == PartyRole.UNIT]
    partners = [party for party in mine if party.role == PartyRole.PARTNER]
    slug = visit.space.slug
    if units:
        timed = UnitTime.objects.in_space(visit.space).filter(round=now.round, party__in=units)
        if timed.count() < len(units):
            yield Turn(_("Før opp felles utviklingstid"), reverse("partnership:hours", args=[slug]), weight=50)
    if partners:
        said = PartnerConfirmation.objects.in_space(visit.space).filter(round=now.round, party__in=partners)
        if said.count() < len(partners):
            yield Turn(_("Bekreft at dere er med"), reverse("partnership:parties", args=[slug]), weight=25)
