"""One document with everything in it, in both languages, and a form that nobody has filled in."""

import datetime as dt

from sloyfe.documents.tree import (
    Block,
    BulletList,
    Document,
    Field,
    Fields,
    Figure,
    Heading,
    Language,
    Meta,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Table,
)

DAY = dt.date(2026, 11, 22)
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 190" font-family="Inter" font-size="16">'
    '<text x="0" y="40" fill="#292623">Samarbeid</text><rect x="170" y="20" width="380" height="30" fill="#055351"/>'
    '<text x="0" y="100" fill="#292623">Tid til utvikling</text><rect x="170" y="80" width="210" height="30" fill="#418A87"/>'
    '<text x="0" y="160" fill="#292623">Ledelse</text><rect x="170" y="140" width="320" height="30" fill="#055351"/>'
    '<text x="560" y="41" fill="#292623">4,2</text><text x="390" y="101" fill="#292623">2,9</text>'
    '<text x="500" y="161" fill="#292623">3,7</text></svg>'
).encode()


def agreement(language: Language = "nb") -> Document:
    """An agreement between an owner and a university, with every kind of block."""
    nn = language == "nn"
    return Document(
        title="Avtale om nettverkssamarbeid",
        subtitle="Eit felles løft for språkmiljøet i Nordvik" if nn else "Et felles løft for språkmiljøet i Nordvik",
        language=language,
        meta=Meta("Nordvik kommune", DAY, "2", "Utkast"),
        blocks=_opening(nn) + _middle(nn) + _closing(nn),
    )


def _opening(nn: bool) -> tuple[Block, ...]:
    return (
        Note(
            "Avtalen gjeld frå alle har skrive under." if nn else "Avtalen gjelder fra alle har skrevet under.",
            title="Utkast til høyring" if nn else "Utkast til høring",
        ),
        Heading(1, "Partar og bakgrunn" if nn else "Parter og bakgrunn"),
        Fields(
            (
                Field("Eier" if not nn else "Eigar", "Nordvik kommune, org.nr. 123 456 785"),
                Field("Kontakt", "Kari Nordmann\nkari@nordvik.example"),
                Field("Universitet", ""),
            ),
            beside=True,
        ),
        Paragraph(
            (
                Run("Partane vil " if nn else "Partene vil "),
                Run("arbeide saman" if nn else "arbeide sammen", bold=True),
                Run(
                    " om språkmiljøet i tre barnehagar og to skular, og lære av kvarandre undervegs. "
                    if nn
                    else " om språkmiljøet i tre barnehager og to skoler, og lære av hverandre underveis. "
                ),
                Run("Sámi giella, čáŋgaluvvon đ, ŧ ja ž", italic=True),
                Run(". Sjå " if nn else ". Se "),
                Run("planen", link="https://nordvik.example/plan?a=1&b=2"),
                Run("."),
            )
        ),
        Heading(2, "Behov"),
        BulletList(("Dei stille barna" if nn else "De stille barna", (Run("Tid", bold=True), Run(" til å øve saman"))))
        if nn
        else BulletList(("De stille barna", (Run("Tid", bold=True), Run(" til å øve sammen")))),
        NumberedList(("Kartlegge", "Prøve ut", "Vurdere")),
    )


def _middle(nn: bool) -> tuple[Block, ...]:
    unit = "Eining" if nn else "Enhet"
    return (
        Heading(1, "Framdriftsplan" if nn else "Fremdriftsplan"),
        Table(
            "Samlingar i det første året" if nn else "Samlinger i det første året",
            (unit, "Tema", "Når", "Timer"),
            (
                ("Bjørkehagen barnehage", "Samtaler rundt bordet", "14. januar 2027", "6"),
                ("Fjellvang skole", "Lesing i alle fag, med vekt på fagord og på elevenes egne tekster", "4. mars 2027", "12"),
                ("Solsiden SFO", "Lek på tvers av språk", "22. april 2027"),
            ),
            widths=(3, 4, 2.2, 1.2),
            row_headers=True,
            right=(3,),
        ),
        Figure(
            CHART,
            alt="Søylediagram: samarbeid 4,2, tid til utvikling 2,9, ledelse 3,7 av 5.",
            caption="Slik svarte de ansatte",
            table=Table("Tallene i figuren", ("Område", "Snitt"), (("Samarbeid", "4,2"), ("Ledelse", "3,7")), right=(1,)),
            width=0.8,
        ),
        Note("Tallene bygger på 41 svar fra tre enheter.", tone="warning"),
    )


def _closing(nn: bool) -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(1, "Mål"),
        Fields(
            (
                Field(
                    "Kva vil vi oppnå?" if nn else "Hva vil vi oppnå?",
                    "Alle barn har noen å snakke med hver dag.\n\nDe voksne legger merke til hvem som er stille.",
                    hint="Ett til tre mål, med tegn dere kan se.",
                ),
                Field("Hva trenger dere av eier?", lines=4, hint="Skriv kort."),
            )
        ),
        Heading(1, "Signatur"),
        Signatures(
            (
                Signature("Nordvik kommune", "Kari Nordmann", "kommunalsjef", DAY, "Signert elektronisk"),
                Signature("Universitetet i Nord", "", "instituttleder"),
                Signature("Utdanningsforbundet"),
            )
        ),
    )


def blank_form(language: Language = "nb") -> Document:
    """Twelve questions with room to write under each."""
    elements = ("Utviklingsgruppe", "Lokal tilpasning", "Føringer og fleksibilitet", "Tidsramme", "Møtepunkter", "Nettverk")
    blocks: list[Block] = [Paragraph("Skriv for hånd, eller fyll ut på nett.")]
    for number, element in enumerate(elements * 2, 1):
        blocks.append(Heading(1, f"{number}. {element}"))
        blocks.append(
            Fields((Field("Vårt svar", lines=5, hint="Hvem gjør hva, og fra når?"), Field("Ansvarlig og frist", lines=1)))
        )
    blocks.append(Signatures((Signature("Eier"), Signature("Tillitsvalgte"))))
    return Document("Eiers plan: tolv elementer", language, meta=Meta(status="Tomt skjema"), blocks=tuple(blocks))
