"""The certificate of a unit as a document: about what was done, and about nobody."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.competence.queries.certificates import Attested
from sloyfe.documents.tree import BulletList, Document, Field, Fields, Heading, Language, Meta, Note, Paragraph
from sloyfe.kit.text import Text


def certificate_paper(given: Attested, language: Language, address: str) -> Document:
    """What was done, by which unit, and how anybody can see that it holds."""
    row = given.row
    with override(language):
        package = row.version.package.title.read(language)
        said = _("%(unit)s har gjennomført hele kompetansepakken sammen.") if row.whole else _(
            "%(unit)s har gjennomført disse modulene i kompetansepakken sammen."
        )  # fmt: skip
        facts = (
            Field(_("Pakke"), package),
            Field(_("Utgave"), str(row.version.number)),
            Field(_("Dato"), date_format(timezone.localdate(row.at), "j. F Y")),
            Field(_("Kode"), given.code),
        )
        check = _(
            "Koden kan kontrolleres på %(address)s. Siden viser det samme som står her, og ingenting om personer."
        )
        withdrawn = () if given.holds else (Note(_("Beviset er trukket tilbake."), tone="warning"),)
        return Document(
            title=_("Bevis for gjennomført kompetansepakke"),
            subtitle=row.place.title,
            language=language,
            meta=Meta(organisation=row.place.title, date=timezone.localdate(row.at)),
            blocks=(
                *withdrawn,
                Paragraph(said % {"unit": row.place.title}),
                Fields(facts, beside=True),
                Heading(1, _("Dette dekker beviset")),
                BulletList(tuple(titles(given, language))),
                Paragraph(check % {"address": address}),
            ),
        )


def titles(given: Attested, language: str) -> list[str]:
    """What it covers, module by module."""
    read = [Text.from_json(module["title"]).read(language) for module in given.row.covers]
    return [each or given.row.version.package.title.read(language) for each in read]
