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
CHART = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 190" font-family="Inter, Arial" font-size="16">
<text x="0" y="40">Samarbeid</text><rect x="170" y="20" width="380" height="30" fill="#055351"/>
<text x="0" y="100">Tid</text><rect x="170" y="80" width="210" height="30" fill="#418A87"/>
<text x="0" y="160">Trivsel</text><rect x="170" y="140" width="320" height="30" fill="#055351"/>
<text x="560" y="41">4,2</text><text x="390" y="101">2,9</text><text x="500" y="161">3,7</text></svg>"""


def agreement(language: Language = "nb") -> Document:
    """An agreement between an owner and a university, with every kind of block."""

    def say(nb: str, nn: str) -> str:
        return nb if language == "nb" else nn

    return Document(
        title=say("Avtale om nettverkssamarbeid", "Avtale om nettverkssamarbeid"),
        subtitle=say("Et felles løft for språkmiljøet i Nordvik", "Eit felles løft for språkmiljøet i Nordvik"),
        language=language,
        meta=Meta("Nordvik kommune", DAY, "2", "Utkast"),
        blocks=(
            Note(
                say("Avtalen gjelder fra alle har skrevet under.", "Avtalen gjeld frå alle har skrive under."),
                title=say("Utkast til høring", "Utkast til høyring"),
            ),
            Heading(1, say("Parter og bakgrunn", "Partar og bakgrunn")),
            Fields(
                (
                    Field(say("Eier", "Eigar"), "Nordvik kommune, org.nr. 123 456 785"),
                    Field("Kontakt", "Kari Nordmann\nkari@nordvik.example"),
                    Field("Universitet"),
                ),
                beside=True,
            ),
            Paragraph(
                (
                    Run(say("Partene vil ", "Partane vil ")),
                    Run(say("arbeide sammen", "arbeide saman"), bold=True),
                    Run(say(" om språkmiljøet, og lære av hverandre. ", " om språkmiljøet, og lære av kvarandre. ")),
                    Run("Sámi giella: á, č, đ, ŋ, š, ŧ, ž", italic=True),
                    Run(say(". Se ", ". Sjå ")),
                    Run("planen", link="https://nordvik.example/plan?a=1&b=2"),
                    Run("."),
                )
            ),
            Heading(2, "Behov"),
            BulletList(
                (say("De stille barna", "Dei stille barna"), (Run("Tid", bold=True), Run(say(" sammen", " saman"))))
            ),
            NumberedList((say("Kartlegge", "Kartleggje"), "Prøve ut", "Vurdere")),
            *_dates_and_figures(language),
            PageBreak(),
            *_answers_and_signatures(language),
        ),
    )


def _dates_and_figures(language: Language) -> tuple[Block, ...]:
    nb = language == "nb"
    return (
        Heading(1, "Fremdriftsplan" if nb else "Framdriftsplan"),
        Table(
            "Samlinger i det første året" if nb else "Samlingar det første året",
            ("Enhet" if nb else "Eining", "Tema", "Når", "Timer" if nb else "Timar"),
            (
                (
                    "Bjørkehagen barnehage",
                    "Samtaler rundt bordet" if nb else "Samtalar rundt bordet",
                    "14. januar",
                    "6",
                ),
                (
                    "Fjellvang",
                    "Lesing i alle fag, med vekt på fagord og på egne tekster" if nb else "Lesing",
                    "4. mars",
                    "12",
                ),
                ("Solsiden SFO", "Leik og språk", "22. april"),
            ),
            widths=(3, 4, 2.2, 1.2),
            row_headers=True,
            right=(3,),
        ),
        Figure(
            CHART,
            alt="Søylediagram: samarbeid 4,2, tid 2,9, trivsel 3,7 av 5.",
            caption="Slik svarte de ansatte" if nb else "Slik svara dei tilsette",
            table=Table(
                "Tallene i figuren" if nb else "Tala i figuren",
                ("Område", "Snitt"),
                (("Samarbeid", "4,2"), ("Tid", "2,9"), ("Trivsel", "3,7")),
                right=(1,),
            ),
            width=0.8,
        ),
        Note("Tallene bygger på 41 svar." if nb else "Tala byggjer på 41 svar.", tone="warning"),
    )


def _answers_and_signatures(language: Language) -> tuple[Block, ...]:
    nb = language == "nb"
    return (
        Heading(1, "Mål"),
        Fields(
            (
                Field(
                    "Hva vil vi oppnå?" if nb else "Kva vil vi oppnå?",
                    "Alle barn har nokon å snakke med.\n\nVi ser kven som er stille."
                    if not nb
                    else "Alle barn har noen å snakke med.\n\nVi ser hvem som er stille.",
                    hint="Ett til tre mål." if nb else "Eitt til tre mål.",
                ),
                Field("Hva trenger dere av eier?" if nb else "Kva treng de av eigaren?", lines=4),
            )
        ),
        Heading(1, "Signatur"),
        Signatures(
            (
                Signature("Nordvik kommune", "Kari Nordmann", "kommunalsjef", DAY, "Signert elektronisk"),
                Signature("Universitetet i Nord", "", "instituttleder" if nb else "instituttleiar"),
                Signature("Utdanningsforbundet"),
            )
        ),
    )


def blank_form(language: Language = "nb") -> Document:
    """Twelve questions with room to write under each."""
    nb = language == "nb"
    blocks: list[Block] = [
        Paragraph("Skriv for hånd, eller fyll ut på nett." if nb else "Skriv for hand, eller på nett.")
    ]
    for number in range(1, 13):
        answer = Field("Vårt svar", lines=5, hint="Hvem gjør hva?" if nb else "Kven gjer kva?")
        blocks += [Heading(1, f"{number}. Element"), Fields((answer, Field("Frist", lines=1)))]
    blocks.append(
        Signatures((Signature("Eier" if nb else "Eigar"), Signature("Tillitsvalgte" if nb else "Tillitsvalde")))
    )
    return Document(
        "Plan for eier" if nb else "Plan for eigar", language, meta=Meta(status="Skjema"), blocks=tuple(blocks)
    )


def long_report(pages: int = 30) -> Document:
    """About so many pages of headings, text and tables."""
    text = "Vi prøvde samtaler i små grupper, og så at flere barn tok ordet. " * 12
    table = Table("Svar", ("Spørsmål", "Snitt"), tuple((f"Spørsmål {n}", "3,9") for n in range(14)), right=(1,))
    page: tuple[Block, ...] = (Heading(1, "Del"), Paragraph(text), table, Heading(2, "Drøfting"), Paragraph(text))
    return Document("Årsrapport", "nb", meta=Meta("Nordvik kommune", DAY, "1"), blocks=page * pages)
