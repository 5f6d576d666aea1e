"""The agreement as it stands: its sections and how far each has come."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.content.agreement import SectionTemplate, section_templates
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion, Round, Section
from sloyfe.kit.text import Status, Text

TO_FILL_IN = re.compile(r"\[[^\]\n]+\]")


class Written(StrEnum):
    """How far a section has come."""

    EMPTY = "empty"
    BEGUN = "begun"
    PREFILLED = "prefilled"
    WRITTEN = "written"


WORDS: dict[Written, Promise] = {
    Written.EMPTY: _("ikke begynt"),
    Written.BEGUN: _("har hull å fylle ut"),
    Written.PREFILLED: _("forslag til tekst"),
    Written.WRITTEN: _("skrevet"),
}
SHAPE = {
    Written.EMPTY: "not_started",
    Written.BEGUN: "under_way",
    Written.PREFILLED: "done",
    Written.WRITTEN: "done",
}
LANGUAGE_WORDS: dict[Status, Promise] = {
    Status.MISSING: _("mangler"),
    Status.OLDER: _("må oppdateres"),
    Status.OK: _("i orden"),
}
LANGUAGE_SHAPE = {Status.MISSING: "not_started", Status.OLDER: "waiting", Status.OK: "done"}


@dataclass(frozen=True)
class SectionNow:
    """A section with its template and its standing."""

    section: Section
    template: SectionTemplate
    written: Written

    @property
    def finished(self) -> bool:
        """Nothing is left to fill in."""
        return self.written in (Written.PREFILLED, Written.WRITTEN)

    @property
    def words(self) -> Promise:
        """The standing in a word or two."""
        return WORDS[self.written]

    @property
    def shape(self) -> str:
        """The standing as the mark beside the word."""
        return SHAPE[self.written]

    @property
    def languages(self) -> list[dict[str, object]]:
        """How each language stands."""
        statuses = [(lang, self.section.body.status(lang)) for lang in ("nb", "nn")]
        return [{"lang": lang, "state": LANGUAGE_SHAPE[s], "words": LANGUAGE_WORDS[s]} for lang, s in statuses]


def agreement_of(this_round: Round) -> Agreement | None:
    """The agreement of a round, if somebody has begun it."""
    found = Agreement.objects.in_space(this_round.space).filter(round=this_round).first()
    if found:
        found.round = this_round
    return found


def sections(agreement: Agreement) -> list[SectionNow]:
    """All eighteen in order, each with its standing."""
    return _standing(agreement.sections.all())


def sections_in(this_round: Round) -> list[SectionNow]:
    """The same for a round; none while its agreement is not begun."""
    return _standing(Section.objects.in_space(this_round.space).filter(agreement__round=this_round))


def section(agreement: Agreement, key: str) -> SectionNow | None:
    """One section."""
    return next((each for each in sections(agreement) if each.section.key == key), None)


def written(body: Text, template: SectionTemplate) -> Written:
    """How far a text has come from its template."""
    words = dict(body.entries)
    if not words or words == dict(template.starter.entries):
        return Written.EMPTY
    if any(TO_FILL_IN.search(entry) for entry in words.values()):
        return Written.BEGUN
    return Written.PREFILLED if words == dict(template.prefilled.entries) else Written.WRITTEN


def unfinished(rows: Iterable[SectionNow]) -> list[SectionNow]:
    """The required sections that still have something to fill in."""
    return [each for each in rows if each.section.required and not each.finished]


def versions(agreement: Agreement) -> list[AgreementVersion]:
    """Every version put forward, newest first."""
    rows = agreement.versions.select_related("made_by", "amendment").order_by("-number")
    return list(rows.prefetch_related("signatures__party__organisation"))


def newest_in_brief(this_round: Round) -> AgreementVersion | None:
    """The version that is signed now, without its wording, and who put it forward."""
    rows = AgreementVersion.objects.in_space(this_round.space).filter(agreement__round=this_round)
    return rows.defer("content").select_related("made_by").order_by("-number").first()


def version(agreement: Agreement, number: str) -> AgreementVersion | None:
    """The version with this number."""
    rows = agreement.versions.filter(number=int(number)) if number.isdecimal() else agreement.versions.none()
    return rows.select_related("agreement__round__space", "space", "amendment").first()


def newest_version(agreement: Agreement) -> AgreementVersion | None:
    """The version that is signed now, if one has been put forward."""
    return agreement.versions.select_related("agreement__round__space").order_by("-number").first()


def _standing(rows: QuerySet[Section]) -> list[SectionNow]:
    templates = section_templates()
    found = [(row, templates[row.key]) for row in rows.order_by("number")]
    return [SectionNow(row, template, written(row.body, template)) for row, template in found]
