"""What boxes, panels and marks are called where people type them."""

from collections.abc import Mapping

from sloyfe.cycle.competence.markup.tree import Kind, Language

# Bokmål first, then nynorsk, then other words that are understood.
BOXES: Mapping[Kind, str] = {
    Kind.GOALS: "mål mål maal",
    Kind.TASK: "oppgave oppgåve aktivitet",
    Kind.TIP: "tips tips tip",
    Kind.TOOLS: "utstyr utstyr verktøy",
    Kind.TIME: "tid tid",
    Kind.INFO: "informasjon informasjon info",
    Kind.IMPORTANT: "viktig viktig",
    Kind.WARNING: "advarsel åtvaring",
    Kind.QUOTE: "sitat sitat",
    Kind.LEADER: "leder leiar ledelse leiing",
    Kind.LINK: "lenker lenkjer lesmer lesmeir",
    Kind.LAW: "lov lov regelverk",
    Kind.GENERAL: "merk merk boks",
    Kind.EXAMPLE: "eksempel døme",
}
PANELS: Mapping[Kind, str] = {
    Kind.REVEAL: "vis vis skjul",
    Kind.TABS: "faner faner",
    Kind.ACCORDION: "trekkspill trekkspel",
}
OTHERS: Mapping[Kind, str] = {
    Kind.EMBED: "innhold innhald film",
    Kind.TABLE: "tabell tabell",
    Kind.RICH_TEXT: "uendret uendra",
}
MARKS: Mapping[str, str] = {
    "bold": "fet feit",
    "italic": "kursiv kursiv",
    "underlined": "understreket understreka",
    "struck": "gjennomstreket gjennomstreka",
    "sub": "senket senka",
    "super": "hevet heva",
    "code": "kode kode",
}
DECORATIVE = "pynt"
KINDS: Mapping[str, Kind] = {
    name: kind for words in (BOXES, PANELS, OTHERS) for kind, names in words.items() for name in names.split()
}
MARKED: Mapping[str, str] = {name: mark for mark, names in MARKS.items() for name in names.split()}


def word_of(kind: Kind, language: Language) -> str:
    """What a box or panel is called in a language."""
    names = (BOXES.get(kind) or PANELS.get(kind) or OTHERS[kind]).split()
    return names[1] if language == Language.NN else names[0]


def mark_in(mark: str, language: Language) -> str:
    """What a mark is called in a language."""
    names = MARKS[mark].split()
    return names[1] if language == Language.NN else names[0]
