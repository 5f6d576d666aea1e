"""What a new block begins with: a little text of its kind, so that nobody has to remember the signs."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.tree import Kind, Language
from sloyfe.cycle.competence.models import DraftFile
from sloyfe.cycle.competence.writing.words import word_of
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text

SHARED = "shared"
CHOICES: list[tuple[str, Sentence]] = [
    ("paragraph", _("Avsnitt")),
    ("heading", _("Overskrift")),
    ("list", _("Punktliste")),
    (Kind.GOALS.value, _("Boks: mål")),
    (Kind.TASK.value, _("Boks: oppgave")),
    (Kind.TIP.value, _("Boks: tips")),
    (Kind.TIME.value, _("Boks: tid")),
    (Kind.TOOLS.value, _("Boks: dette trenger dere")),
    (Kind.INFO.value, _("Boks: informasjon")),
    (Kind.IMPORTANT.value, _("Boks: viktig")),
    (Kind.WARNING.value, _("Boks: advarsel")),
    (Kind.LEADER.value, _("Boks: til den som leder")),
    (Kind.EXAMPLE.value, _("Boks: eksempel")),
    (Kind.QUOTE.value, _("Boks: sitat")),
    (Kind.LINK.value, _("Boks: les mer")),
    (Kind.LAW.value, _("Boks: lov og regelverk")),
    (Kind.GENERAL.value, _("Boks: merk")),
    (Kind.REVEAL.value, _("Skjult tekst som kan åpnes")),
    (Kind.TABS.value, _("Faner")),
    (Kind.ACCORDION.value, _("Trekkspill")),
    ("table", _("Tabell")),
    (Kind.EMBED.value, _("Film eller annet fra nettet")),
    (SHARED, _("Felles for begge språk")),
]
PLAIN = {
    "heading": "## ",
    "list": "- ",
    "table": "| {one} | {two} |\n|---|---|\n|  |  |",
}
COLUMNS = {Language.NB: ("Hvem", "Når"), Language.NN: ("Kven", "Når")}
FILE = "fil:"


def choices_with(files: Sequence[DraftFile]) -> list[tuple[str, Sentence]]:
    """What can be put in, the draft's own files last."""
    return [*CHOICES, *((f"{FILE}{file.name}", file.name) for file in files)]


def start_of(kind: str, language: Language, files: Sequence[DraftFile]) -> tuple[Text, bool]:
    """The text that a block of this kind begins with, and whether it is shared by both languages."""
    file = next((each for each in files if kind == f"{FILE}{each.name}"), None)
    if file is not None:
        return _of_file(file)
    words = PLAIN.get(kind, "")
    one, two = COLUMNS[language]
    words = words.format(one=one, two=two)
    if kind in set(Kind) and kind not in {"heading", "list", "table", "paragraph"}:
        words = _frame(Kind(kind), language)
    code = language.value
    return (Text.of(source=code, **{code: words}) if words else Text()), kind == SHARED


def _frame(kind: Kind, language: Language) -> str:
    name = word_of(kind, language)
    if kind == Kind.EMBED:
        return f"::: {name} https:// "
    if kind in {Kind.TABS, Kind.ACCORDION}:
        return f"::: {name}\n== 1\n\n== 2\n\n:::"
    return f"::: {name} \n\n:::"


def _of_file(file: DraftFile) -> tuple[Text, bool]:
    address = f"{FILE}{file.name}"
    if file.decorative:
        return Text.of(nb=f"![]({address}){{pynt}}"), True
    if file.alt:
        said = {code: words.replace("]", "").replace("[", "") for code, words in file.alt.entries.items()}
        return Text.of(**{code: f"![{words}]({address})" for code, words in said.items()}), False
    return Text.of(nb=f"[{file.name}]({address})"), True
