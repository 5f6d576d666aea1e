"""Telling the needs reports what the plan knows: goals with their signs, and measures."""

from datetime import datetime

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.actions.reports import fill_empty
from sloyfe.cycle.needs.queries import reports
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import Measure
from sloyfe.cycle.plan.queries.goals import goals
from sloyfe.cycle.plan.queries.measures import measures
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class NothingToFill(Refusal):
    """The fields are written already, or there is no report."""

    sentence = _("Ingen behovsmelding har tomme felt for mål og tiltak. Det som er skrevet der, blir stående.")


@transaction.atomic
def tell_needs_reports(this_round: Round, *, by: Person, at: datetime) -> int:
    """Fill goals and activities where nobody has written; how many fields were filled."""
    wished = [text for goal in goals(this_round) for text in (goal.wording, *(sign.words for sign in goal.signs.all()))]
    known = {"goals": reports.joined(wished), "activities": reports.joined([_line(m) for m in measures(this_round)])}
    filled = sum(fill_empty(report, known, by=by, at=at) for report in reports.reports(this_round))
    if not filled:
        raise NothingToFill
    return filled


def _line(measure: Measure) -> Text:
    days = [date_format(day, "j.n.Y") for day in (measure.starts, measure.ends) if day]
    when = f" ({'–'.join(days)})" if days else ""
    return Text.of(**{lang: measure.title.read(lang) + when for lang in ("nb", "nn")})
