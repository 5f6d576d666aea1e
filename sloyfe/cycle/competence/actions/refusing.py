"""Why something cannot be done to a package, in sentences."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.kit.refusal import Refusal, Sentence

WHY: dict[Reason, Sentence] = {
    Reason.COMMON_REQUIREMENT: _(
        "Dette er et felles krav fra eier, eller det ligger et felles krav i det. Det kan ikke velges bort."
    ),
    Reason.CORE_COMPONENT: _(
        "Dette er en kjerne i pakken, eller det ligger en kjerne i det. Kjernen kan flyttes, men ikke velges bort "
        "eller skrives om."
    ),
    Reason.ORDER_AND_CHOICE_ONLY: _(
        "Lisensen tillater ikke at dette endres. Dere kan velge det bort og endre rekkefølgen, men ikke skrive om, "
        "legge til eller sette egne minutter."
    ),
    Reason.OWNERS_ONLY: _("Bare eier kan gjøre noe til et felles krav."),
    Reason.HOLDS_ALREADY: _("Denne endringen gjelder allerede for dere. Den kan ikke stå utenfor."),
    Reason.CHANGED_SINCE: _("Dette er endret siden du åpnet siden. Se på det på nytt, og velg en gang til."),
    Reason.NOT_THERE: _("Det du ville endre, er ikke med i pakken hos dere nå."),
    Reason.WRONG_PLACE: _("Det kan ikke ligge der. Sider ligger i moduler, og tekst ligger på sider."),
    Reason.NAME_IN_USE: _("Dette er allerede lagt til."),
    Reason.NO_MINUTES: _("Minutter må være et helt tall fra 1."),
}


class NotAdaptable(Refusal):
    """What the package, its licence or its owner does not permit."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(WHY[refused.reason])
        self.reason = refused.reason
