"""Reads about the needs report: its fields, what they are filled with, and what is missing."""

from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.algorithms.prioritisation import Kind, Method
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.content.report import ReportField, report_content
from sloyfe.cycle.needs.models import Need, NeedsReport, ReportAnswer, ReportScheme
from sloyfe.cycle.needs.queries import order, prioritisation
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


@dataclass(frozen=True)
class Filled:
    """A field of the report with its answer."""

    field: ReportField
    answer: ReportAnswer

    @property
    def is_missing(self) -> bool:
        """Whether something required has not been said."""
        return self.field.required and not self.answer.words


def schemes(space: Space) -> list[ReportScheme]:
    """The counties and years that have been set up."""
    return list(ReportScheme.objects.in_space(space).order_by("-year", "county"))


def reports(this_round: Round) -> list[NeedsReport]:
    """The needs reports of a round."""
    rows = NeedsReport.objects.in_space(this_round.space).filter(round=this_round)
    return list(rows.select_related("scheme", "applicant__organisation").order_by("begun_at"))


def report(space: Space, key: UUID) -> NeedsReport | None:
    """One needs report of this partnership."""
    rows = NeedsReport.objects.in_space(space).filter(pk=key)
    related = ("space", "round", "scheme", "applicant__organisation", "award", "begun_by")
    return rows.select_related(*related).prefetch_related("answers", "own_shares__party__organisation").first()


def filled(report: NeedsReport) -> list[Filled]:
    """Every field that this county asks for, with its answer."""
    answers = {answer.field: answer for answer in report.answers.all()}
    return [
        Filled(field, answers[field.key])
        for field in report_content().fields
        if field.key in answers and (field.only_when != "own_share" or report.scheme.own_share_percent)
    ]


def least_own_share(report: NeedsReport) -> int | None:
    """What the owner must bring along of the award, where the county says so."""
    award = getattr(report, "award", None)
    percent = report.scheme.own_share_percent
    return round(award.amount * percent / 100) if award and percent else None


def prefill(this_round: Round, scheme: ReportScheme, applicant: Party, contact: Person) -> dict[str, Text]:
    """What is already known, field by field."""
    space = this_round.space
    parties = partnership.parties(space)
    owners = [party for party in parties if party.role == PartyRole.OWNER and party.pk != applicant.pk]
    years = f"{this_round.school_year}–{this_round.school_year + 2}"
    return {
        "scheme": same(f"{scheme.county} {scheme.year}"),
        "owner": same(applicant.organisation.name),
        "owner_number": same(applicant.organisation.number or ""),
        "contact": same(f"{contact.name}, {contact.email}"),
        "measure_title": partnership.partnership(space).name,
        "together_with": same(_names(owners)),
        "units": same(_names([party for party in parties if party.role == PartyRole.UNIT])),
        "partner": same(_names([party for party in parties if party.role == PartyRole.PARTNER])),
        "need_analysis": analysis(this_round),
        "staff_involvement": _involvement(this_round),
        "period": same(years),
    }


def analysis(this_round: Round) -> Text:
    """The prioritised needs and the grounds for each."""
    rows = prioritisation.priorities(this_round)
    return joined([*(text for row in rows for text in (row.need.wording, row.grounds)), *_order(this_round)])


def same(words: str) -> Text:
    """Names and numbers are alike in both languages."""
    return Text.of(nb=words, nn=words)


def _order(this_round: Round) -> list[Text]:
    """How the order of the points came about, and what the groups agreed on; nothing where too few gave points."""
    points = prioritisation.prioritisation(this_round)
    if points is None or not points.is_decided:
        return []
    result = order.result(points)
    if not result.numbers_shown:
        return []
    words = needs_content().order
    method = words.kemeny if result.method is Method.KEMENY else words.borda
    numbers = {"people": same(str(result.givers)), "needs": same(str(len(result.lines)))}
    found = [_filled(method, numbers)]
    for kind, told in ((Kind.HIGH, words.agreed), (Kind.CONTESTED, words.contested)):
        if needs := [line.need.wording for line in result.lines if line.kind is kind]:
            found.append(_filled(told, {"needs": _sentences(needs)}))
    return found


def _filled(words: Text, values: dict[str, Text]) -> Text:
    """The words with their places filled, in each language."""
    told = {lang: {key: value.read(lang) for key, value in values.items()} for lang in ("nb", "nn")}
    return Text.of(**{lang: words.read(lang).format(**told[lang]) for lang in told})


def _sentences(texts: list[Text]) -> Text:
    return Text.of(**{lang: " ".join(text.read(lang) for text in texts) for lang in ("nb", "nn")})


def _names(parties: list[Party]) -> str:
    return ", ".join(party.organisation.name for party in parties)


def _involvement(this_round: Round) -> Text:
    needs = Need.objects.in_space(this_round.space).filter(round=this_round, place__isnull=False)
    said = {str(need.involvement): need.involvement for need in needs.order_by("worded_at") if need.involvement}
    return joined(list(said.values()))


def joined(texts: list[Text]) -> Text:
    """Several texts one after the other, each in the nearest language it has; the same words are said once."""
    spoken = {lang: [said for text in texts if (said := text.read(lang))] for lang in ("nb", "nn")}
    words = {lang: "\n\n".join(dict.fromkeys(said)) for lang, said in spoken.items()}
    return Text.of(**words)
