"""What the words of a script are called on the page."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.scripts import Form, Grouping, GroupRole, Material, Output
from sloyfe.kit.refusal import Sentence

FORMS: Mapping[Form, Sentence] = {
    Form.INDIVIDUAL: _("Alene"),
    Form.PAIR: _("I par"),
    Form.GROUP: _("I gruppe"),
    Form.HOME: _("I hjemmegruppe"),
    Form.PLENARY: _("Alle sammen"),
    Form.BREAK: _("Pause"),
}
GROUPINGS: Mapping[Grouping, Sentence] = {
    Grouping.NONE: "",
    Grouping.MIXED: _("grupper på tvers"),
    Grouping.HOME: _("med dem en arbeider sammen med"),
    Grouping.CHOICE: _("grupper etter eget valg"),
    Grouping.SAME: _("samme grupper som før"),
}
ROLES: Mapping[GroupRole, Sentence] = {
    GroupRole.CHAIR: _("ordstyrer"),
    GroupRole.TIMEKEEPER: _("tidtaker"),
    GroupRole.NOTE_TAKER: _("skriver"),
    GroupRole.DIGRESSION_GUARD: _("viddevakt"),
    GroupRole.HOST: _("vert"),
    GroupRole.TELLER: _("forteller"),
}
DUTIES: Mapping[GroupRole, Sentence] = {
    GroupRole.CHAIR: _("Gir ordet rundt bordet og passer på at alle kommer til."),
    GroupRole.TIMEKEEPER: _("Følger klokka og sier fra når det er to minutter igjen."),
    GroupRole.NOTE_TAKER: _("Skriver ned det gruppa blir enig om, med gruppas egne ord."),
    GroupRole.DIGRESSION_GUARD: _("Sier vennlig fra når samtalen glir bort fra spørsmålet."),
    GroupRole.HOST: _("Blir ved bordet og forteller dem som kommer, hva som er sagt."),
    GroupRole.TELLER: _("Forteller først. De andre lytter uten å avbryte."),
}
OUTPUTS: Mapping[Output, Sentence] = {
    Output.NOTES: _("notater"),
    Output.POINTS: _("punkter"),
    Output.MERGED: _("samlede punkter"),
    Output.PRIORITIES: _("prioriteringer"),
    Output.DECISIONS: _("beslutninger"),
    Output.FINDINGS: _("funn"),
    Output.NEEDS: _("behov"),
    Output.EXPECTATIONS: _("forventninger"),
    Output.TASKS: _("oppgaver"),
    Output.STORY: _("fortelling"),
    Output.ELEMENTS: _("elementer i eierens plan"),
}
MATERIALS: Mapping[Material, Sentence] = {
    Material.LAST_TRIAL: _("forrige utprøving"),
    Material.RELEASE: _("resultatene fra undersøkelsen"),
    Material.PREPARATION: _("det deltakerne har forberedt"),
    Material.EXPECTATIONS: _("forventningene fra før"),
}
