"""What changes and conflicts are called."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.adaptation.changes import Turn
from sloyfe.cycle.competence.adaptation.conflicts import Clash
from sloyfe.kit.refusal import Sentence

CODES: dict[str, Sentence] = {"nb": _("Bokmål"), "nn": _("Nynorsk"), "se": _("Nordsamisk")}
TURNS: dict[Turn, Sentence] = {
    Turn.ADDED: _("Nytt"),
    Turn.REMOVED: _("Tatt ut"),
    Turn.MOVED: _("Flyttet"),
    Turn.REWORDED: _("Ny tekst"),
    Turn.RETIMED: _("Nye minutter"),
    Turn.REQUIREMENT: _("Felles krav er endret"),
    Turn.CORE: _("Kjernen er endret"),
    Turn.LICENCE: _("Lisensen er endret"),
}
CLASHES: dict[Clash, Sentence] = {
    Clash.BOTH_REWORDED: _("Dere har skrevet om teksten, og nå er den endret i pakken også."),
    Clash.BOTH_MOVED: _("Dere har flyttet den, og nå er den flyttet i pakken også."),
    Clash.BOTH_RETIMED: _("Dere har egne minutter, og nå er minuttene endret i pakken også."),
    Clash.REMOVED_UNDER: _("Dette er tatt ut av pakken, men dere har gjort noe med det."),
    Clash.HOLDER_REMOVED: _("Dette ligger på en side eller i en modul som er tatt ut av pakken."),
    Clash.NEIGHBOUR_GONE: _("Det dere la dette etter, er flyttet eller tatt ut. Dette står der det stod."),
    Clash.SKIPPED_BUT_KEPT: _("Dere har valgt bort noe som nå er felles krav eller kjerne. Derfor vises det."),
    Clash.NO_LONGER_PERMITTED: _("Dette kunne dere endre før, men lisensen eller kjernen tillater det ikke lenger."),
}
