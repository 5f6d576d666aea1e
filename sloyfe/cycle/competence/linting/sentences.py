"""What each finding says to whoever writes."""

import re
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.cycle.competence.linting.rules import Finding, Rule
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.markup.tree import Kind, Language
from sloyfe.cycle.competence.reading.comparing import BOXES, COUNTED, OUTSIDE, Unlike
from sloyfe.cycle.competence.reading.sentences import DEFECTS
from sloyfe.kit.refusal import Sentence

OWN: dict[Rule, Sentence] = {
    Rule.ORDER_DIFFERS: gettext_lazy("Delene står ikke i samme rekkefølge på bokmål og nynorsk."),
    Rule.HEADING_JUMPS: gettext_lazy("Overskriften hopper over et nivå. De som lytter til siden, mister tråden."),
    Rule.HEADING_EMPTY: gettext_lazy("Overskriften har ingen ord."),
    Rule.PAGE_EMPTY: gettext_lazy("Siden er tom."),
}
LAGGING: dict[tuple[Rule, Language], Sentence] = {
    (Rule.TRANSLATION_MISSING, Language.NB): gettext_lazy("Bokmål mangler."),
    (Rule.TRANSLATION_MISSING, Language.NN): gettext_lazy("Nynorsk mangler."),
    (Rule.TRANSLATION_OLDER, Language.NB): gettext_lazy("Nynorsken er endret etter at bokmålet ble skrevet."),
    (Rule.TRANSLATION_OLDER, Language.NN): gettext_lazy("Bokmålet er endret etter at nynorsken ble skrevet."),
}
KINDS: dict[str, Sentence] = {
    Kind.GOALS: gettext_lazy("mål"), Kind.TASK: gettext_lazy("oppgave"), Kind.TIP: gettext_lazy("tips"),
    Kind.TOOLS: gettext_lazy("utstyr"), Kind.TIME: gettext_lazy("tid"), Kind.INFO: gettext_lazy("informasjon"),
    Kind.IMPORTANT: gettext_lazy("viktig"), Kind.WARNING: gettext_lazy("advarsel"), Kind.QUOTE: gettext_lazy("sitat"),
    Kind.LEADER: gettext_lazy("til den som leder"), Kind.LINK: gettext_lazy("les mer"), Kind.LAW: gettext_lazy("lov"),
    Kind.GENERAL: gettext_lazy("merk"), Kind.EXAMPLE: gettext_lazy("eksempel"),
    Kind.REVEAL: gettext_lazy("skjult tekst"), Kind.TABS: gettext_lazy("faner"),
    Kind.ACCORDION: gettext_lazy("trekkspill"),
}  # fmt: skip

LANGUAGES: dict[Language, Sentence] = {
    Language.NB: gettext_lazy("bokmål"), Language.NN: gettext_lazy("nynorsk"), Language.SE: gettext_lazy("nordsamisk"),
}  # fmt: skip
# As the comparison of a package quotes it; reports keep the quote and are read in either language.
DIFFERENT_BOXES = re.compile(r"(?P<one>nb|nn|se): (?P<ours>[^|]*) \| (?P<other>nb|nn|se): (?P<yours>[^|]*)")
DIFFERENT_NUMBERS = re.compile(
    r"(?P<number>\d+)\. (?P<kind>[a-z_ ]+): (?P<what>links|list items|embeds) "
    r"(?P<one>nb|nn|se) (?P<ours>\d+), (?P<other>nb|nn|se) (?P<yours>\d+)"
)


def sentence_of(finding: Finding) -> str:
    """In the reader's language."""
    if finding.unlike is not None:
        return _unlike(replace(finding.unlike, number=0))  # a finding stands at its box
    said = OWN.get(finding.rule) or LAGGING.get((finding.rule, finding.language))
    return str(said or DEFECTS[Defect(finding.rule.value)])


def compared(quote: str) -> str:
    """What a remark on languages that differ quotes, in the reader's language; as it stands where it says else."""
    found = DIFFERENT_BOXES.fullmatch(quote) or DIFFERENT_NUMBERS.fullmatch(quote)
    if found is None:
        return quote
    told = found.groupdict()
    pair, said = (Language(told["one"]), Language(told["other"])), (told["ours"], told["yours"])
    if "what" not in told:
        return _unlike(Unlike(pair, BOXES, said))
    return _unlike(Unlike(pair, told["what"], said, int(told["number"]), told["kind"]))


def _unlike(told: Unlike) -> str:
    one, other = (str(LANGUAGES[language]) for language in told.languages)
    ours, yours = told.said
    if told.what not in COUNTED:
        said = {"one": capfirst(one), "ours": _boxes(ours), "other": capfirst(other), "yours": _boxes(yours)}
        return _("Boksene er ikke de samme. %(one)s: %(ours)s. %(other)s: %(yours)s.") % said
    numbers = {"one": one, "ours": ours, "other": other, "yours": yours, "where": _where(told)}
    return {
        "links": _("%(where)s: %(ours)s lenker på %(one)s, %(yours)s på %(other)s."),
        "list items": _("%(where)s: %(ours)s punkter i lista på %(one)s, %(yours)s på %(other)s."),
        "embeds": _("%(where)s: %(ours)s innslag fra andre steder på %(one)s, %(yours)s på %(other)s."),
    }[told.what] % numbers


def _where(told: Unlike) -> str:
    if told.kind == OUTSIDE:
        return _("I teksten")
    said = {"number": told.number, "kind": KINDS.get(told.kind, told.kind)}
    return (_("I boks nummer %(number)s, «%(kind)s»") if told.number else _("I boksen «%(kind)s»")) % said


def _boxes(names: str) -> str:
    kinds = names.removeprefix(OUTSIDE).split()
    return ", ".join(str(KINDS.get(kind, kind)) for kind in kinds) or _("ingen")
