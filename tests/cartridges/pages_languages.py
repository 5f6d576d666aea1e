"""Variants of a language round boxes, inside boxes and inside one another, and titles in every spelling."""

from tests.cartridges.markup import Page, box, link, said, table
from tests.cartridges.pages_boxes import same

AROUND = said(
    "nb",
    box("udir-goals", "<p>Vi skal bli et godt lag.</p>")
    + box("udir-task", "<ol><li>Del arbeidet.</li><li>Bytt plass.</li></ol>"),
) + said(
    "nn",
    box("udir-goals", "<p>Me skal verte eit godt lag.</p>")
    + box("udir-task", "<ol><li>Del arbeidet.</li><li>Byt plass.</li></ol>"),
)
INSIDE = box(
    "udir-info",
    said("nb", "<h4>Avtaler:</h4><p>Hvem gjør hva?</p>")
    + said("nn", "<h4>Avtalar:</h4><p>Kven gjer kva?</p>")
    + said("se", "<h4>Ulbmil:</h4><p>Bures boahtin!</p>"),
)
NESTED = (
    said("nb", "<p>Samarbeid på bokmål. " + said("se", "Mánát lohket.", "span") + " Slutt.</p>")
    + "<p>Felles linje 2025.</p>"
)
IN_TABS = table(
    ("[udir-tabs]", ""),
    (
        said("nb", "Rolle", "span") + said("nn", "Rolla", "span"),
        said("nb", "<p>Ordstyrer</p>") + said("nn", "<p>Ordstyrar</p>"),
    ),
    ("Tid", "<p>15 min</p>"),
)
CASED = '<p class="box language" lang="NB">Store koder.</p><p class="language" lang="nn ">Store kodar.</p><p lang="en">Team</p>'
UNEVEN = said(
    "nb",
    box(
        "udir-task",
        f"<ul><li>Lytt.</li><li>Spør.</li><li>Skriv.</li></ul><p>{link('https://example.no/lag', 'Om lag')}</p>",
    )
    + box("udir-link", "<p>Les mer.</p>"),
) + said("nn", box("udir-task", "<ul><li>Lytt.</li><li>Spør.</li></ul>"))
COUNTED = said(
    "nb", box("udir-tip", f"<ul><li>En.</li><li>To.</li></ul><p>{link('https://example.no/a', 'A')}</p>")
) + said("nn", box("udir-tip", "<ul><li>Ein.</li></ul>"))
TEXT = "<p>Innhold uten merket språk.</p>"


def told(slug: str, title: str, nb: str, nn: str, *defects: str) -> Page:
    """A page whose title is the matter: what it reads as in the two languages."""
    return Page(slug, title, TEXT, {"nb": nb, "nn": nn}, defects=defects)


PAGES = (
    Page(
        "sprak-rundt",
        "nb: 2.1 Et lag|nn: 2.1 Eit lag|se: 2.1 Joavku",
        AROUND,
        {"nb": "2.1 Et lag", "nn": "2.1 Eit lag", "se": "2.1 Joavku"},
        "goals/nb task/nb goals/nn task/nn",
        requirement="must_mark_done",
        words=("Bytt", "Byt"),
    ),
    Page(
        "sprak-inni",
        "nb: 2.2 Avtaler|nn: 2.2 Avtalar",
        INSIDE,
        {"nb": "2.2 Avtaler", "nn": "2.2 Avtalar"},
        "info/nb+nn+se",
        words=("Hvem", "Kven", "Bures"),
    ),
    Page("sprak-dypt", "2.3 Språk i språk", NESTED, same("2.3 Språk i språk"), words=("Mánát", "Slutt", "2025")),
    Page(
        "sprak-faner", "2.4 Språk i faner", IN_TABS, same("2.4 Språk i faner"), "tabs/nb+nn", words=("Ordstyrar", "15")
    ),
    Page("sprak-koder", "2.5 Språkkoder", CASED, same("2.5 Språkkoder"), words=("Store", "kodar", "Team")),
    Page(
        "ulikt",
        "nb: 2.6 Lytte|nn: 2.6 Lytte",
        UNEVEN,
        {"nb": "2.6 Lytte", "nn": "2.6 Lytte"},
        "task/nb link/nb task/nn",
        links=1,
        defects=("17 sequence", "17 links", "17 lists"),
        words=("Skriv",),
    ),
    Page(
        "ulikt-tall",
        "nb: 2.7 Telle|nn: 2.7 Telje",
        COUNTED,
        {"nb": "2.7 Telle", "nn": "2.7 Telje"},
        "tip/nb tip/nn",
        links=1,
        defects=("17 tip links", "17 tip lists"),
        words=("Ein",),
    ),
)
TITLES = (
    told("t-tett", "nb: Roller i lag|nn: Roller i laget", "Roller i lag", "Roller i laget"),
    told("t-luft", "nb: Ansvar her | nn: Ansvar der", "Ansvar her", "Ansvar der"),
    told("t-omvendt", "nn:Møteleiing|nb:Møteledelse", "Møteledelse", "Møteleiing"),
    told("t-bare", "nb: Bare bokmål", "Bare bokmål", "Bare bokmål", "title not translated"),
    told("t-strek", "nb: Skole|hjem |nn: Skule|heim", "Skole|hjem", "Skule|heim"),
    told("t-stor", "NB: Stor skrift|NN: Stor skrift på nynorsk", "Stor skrift", "Stor skrift på nynorsk"),
    told("t-kolon", "nb : Rom før kolon|nn : Rom før kolonet", "Rom før kolon", "Rom før kolonet"),
    told("t-uten", "Helt uten koder: ja", "Helt uten koder: ja", "Helt uten koder: ja"),
    told("t-samisk", "nb til laget | se: Joavku birra", "nb til laget", "nb til laget"),
)
