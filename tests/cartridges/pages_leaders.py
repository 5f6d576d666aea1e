"""The leaders' track: indents, codes, boxes for leaders, and what is not published."""

from tests.cartridges.markup import Page, box, said
from tests.cartridges.pages_boxes import same

SUPPORT = said("nb", box("udir-leader", "<p>For ledere: følg opp lagene.</p>")) + said(
    "nn", box("udir-leader", "<p>For leiarar: følg opp laga.</p>")
)

PAGES = (
    Page(
        "e-31",
        "nb: E 3.1 Forberede økten|nn: E 3.1 Førebu økta",
        SUPPORT,
        {"nb": "E 3.1 Forberede økten", "nn": "E 3.1 Førebu økta"},
        "leader/nb leader/nn",
        indent=1,
        leaders=True,
        requirement="must_mark_done",
        words=("lagene", "laga"),
    ),
    Page(
        "e-32",
        "E 3.2 Etterarbeid",
        "<p>Spør personalet hva som virket.</p>",
        same("E 3.2 Etterarbeid"),
        leaders=True,
        words=("personalet",),
    ),
    Page(
        "innrykk-to",
        "3.3 Dypt innrykk",
        "<p>Rektor og styrer møtes.</p>",
        same("3.3 Dypt innrykk"),
        indent=2,
        leaders=True,
        words=("styrer",),
    ),
    Page(
        "leder-i-vanlig",
        "3.4 For alle",
        box("udir-task", "<p>Alle gjør dette.</p>") + box("udir-leader", "<p>For eiere: gi laget tid.</p>"),
        same("3.4 For alle"),
        "task/* leader/*",
        words=("Alle",),
    ),
    Page(
        "leder-forst",
        "3.6 Støtte",
        "<p>Om økten.</p>" + box("udir-leader", "<p>Gi laget rom.</p>") + box("udir-task", "<p>Møt lederne.</p>"),
        same("3.6 Støtte"),
        "leader/* task/*",
        leaders=True,
        words=("rom",),
    ),
    Page(
        "eksempel-ikke-e",
        "Eksempel fra en skole",
        "<p>Et lag på fire.</p>",
        same("Eksempel fra en skole"),
        words=("fire",),
    ),
    Page(
        "utkast",
        "3.5 Utkast",
        box("udir-tip", "<p>Ikke ferdig ennå.</p>"),
        same("3.5 Utkast"),
        "tip/*",
        published=False,
        words=("ferdig",),
    ),
)
