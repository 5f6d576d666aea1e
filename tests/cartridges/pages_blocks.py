"""What opens, changes and explains: reveals, tabs, accordions, hints, embeds, links and files."""

from tests.cartridges.markup import Page, box, link, said, table
from tests.cartridges.pages_boxes import same

REVEALS = (
    table("[udir-reveal]", "<strong>Fasit til telleleken</strong>", "<p>Det er <em>tolv</em> steiner.</p>")
    + table("[udir-reveal]", "Første hint", "<p>Start med fem.</p>", "Andre hint", "<p>Legg til to.</p>")
    + '<table><tbody><tr><td colspan="2">[udir-reveal]</td></tr><tr><td>Vis regelen</td><td><p>Ett tall per ting.</p></td></tr>'
    "<tr><td>Vis unntaket</td><td><p>Ingen unntak.</p></td></tr></tbody></table>"
    + table("[uob-reveal]", "Gammel knapp", "<p>Gammel kropp.</p>")
)

TABS = table(
    ("[udir-tabs]", ""), ("Småbarn", "<p>Legg klosser i kurv.</p>"), ("Storbarn", "<p>Mål med hyssing.</p>")
) + table(("[uob-tabs]", "&nbsp;"), ("Inne", "<p>Dekk bordet.</p>"), ("Ute", "<p>Hopp paradis.</p>"))

ACCORDIONS = (
    table(("[udir-accordion]", ""), ("Planlegge", "<p>Velg en form.</p>"), ("Prøve", "<p>Gå på formjakt.</p>"))
    + '<table><tbody><tr><td colspan="2">[udir-accordion]</td></tr><tr><td>Samle</td><td><p>Heng opp bildene.</p></td></tr></tbody></table>'
    + table("[uob-accordion]", ("Dele", "<p>Fortell foreldrene.</p>"))
)

MIXED = (
    table("[udir-reveal]", "Åpne oppgaven", box("udir-task", "<p>Boks inne i knapp.</p>"))
    + box("udir-general", table("[udir-reveal]", "Knapp inne i boks", "<p>Skjult råd.</p>"))
    + table(("[udir-tabs]", ""), ("Plan", table(("[udir-accordion]", ""), ("Steg", "<p>Trekkspill i fane.</p>"))))
)

HINTS = (
    "<p>Arbeid etter [IGP](individuell-gruppe-plenum) og bruk [kardinalprinsippet](siste tallord <em>er</em> mengden).</p>"
    + table(("[udir-accordion]", ""), ("Ord", "<p>En [subitisering](å se antall uten å telle) i trekkspill.</p>"))
)

VIMEO = '<iframe src="https://player.vimeo.com/video/123456789" title="Film om former" width="640"></iframe>'
KPAS = (
    '<iframe title="KPAS" src="$CANVAS_COURSE_REFERENCE$/external_tools/retrieve?display=borderless&amp;'
    'url=https%3A%2F%2Fkpas.example.no%2Flti3%3FkpasMode%3D4%26survey_id%3D77"></iframe>'
)
EMBEDS = (
    f"<p>Se filmen:</p><p>{VIMEO}</p>"
    '<p><iframe src="https://udir.h5p.com/content/1290/embed" title="Sorter formene"></iframe></p>'
    '<p><iframe src="https://static.nrk.no/ludo/latest/video-embed.html#id=987" title="Innslag om tall"></iframe></p>'
    '<p><iframe src="https://www.youtube.com/embed/abcDEF12345" title="Tellesang"></iframe></p>'
    '<p><iframe data-media-type="video" data-media-id="m-5x" src="/media_objects_iframe/m-5x"></iframe></p>'
    f"<p>{KPAS}</p>"
    '<div class="kpas-lti-info">Du er med i en gruppe.</div><div id="kommune-statistikk"></div>'
)

FILE = (
    "$IMS-CC-FILEBASE$/Mine%20filer/%C3%98kt%201%20%E2%80%93%20m%C3%B8nster.pdf?canvas_download=1&amp;canvas_qs_wrap=1"
)
LINKS = (
    f"<p>{link('$WIKI_REFERENCE$/pages/infobokser', 'Til boksene')}, {link('%24WIKI_REFERENCE%24/pages/faner', 'til fanene')}, "
    f"{link('$CANVAS_OBJECT_REFERENCE$/assignments/i' + '3' * 32, 'til oppgaven')}, "
    f"{link('$CANVAS_OBJECT_REFERENCE$/discussion_topics/i' + '5' * 32, 'til samtalen')}, "
    f"{link('$CANVAS_COURSE_REFERENCE$/modules/items/i_faner', 'neste steg')}, "
    f"{link('$CANVAS_COURSE_REFERENCE$/files', 'alle filer')}.</p>"
    f"<p>{link(FILE, 'Økt 1 – mønster.pdf')}<span>Last ned Økt 1 – mønster.pdf</span></p>"
    f"<p>{link('%24IMS-CC-FILEBASE%24/plakat%20%C3%A6%C3%B8%C3%A5.txt', 'plakat æøå.txt')} "
    f"{link('$IMS_CC_FILEBASE$/plakat%20%C3%A6%C3%B8%C3%A5.txt', 'samme plakat')} "
    f"{link('$IMS-CC-FILEBASE$/finnes-ikke.docx', 'borte vekk')}</p>"
    '<p><a class="external" href="https://example.no/former" target="_blank">Former<span class="screenreader-only">&nbsp;(Links to an '
    f'external site.)</span></a> {link("mailto:post@example.no", "Skriv til oss")} <a href="">tom lenke</a></p>'
    '<p><img src="$IMS-CC-FILEBASE$/bilder/kongle.png" alt="Tre kongler i rekke"/>'
    '<img src="$IMS-CC-FILEBASE$/bilder/kongle.png" role="presentation" alt=""/>'
    '<img src="$IMS-CC-FILEBASE$/bilder/kongle.png" alt="kongle.png"/><img src="$IMS-CC-FILEBASE$/bilder/borte.png" alt="Borte"/></p>'
)

LAYOUT = table(
    ('<img src="$IMS-CC-FILEBASE$/bilder/kongle.png" alt=""/>', '<span style="font-size: 12pt;">Samle ting ute</span>')
) + table(("Ikon", "Forklaring"), ("Kurv", "Legg tingene her"), ("Lupe", "Se nøye etter"))

PAGES = (
    Page(
        "vis-mer",
        "1.5 Vis mer",
        REVEALS,
        same("1.5 Vis mer"),
        "reveal/* reveal/* reveal/* reveal/*",
        requirement="must_mark_done",
        words=("Fasit", "tolv", "unntaket", "Andre"),
    ),
    Page("faner", "1.6 Faner", TABS, same("1.6 Faner"), "tabs/* tabs/*", words=("Småbarn", "paradis")),
    Page(
        "trekkspill",
        "1.7 Trekkspill",
        ACCORDIONS,
        same("1.7 Trekkspill"),
        "accordion/* accordion/* accordion/*",
        words=("formjakt", "Samle", "foreldrene"),
    ),
    Page(
        "blandet",
        "1.8 Blandet",
        MIXED,
        same("1.8 Blandet"),
        "reveal/* task/* general/* reveal/* tabs/* accordion/*",
        words=("Skjult", "fane"),
    ),
    Page(
        "hint",
        "1.9 Hint",
        HINTS,
        same("1.9 Hint"),
        "accordion/*",
        words=("IGP", "individuell-gruppe-plenum", "mengden"),
    ),
    Page(
        "innebygd",
        "1.10 Video og innhold utenfra",
        EMBEDS,
        same("1.10 Video og innhold utenfra"),
        defects=("vimeo", "h5p", "nrk", "youtube", "media", "kpas 4"),
        words=("filmen",),
    ),
    Page(
        "lenker",
        "1.11 Lenker og filer",
        LINKS,
        same("1.11 Lenker og filer"),
        links=12,
        defects=("missing finnes-ikke.docx", "missing borte.png", "file name as alt", "empty link", "canvas files"),
        words=("Former", "plakat"),
        lost_on_purpose=("Links", "to", "an", "external", "site", "Last", "ned"),
    ),
    Page("oppsett", "1.12 Oppsett", LAYOUT, same("1.12 Oppsett"), words=("Samle", "Forklaring", "Lupe")),
    Page(
        "oving-en",
        "Øving",
        said("nb", "<p>Tell til tjue.</p>", "p") + said("nn", "<p>Tel til tjue.</p>"),
        same("Øving"),
        words=("Tell", "Tel"),
    ),
    Page("oving-to", "Øving", "<p>Hopp tjue ganger.</p>", same("Øving"), words=("Hopp",)),
)
