"""What is no page: assignments, discussions, an announcement, a quiz, links and files."""

from html import escape

from tests.cartridges.markup import Page, box, link
from tests.cartridges.pages_boxes import same

ASSIGNMENTS = (
    Page(
        "i" + "3" * 32,
        "nb: 4.1 Aktivitet: formjakt|nn: 4.1 Aktivitet: formjakt ute",
        box("uob-info", "<p>Ta bilde av tre former.</p>")
        + f"<p>Se {link('$WIKI_REFERENCE$/pages/faner', 'fanene')}.</p>",
        {"nb": "4.1 Aktivitet: formjakt", "nn": "4.1 Aktivitet: formjakt ute"},
        "info/*",
        links=1,
        requirement="must_submit",
        words=("bilde",),
    ),
    Page(
        "i" + "4" * 32,
        "4.2 Leders oppgave",
        box("udir-task", "<p>Lag en møteplan.</p>"),
        same("4.2 Leders oppgave"),
        "task/*",
        indent=1,
        leaders=True,
        words=("møteplan",),
    ),
)
DISCUSSIONS = (
    Page(
        "i" + "5" * 32,
        "nb: 4.3 Samtale|nn: 4.3 Samtale her",
        box("udir-task", "<p>Hva er et godt lag? R&amp;D &lt; alle.</p>"),
        {"nb": "4.3 Samtale", "nn": "4.3 Samtale her"},
        "task/*",
        requirement="must_contribute",
        words=("godt", "R&D"),
    ),
    Page(
        "i" + "6" * 32,
        "4.4 Samtale for ledere",
        box("uob-read", "<p>Les planen.</p>") + box("udir-quote", "<p>«Sammen»</p>"),
        same("4.4 Samtale for ledere"),
        "task/* quote/*",
        indent=1,
        leaders=True,
        words=("planen",),
    ),
)
QUIZ = "i" + "7" * 32
QUIZ_TITLE = "nb: 4.5 Prøv deg|nn: 4.5 Prøv deg sjølv"
QUESTION = "Hvor mange kanter har en femkant?"
WEB = "i" + "8" * 32
WEB_TITLE, WEB_URL = "Matematikksider", "https://example.no/matte?a=1&b=2"
LTI = "i" + "9" * 32
LTI_TITLE, LTI_URL = "KPAS: Undersøkelse", "https://kpas.example.no/lti3?kpasMode=4&survey_id=9"
FILES = {
    "Mine filer/Økt 1 – mønster.pdf": b"%PDF-1.4 en side",
    "plakat æøå.txt": "Tell høyt!".encode(),
    "bilder/kongle.png": b"\x89PNG\r\n\x1a\n",
    "glemt i lista.txt": b"uten plass i manifestet",
}
UNLISTED = "glemt i lista.txt"
JUNK = {"__MACOSX/._imsmanifest.xml": b"\x00\x05", ".DS_Store": b"\x00", "web_resources/.DS_Store": b"\x00"}


def topic(page: Page, version: str) -> str:
    """A discussion: its HTML is escaped in an element of text."""
    namespace = f"http://www.imsglobal.org/xsd/imsccv1p{version}/imsdt_v1p{version}"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<topic xmlns="{namespace}"><title>{escape(page.title)}</title>'
        f'<text texttype="text/html">{escape(page.body)}</text></topic>'
    )


def web_link(version: str) -> str:
    """A link to a page elsewhere."""
    return (
        f'<?xml version="1.0"?><webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p{version}/imswl_v1p{version}">'
        f'<title>{WEB_TITLE}</title><url href="{escape(WEB_URL)}" target="_blank"/></webLink>'
    )


def tool() -> str:
    """A link to a tool elsewhere."""
    return (
        '<?xml version="1.0"?><cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/imslticc_v1p0" '
        'xmlns:blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0">'
        f"<blti:title>{LTI_TITLE}</blti:title><blti:launch_url>{escape(LTI_URL)}</blti:launch_url></cartridge_basiclti_link>"
    )


def quiz() -> str:
    """A quiz of one question."""
    answers = "".join(
        f'<response_label ident="{n}"><material><mattext texttype="text/plain">{n}</mattext></material></response_label>'
        for n in ("fire", "fem", "seks")
    )
    return (
        '<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'
        f'<assessment ident="{QUIZ}" title="{escape(QUIZ_TITLE)}"><section ident="root"><item ident="q1" title="Kanter"><presentation>'
        f'<material><mattext texttype="text/html">{escape("<p>" + QUESTION + "</p>")}</mattext></material>'
        f'<response_lid ident="r1" rcardinality="Single"><render_choice>{answers}</render_choice></response_lid>'
        "</presentation></item></section></assessment></questestinterop>"
    )
