"""What readers are told that boxes, licences and languages are."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.packages import Readers, Sign
from sloyfe.cycle.competence.markup.tree import Kind, Language
from sloyfe.kit.refusal import Sentence

KINDS: dict[Kind, Sentence] = {
    Kind.GOALS: _("Mål"),
    Kind.TASK: _("Oppgave"),
    Kind.TIP: _("Tips"),
    Kind.TOOLS: _("Dette trenger dere"),
    Kind.TIME: _("Tid"),
    Kind.INFO: _("Informasjon"),
    Kind.IMPORTANT: _("Viktig"),
    Kind.WARNING: _("Advarsel"),
    Kind.QUOTE: _("Sitat"),
    Kind.LEADER: _("Til den som leder"),
    Kind.LINK: _("Les mer"),
    Kind.LAW: _("Lov og regelverk"),
    Kind.GENERAL: _("Merk"),
    Kind.EXAMPLE: _("Eksempel"),
}
BLOCKS: dict[Kind, Sentence] = {
    **KINDS,
    Kind.PARAGRAPH: _("Avsnitt"),
    Kind.HEADING: _("Overskrift"),
    Kind.LIST: _("Liste"),
    Kind.TABLE: _("Tabell"),
    Kind.IMAGE: _("Bilde"),
    Kind.FILE: _("Fil"),
    Kind.EMBED: _("Fra nettet"),
    Kind.RICH_TEXT: _("Formel eller tegning"),
    Kind.REVEAL: _("Skjult tekst"),
    Kind.TABS: _("Faner"),
    Kind.ACCORDION: _("Trekkspill"),
}
LANGUAGES: dict[Language, Sentence] = {
    Language.NB: _("bokmål"),
    Language.NN: _("nynorsk"),
    Language.SE: _("nordsamisk"),
}
READERS: dict[str, Sentence] = {
    Readers.LEADERS.value: _("For dem som leder arbeidet"),
    Readers.OWNERS.value: _("For eiere"),
}
CHOICES: dict[str, Sentence] = {
    Readers.EVERYONE.value: _("Alle"),
    Readers.LEADERS.value: _("De som leder arbeidet"),
    Readers.OWNERS.value: _("Eiere"),
}
SIGNS: dict[str, Sentence] = {
    Sign.INDENT.value: _("rykket inn i modulen"),
    Sign.LEADER_BOX.value: _("begynner med en boks til den som leder"),
    Sign.TITLE_CODE.value: _("tittelen begynner med E eller L og et tall"),
    Sign.BOX_HEADING.value: _("overskriften i boksen nevner eiere"),
}
NAMING, NOT_SOLD = _("navngi opphavet"), _("ikke bruk den i salg")
UNCHANGED, ALIKE = _("ikke del den i endret form"), _("del endringer på samme vilkår")
LICENCES: dict[str, tuple[str | Sentence, tuple[Sentence, ...]]] = {
    "cc_by": ("CC BY", (NAMING,)),
    "cc_by_sa": ("CC BY-SA", (NAMING, ALIKE)),
    "cc_by_nc": ("CC BY-NC", (NAMING, NOT_SOLD)),
    "cc_by_nd": ("CC BY-ND", (NAMING, UNCHANGED)),
    "cc_by_nc_sa": ("CC BY-NC-SA", (NAMING, NOT_SOLD, ALIKE)),
    "cc_by_nc_nd": ("CC BY-NC-ND", (NAMING, NOT_SOLD, UNCHANGED)),
    "cc0": ("CC0", (_("fri bruk"),)),
    "public_domain": (_("Falt i det fri"), ()),
    "private": (_("Alle rettigheter forbeholdt"), (UNCHANGED,)),
}


def licence_in_words(code: str, written: str) -> str:
    """The licence and what it asks of those who use it."""
    if code not in LICENCES:
        return written or str(_("Pakken sier ikke hvilken lisens den har. Spør den som har laget den, før dere deler."))
    name, terms = LICENCES[code]
    return f"{name}: {', '.join(str(term) for term in terms)}." if terms else f"{name}."
