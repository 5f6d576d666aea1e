"""Writing the needs report, and noting the award and what each brings along."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.needs.content.report import report_content
from sloyfe.cycle.needs.models import Award, NeedsReport, OwnShare, ReportAnswer, ReportScheme, ShareKind
from sloyfe.cycle.needs.queries import reports as queries
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class AlreadyBegun(Refusal):
    """One report for an owner, a county and a year."""

    sentence = _("Denne eieren har allerede en behovsmelding til samme fylke og år.")


class AlreadyAwarded(Refusal):
    """An award is noted once."""

    sentence = _("Tildelingen er allerede skrevet inn.")


@transaction.atomic
def begin_report(
    this_round: Round,
    applicant: Party,
    *,
    county: str,
    year: int,
    due_on: date | None,
    own_share_percent: int | None,
    by: Person,
    at: datetime,
) -> NeedsReport:
    """Set up the county's rules and fill in what is known."""
    scheme, _made = ReportScheme.objects.in_space(this_round.space).update_or_create(
        space=this_round.space,
        county=county.strip(),
        year=year,
        defaults={"due_on": due_on, "own_share_percent": own_share_percent},
    )
    rows = NeedsReport.objects.in_space(this_round.space)
    if rows.filter(round=this_round, scheme=scheme, applicant=applicant).exists():
        raise AlreadyBegun
    report = NeedsReport.objects.create(
        space=this_round.space, round=this_round, scheme=scheme, applicant=applicant, begun_by=by, begun_at=at
    )
    known = queries.prefill(this_round, scheme, applicant, by)
    fields = report_content().fields
    ReportAnswer.objects.bulk_create(
        ReportAnswer(report=report, field=field.key, words=known.get(field.key, Text())) for field in fields
    )
    audit.record(act="report.begun", about=report, by=by, at=at, space=this_round.space)
    return report


@transaction.atomic
def answer_field(answer: ReportAnswer, words: Text, *, version: int, by: Person, at: datetime) -> ReportAnswer:
    """Rewrite one field."""
    save_version(answer, version=version, words=answer.words.rewritten(words))
    audit.record(act="report.answered", about=answer, by=by, at=at, space=answer.report.space)
    return answer


@transaction.atomic
def fill_empty(report: NeedsReport, known: Mapping[str, Text], *, by: Person, at: datetime) -> int:
    """Fill fields that nobody has written in yet; a later station calls this with what it knows."""
    empty = [answer for answer in report.answers.filter(field__in=known) if not answer.words and known[answer.field]]
    for answer in empty:
        answer_field(answer, known[answer.field], version=answer.version, by=by, at=at)
    return len(empty)


@transaction.atomic
def note_award(
    report: NeedsReport, *, amount: int, awarded_on: date, reference: str, by: Person, at: datetime
) -> Award:
    """Write down what the county gave."""
    award, made = Award.objects.get_or_create(
        report=report,
        defaults={
            "amount": amount,
            "awarded_on": awarded_on,
            "reference": reference,
            "recorded_by": by,
            "recorded_at": at,
        },
    )
    if not made:
        raise AlreadyAwarded
    audit.record(act="award.noted", about=award, by=by, at=at, space=report.space)
    return award


@transaction.atomic
def note_own_share(
    report: NeedsReport, party: Party, *, kind: ShareKind, amount: int, note: str, by: Person, at: datetime
) -> OwnShare:
    """Write down what a party brings along, in money or time."""
    share = OwnShare.objects.create(report=report, party=party, kind=kind, amount=amount, note=note)
    audit.record(act="own_share.noted", about=share, by=by, at=at, space=report.space)
    return share
