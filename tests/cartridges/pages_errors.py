"""The known error cases, each a page of its own, numbered as the list that tells of them."""

from dataclasses import replace

from tests.cartridges.markup import Page, box, said, table
from tests.cartridges.pages_boxes import same


def wrong(number: str, what: str, body: str, blocks: str, *words: str) -> Page:
    """A page with one error, which is to be understood, kept whole, and reported."""
    title = f"6.{number} {what}"
    return Page(f"feil-{number}", title, body, same(title), blocks, defects=(number,), words=words)


TH = "<table><tbody><tr><th>[udir-tip]</th></tr><tr><td>Taggen står i th.</td></tr></tbody></table>"
HEADED = "<table><tbody><tr><th>Antall</th><th>Form</th></tr></tbody></table>"
LAYOUT = table(
    (box("udir-task", "<p>Innholdet inni.</p>"), "<p>Ved siden av.</p>"), ("<p>Under boksen.</p>", "<p>Nederst.</p>")
)
REVEAL_ODD = table(
    "[udir-reveal]",
    "Tabell",
    table(("Ett", "To", "Tre")),
    "Etterpå",
    "<p>Det siste paret.</p>",
)
REVEAL_TWO = table(("[udir-reveal]", ""), ("Knapp A", "<p>Kropp A.</p>"), ("Knapp B", "<p>Kropp B.</p>"))
TABS_SPAN = (
    '<table><tbody><tr><td colspan="2">[udir-tabs]</td></tr><tr><td>Høst</td><td><p>Plukk epler.</p></td></tr>'
    "<tr><td>Vår</td><td><p>Så frø.</p></td></tr></tbody></table>"
)
OUTER = table((table(("[udir-accordion]", ""), ("Tittel", "<p>Panel.</p>")), "<p>Nabo.</p>"))
HALVES = said("nb", box("udir-goals", "<p>Mål på bokmål.</p>") + box("udir-link", "<p>Les mer.</p>")) + said(
    "nn", box("udir-goals", "<p>Mål på nynorsk.</p>")
)

PAGES = (
    wrong("1a", "Ukjent tag", box("udir-ukjent", "<p>Ingen kjenner denne.</p>"), "", "kjenner"),
    wrong("1b", "Store bokstaver", box("UDIR-GOALS", "<p>Ropt mål.</p>"), "goals/*", "Ropt"),
    wrong("1c", "Mellomrom i taggen", box(" udir-goals ", "<p>Luftig mål.</p>"), "goals/*", "Luftig"),
    wrong("2", "Tag i th", TH, "tip/*", "Taggen"),
    wrong("3", "To klammer", table("[udir-goals] [x]", "<p>Dobbelt opp.</p>"), "goals/*", "Dobbelt"),
    wrong("4a", "For mange rader", table("[udir-tip]", "<p>Rad to.</p>", "<p>Rad tre.</p>"), "tip/*", "tre"),
    wrong(
        "4b", "For mange kolonner", table(("[udir-tip]", ""), ("<p>Celle en.</p>", "<p>Celle to.</p>")), "tip/*", "to"
    ),
    wrong("5a", "Bare en rad", table("[udir-tip]"), "tip/*"),
    wrong("5b", "Alt i en celle", table("<p>[udir-tip]</p><p>Råd i samme celle.</p>"), "tip/*", "Råd", "samme"),
    wrong("6", "Tabell for oppsett", LAYOUT, "task/*", "Innholdet", "Ved", "Nederst"),
    wrong("7", "Boks i visning", table("[udir-reveal]", "Se", box("udir-tip", "<p>Råd.</p>")), "reveal/* tip/*"),
    wrong("9", "Oddetall i tabell", REVEAL_ODD, "reveal/*", "Tre", "Etterpå", "siste"),
    wrong("9b", "Tittel uten kropp", table("[udir-reveal]", "Hel", "<p>Ja.</p>", "Halv"), "reveal/*", "Halv"),
    wrong("10", "To celler i første rad", REVEAL_TWO, "reveal/*", "Kropp"),
    wrong("11", "Faner med en celle", TABS_SPAN, "tabs/*", "epler", "Vår"),
    wrong("12", "Trekkspill i en kolonne", table("[udir-accordion]", "Navn", "<p>Kropp.</p>"), "accordion/*", "Navn"),
    wrong("13", "Bare th", HEADED + table(("[udir-tabs]", ""), ("En", "To")), "tabs/*", "Antall"),
    wrong("14", "Parentes i hint", "<p>Si [sum](tall (minst to) lagt sammen) høyt.</p>", "", "minst", "sammen", "høyt"),
    replace(
        wrong("14b", "Lenke som hint", "<p>Se [kartet](https://example.no/kart) nå.</p>", "", "kartet"),
        links=1,
        lost_on_purpose=("https", "example", "no", "kart"),
    ),
    wrong("15", "Tabell rundt trekkspill", OUTER, "accordion/*", "Panel", "Nabo"),
    wrong("16", "Tabell uten hoder", table(("Form", "Kanter"), ("Trekant", "3")), "", "Kanter"),
    wrong("17", "Ulike halvdeler", HALVES, "goals/nb link/nb goals/nn", "nynorsk"),
    wrong("18", "Tag i løpende tekst", "<p>[udir-goals]</p><p>Bare tekst.</p><p>[udir-tip]</p><p>Mer.</p>", "", "Bare"),
)
