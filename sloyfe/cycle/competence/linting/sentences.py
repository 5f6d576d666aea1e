"""What each finding says to whoever writes."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.cycle.competence.linting.rules import Finding, Rule
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.markup.tree import Kind, Language
from sloyfe.cycle.competence.reading.comparing import COUNTED, OUTSIDE, Unlike
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


def sentence_of(finding: Finding) -> str:
    """In the reader's language."""
    if finding.unlike is not None:
        return _unlike(finding.unlike)
    said = OWN.get(finding.rule) or LAGGING.get((finding.rule, finding.language))
    return str(said or DEFECTS[Defect(finding.rule.value)])


def _unlike(told: Unlike) -> str:
    nb, nn = told.said
    if told.what not in COUNTED:
        said = {"nb": _boxes(nb), "nn": _boxes(nn)}
        return _("Boksene er ikke de samme. Bokmål: %(nb)s. Nynorsk: %(nn)s.") % said
    numbers = {"nb": nb, "nn": nn, "where": _where(told.kind)}
    return {
        "links": _("%(where)s: %(nb)s lenker på bokmål, %(nn)s på nynorsk."),
        "list items": _("%(where)s: %(nb)s punkter i lista på bokmål, %(nn)s på nynorsk."),
        "embeds": _("%(where)s: %(nb)s innslag fra andre steder på bokmål, %(nn)s på nynorsk."),
    }[told.what] % numbers


def _where(kind: str) -> str:
    if kind == OUTSIDE:
        return _("I teksten")
    return _("I boksen «%(kind)s»") % {"kind": KINDS.get(kind, kind)}


def _boxes(names: str) -> str:
    kinds = names.removeprefix(OUTSIDE).split()
    return ", ".join(str(KINDS.get(kind, kind)) for kind in kinds) or _("ingen")
