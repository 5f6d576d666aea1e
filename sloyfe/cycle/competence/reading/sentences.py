"""What each class of remark says to the editor, and why things were taken out."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.notes import Defect, Taken
from sloyfe.kit.refusal import Sentence

DEFECTS: dict[Defect, Sentence] = {
    Defect.UNKNOWN_TAG: _("Taggen er ukjent. Tabellen er beholdt som en vanlig tabell."),
    Defect.TAG_SPELLING: _("Taggen er skrevet med store bokstaver, mellomrom eller annen bindestrek. Den er forstått."),
    Defect.TAG_IN_HEADER_CELL: _("Taggen står i en overskriftscelle. Portalen ser den ikke; her er den forstått."),
    Defect.EXTRA_BESIDE_TAG: _("Det står mer ved siden av taggen. Portalen fjerner det; her er det beholdt i boksen."),
    Defect.BOX_MANY_CELLS: _("Boksen har flere rader eller kolonner. Portalen sletter dem; her er alt beholdt."),
    Defect.BOX_ONE_ROW: _("Boksen har bare raden med taggen. Det som sto der, er lagt i boksen."),
    Defect.BOX_IN_LAYOUT: _("Boksen ligger i en tabell som bare ordner siden. Den ytre tabellen er løst opp."),
    Defect.BOX_IN_BOX: _("En boks ligger inne i en annen. Begge er beholdt."),
    Defect.REVEAL_MANY: _("Flere titler i samme utvidbare tekst. Portalen åpner bare den første; her virker alle."),
    Defect.TABLE_IN_PANEL: _(
        "En tabell ligger inne i en utvidbar tekst eller fane. Tittel og innhold er holdt sammen."
    ),
    Defect.REVEAL_WIDE_FIRST_ROW: _(
        "Raden med taggen har flere celler. Portalen forskyver titlene; her står de riktig."
    ),
    Defect.TABS_NARROW_FIRST_ROW: _(
        "Raden med fanetaggen har én celle. Portalen forskyver fanene; her står de riktig."
    ),
    Defect.ACCORDION_ONE_COLUMN: _("Trekkspillet har én kolonne. Portalen stopper der; her er radene lest parvis."),
    Defect.TABLE_ONLY_HEADERS: _("Tabellen har bare overskriftsceller. I portalen stopper det fanene på siden."),
    Defect.HINT_PARENTHESIS: _("Forklaringen inneholder en parentes. Portalen kutter der; her er hele beholdt."),
    Defect.ACCORDION_IN_TABLE: _("Et trekkspill ligger inne i en annen tabell. Den ytre tabellen er løst opp."),
    Defect.TABLE_WITHOUT_HEADERS: _("Tabellen mangler tittel eller overskriftsceller, og er vanskelig å lese opp."),
    Defect.LANGUAGES_DIFFER: _("Språkene har ikke de samme boksene, lenkene eller listene."),
    Defect.END_UNKNOWN: _("I ren tekst vises det ikke hvor en boks slutter. Hver boks går fram til neste tagg."),
    Defect.TAG_OUTSIDE_TABLE: _(
        "Taggen står i vanlig tekst, ikke i en tabell. Portalen ser den ikke, og den er beholdt."
    ),
    Defect.TAG_OLD: _("Taggen er av en eldre type. Den er oversatt til den som brukes nå."),
    Defect.TAG_WITHOUT_LOOK: _("Portalen viser denne taggen feil eller uten utseende. Her har den fått meningen sin."),
    Defect.TAG_DROPPED: _("Taggen hører til en tjeneste som er borte. Den er tatt ut, og ordene står i rapporten."),
    Defect.ANSWER_BOX: _("En svarboks kan ikke brukes her. Den er beholdt som en vanlig tabell."),
    Defect.PANEL_UNPAIRED: _("En tittel mangler innhold, eller innhold mangler tittel."),
    Defect.BOX_EMPTY: _("Boksen er tom."),
    Defect.HINT_IS_LINK: _("En lenke er skrevet som en forklaring. Her er den blitt en lenke."),
    Defect.HINT_OPEN: _("En forklaring er begynt, men aldri lukket. Den er beholdt som tekst."),
    Defect.LANGUAGE_UNKNOWN: _("Et språkmerke mangler språk, eller har et vi ikke kjenner. Teksten vises for alle."),
    Defect.LANGUAGE_NESTED: _("Ett språk ligger inne i et annet. Det innerste gjelder."),
    Defect.LANGUAGE_UNMARKED: _("Teksten er ikke merket med språk, men ser ut til å finnes bare på ett."),
    Defect.LANGUAGE_MISSING: _("Siden mangler et språk som resten av pakken har."),
    Defect.UNTRANSLATED: _("Teksten ser ut til å stå på feil språk."),
    Defect.TITLE_UNTRANSLATED: _("Tittelen mangler på et av språkene."),
    Defect.TITLE_ODD: _("Tittelen har språkkoder som ikke går opp. Ordene er beholdt."),
    Defect.LINK_BROKEN: _("Lenken går til noe som ikke er i pakken."),
    Defect.LINK_TO_PORTAL: _("Lenken går tilbake til portalen og virker bare der."),
    Defect.LINK_EMPTY: _("Lenken mangler tekst eller adresse."),
    Defect.LINK_WITHOUT_ADDRESS: _(
        "Her sto det en lenke eller fil, men adressen fulgte ikke med da teksten ble limt inn."
    ),
    Defect.LINK_BOX_WITHOUT_LINK: _("Lenkeboksen har ingen lenke."),
    Defect.EMBED_OUTSIDE: _("Innholdet ligger et annet sted og følger ikke med i pakken."),
    Defect.IMAGE_WITHOUT_ALT: _("Bildet mangler alternativ tekst."),
    Defect.IMAGE_ALT_IS_FILE: _("Den alternative teksten er bare et filnavn."),
    Defect.IMAGE_OUTSIDE: _("Bildet ligger et annet sted og kan forsvinne."),
    Defect.PORTAL_FUNCTION: _("Her viste portalen noe den selv lagde. Det finnes ikke her."),
    Defect.REPEATED: _("Den samme teksten står to ganger på siden. Kanskje er den limt inn på feil sted."),
    Defect.DOUBLED_WORD: _("Det samme ordet står to ganger på rad."),
    Defect.ROWS_REBUILT: _("En tabell hadde mistet cellene sine. Radene er gjort om til en liste."),
    Defect.LANGUAGE_GUESSED: _("Språkene sto etter hverandre uten skille. De er skilt etter ordene i dem."),
    Defect.SCRIPT_DROPPED: _("Et skript er tatt ut."),
    Defect.QUIZ_AS_TEXT: _("Spørsmålene er lest inn som tekst, uten poeng og fasit."),
    Defect.TOO_DEEP: _("Elementer var lagt svært langt inn i hverandre. Teksten er beholdt, rammene er ikke."),
    Defect.WORDS_LEFT_OUT: _("Noen ord fikk ikke plass i blokkene. De står i rapporten."),
    Defect.LINKS_LEFT_OUT: _("En adresse fikk ikke plass i blokkene. Den står i rapporten."),
    Defect.PAGE_OUTSIDE_MODULES: _("Siden vises ikke i noen modul."),
    Defect.PAGE_MISSING: _("Modulen viser til en side som ikke er i pakken."),
    Defect.TITLE_TWICE: _("Flere sider har samme tittel."),
    Defect.IDENTITY_TWICE: _("Den samme identiteten er brukt to ganger."),
    Defect.FILE_MISSING: _("Fila er nevnt, men ligger ikke i pakken."),
    Defect.FILE_UNLISTED: _("Fila ligger i pakken uten å være nevnt i innholdslista. Den er tatt med."),
    Defect.FILE_UNREAD: _("Fila er ikke innhold til en side. Ordene i den står i rapporten."),
    Defect.FILE_TWICE: _("Den samme fila ligger to ganger i pakken. Den første er brukt."),
    Defect.FILE_JUNK: _("Filer som operativsystemet har lagt igjen, er hoppet over."),
    Defect.NAMES_MENDED: _("Et filnavn brukte omvendt skråstrek. Det er rettet."),
    Defect.ENCODING_GUESSED: _("Tegnsettet var ukjent og er gjettet. Se etter at æ, ø og å er riktige."),
    Defect.XML_MENDED: _("XML-fila hadde feil og er lest så godt det gikk."),
    Defect.LICENCE_UNKNOWN: _("Pakken sier ikke hvilken lisens den har."),
}
TAKEN: dict[Taken, Sentence] = {
    Taken.LINK_WORDS: _("Ord som portalen legger til etter lenker"),
    Taken.DOWNLOAD_WORDS: _("Filnavn som portalen gjentar ved nedlasting"),
    Taken.EMPTY: _("Tomme avsnitt og lister"),
    Taken.STYLE: _("Skrifttyper og farger"),
    Taken.LAYOUT: _("Tabeller og tall som bare ordnet siden"),
    Taken.SCRIPT: _("Skript"),
    Taken.TITLE_CODES: _("Språkkoder som er blitt til språk"),
    Taken.HEADING_TAG: _("Tagger som er blitt overskrifter"),
    Taken.DEAD_TAG: _("Tagger for tjenester som er borte"),
    Taken.ADDRESS: _("Adresser som er blitt lenker"),
    Taken.LEFT_OUT: _("Ord og adresser uten plass i blokkene"),
    Taken.ASIDE: _("Ord i filer som ikke er sider"),
    Taken.SAME_AGAIN: _("Kopier som sier det samme en gang til"),
}
