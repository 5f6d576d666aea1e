"""Every box there is, old and new, in each shape its cell may have."""

from tests.cartridges.markup import Page, box, link, said, table

NOW = (
    ("udir-goals", "goals", "<h4>Mål</h4><p>Barna får <strong>telle</strong> det de bryr seg om.</p>"),
    ("udir-task", "task", "<h4>Aktivitet</h4><ol><li>Finn ti knapper.</li><li>Sorter knappene.</li></ol>"),
    ("udir-tip", "tip", "<p>La det ligge esker i ulike størrelser i garderoben.</p>"),
    ("udir-tools", "tools", "<ul><li>Knapper</li><li>Hyssing</li><li>Vektskål</li></ul>"),
    ("udir-time", "time", "<p>Førti minutter, gjerne delt i to.</p>"),
    ("udir-info", "info", "<p>Observasjonsskjemaet ligger nederst på siden.</p>"),
    ("udir-importantinfo", "important", "<p>Filmopptak av barn krever samtykke.</p>"),
    ("udir-warning", "warning", "<p>Små perler kan settes i halsen.</p>"),
    ("udir-quote", "quote", "<p>«Min haug er størst, for den er lengst!» – gutt, fire år</p>"),
    ("udir-leader", "leader", "<p><strong>For eiere</strong></p><p>Sett av tid til felles forberedelse.</p>"),
    ("udir-link", "link", f"<p>{link('https://example.no/telling', 'Om å peketelle')}</p>"),
    ("udir-law", "law", "<p>Rammeplanen sier at barna skal leke med tall.</p>"),
    ("udir-general", "general", "<p>Hverdagsmatematikk finnes i påkledningen.</p>"),
    ("udir-header", "", "<p>Mønstre rundt oss</p>"),
    ("udir-skoleleder", "leader", "<p>Be avdelingene vise fram veggen sin.</p>"),
    ("udir-kommentar", "general", "<p>Noen barn teller bakfra, det er greit.</p>"),
    ("udir-eksempel", "example", "<p>Ada la kongler i rekke: stor, liten, stor.</p>"),
)

BEFORE = (
    ("uob-tip", "tip", "Tell trappetrinn høyt."),
    ("pfdk-tips", "tip", "Tell bakover når dere rydder."),
    ("uob-read", "task", "Les barnas egne tegninger som kart."),
    ("pfdk-les", "task", "Les stykket om former sammen."),
    ("uob-info", "info", "Samlingen varer kort."),
    ("pfdk-info", "info", "Utelekeplassen er fin til måling."),
    ("uob-warning", "warning", "Ikke rett på barnet midt i leken."),
    ("pfdk-advarsel", "warning", "Vær varsom med glass."),
    ("uob-question", "task", "Hva undrer barna seg over?"),
    ("pfdk-spsm", "task", "Hvem teller sjelden med?"),
    ("uob-quote", "quote", "«Vi er flere enn dere.»"),
    ("pfdk-sitat", "quote", "«Trekanten har tre nebb.»"),
    ("uob-box", "general", "Former å lete etter: sirkel, firkant."),
    ("pfdk-boks", "general", "Ord å bruke: lengre, kortere, tyngre."),
    ("uob-header", "", "Romforståelse"),
    ("pfdk-maal", "goals", "Alle voksne kjenner tellelekene."),
    ("pfdk-important", "important", "Oppgaven gjøres før møtet."),
    ("pfdk-viktig", "important", "Ta med notatene."),
    ("pfdk-tid", "time", "Et kvarter."),
    ("pfdk-verktoy", "tools", "Målebånd og tavle."),
)

SHAPES = (
    table("<p>[udir-goals]</p>", "<p>Taggen står i et avsnitt.</p>")
    + table("&nbsp;[udir-tip]&nbsp; ", "<p>Taggen står mellom harde mellomrom.</p>")
    + table("[udir-task] Oppdrag", "<p>Taggen har et ord etter seg.</p>")
    + "<table><thead><tr><td>[udir-time]</td></tr></thead><tbody><tr><td>Taggen står i tabellhodet.</td></tr></tbody></table>"
    + table(
        "<strong><span style='font-size: 14pt;'>[udir-info]</span></strong>",
        "Taggen er uthevet, innholdet uten avsnitt.",
    )
    + "<table><tr><td>[udir-quote]</td></tr><tr><td>Tabellen mangler kropp.</td></tr></table>"
)

NESTED = (
    box(
        "udir-task",
        "<h4>Ytre oppgave</h4><p>Før den indre.</p>" + box("udir-tip", "<p>Indre råd.</p>") + "<p>Etter den indre.</p>",
    )
    + box("udir-general", table(("Form", "Kanter"), ("Trekant", "3"), ("Firkant", "4")))
    + '<p>[udir-goals] i et vanlig avsnitt er bare ord.</p><p>&nbsp;</p><p style="font-size: 9pt;">&nbsp;</p>'
)

LEGACY_TEXT = "".join(box(tag, f"<p>{text}</p>") for tag, _, text in BEFORE)
ANSWER = box("uob-regexp", table(("f(em|EM)", "<p>Riktig, fem fingre.</p>"), ("default", "<p>Tell en gang til.</p>")))
RATING = box("uob-rating", "<p>Gi stjerner her.</p>")


def same(text: str) -> dict[str, str]:
    """A title without codes reads the same in every language."""
    return {"nb": text, "nn": text, "se": text}


def unmarked(rows: tuple[tuple[str, str, str], ...]) -> str:
    """The kinds of a row of boxes that have no language; a header box is no box, it is a heading."""
    return " ".join(f"{kind}/*" for _, kind, _ in rows if kind)


PAGES = (
    Page(
        "forside",
        "nb: 0. Intro: matematikk i leken|nn: 0. Intro: matematikk i leiken",
        said("nb", "<h2>Velkommen</h2><p>Her møter dere telling, mønster og form.</p>")
        + said("nn", "<h2>Velkomne</h2><p>Her møter de teljing, mønster og form.</p>"),
        {"nb": "0. Intro: matematikk i leken", "nn": "0. Intro: matematikk i leiken"},
        requirement="must_mark_done",
        words=("Velkommen", "teljing"),
    ),
    Page(
        "infobokser",
        "1.1 Infobokser",
        "".join(box(tag, content) for tag, _, content in NOW),
        same("1.1 Infobokser"),
        unmarked(NOW),
        links=1,
        requirement="must_view",
        words=("Vektskål", "samtykke", "peketelle", "Mønstre", "kongler"),
    ),
    Page(
        "eldre-bokser",
        "1.2 Eldre bokser",
        LEGACY_TEXT + ANSWER + RATING,
        same("1.2 Eldre bokser"),
        unmarked(BEFORE),
        defects=("rating", "regexp"),
        words=("trappetrinn", "Romforståelse", "Målebånd", "Riktig"),
        lost_on_purpose=("Gi", "stjerner", "her"),
    ),
    Page(
        "celleformer",
        "1.3 Celleformer",
        SHAPES,
        same("1.3 Celleformer"),
        "goals/* tip/* task/* time/* info/* quote/*",
        words=("Oppdrag", "tabellhodet", "kropp"),
    ),
    Page(
        "boks-i-boks",
        "1.4 Boks i boks",
        NESTED,
        same("1.4 Boks i boks"),
        "task/* tip/* general/*",
        words=("indre", "Trekant", "avsnitt"),
    ),
)
