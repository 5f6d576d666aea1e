"""Starting a questionnaire, and what stands around the questions."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys import content, drafting
from sloyfe.surveys.models import Audience, Instrument, Item, Part


class WrongThemes(Refusal):
    """Too few or too many themes for block A."""

    sentence = _("Velg fra fire til åtte temaer.")


class TitleMissing(Refusal):
    """Nobody finds a questionnaire without a name."""

    sentence = _("Gi skjemaet en tittel.")
    status = 422


@transaction.atomic
def make_instrument(*, space: Space, template: str, themes: Sequence[str], by: Person, at: datetime) -> Instrument:
    """Start a questionnaire from a ready-made one; the staff survey asks twice about each chosen theme."""
    told = content.template(template)
    low, high = content.theme_limits()
    chosen = [theme for theme in content.themes() if theme.key in themes]
    if template == "staff" and not low <= len(chosen) <= high:
        raise WrongThemes
    instrument = Instrument.objects.create(
        space=space,
        title=content.text(told["title"]),
        intro=drafting.intro(told),
        thanks=content.text(told["thanks"]),
        audience=Audience.STAFF if template == "staff" else Audience.LEADERS,
        template=template,
    )
    Part.objects.bulk_create(Part(instrument=instrument, **draft) for draft in drafting.parts(told))
    drafts = drafting.items(told, chosen)
    Item.objects.bulk_create(
        Item(instrument=instrument, position=i, **draft) for i, draft in enumerate(drafts, start=1)
    )
    audit.record(act="instrument.made", about=instrument, by=by, at=at, space=space)
    return instrument


@transaction.atomic
def make_empty(*, space: Space, title: Text, audience: str, by: Person, at: datetime) -> Instrument:
    """Start a questionnaire with one part and no questions; they are written, or taken from the bank."""
    if not title:
        raise TitleMissing
    instrument = Instrument.objects.create(
        space=space, title=title, thanks=content.plain_thanks(), audience=Audience(audience), template=""
    )
    Part.objects.create(instrument=instrument, key="D1", position=1, title=content.first_part())
    audit.record(act="instrument.made", about=instrument, by=by, at=at, space=space)
    return instrument


@transaction.atomic
def change_texts(
    instrument: Instrument,
    *,
    title: Text,
    intro: Text,
    thanks: Text,
    version: int,
    by: Person,
    at: datetime,
    agreed: bool = False,
) -> None:
    """Rewrite what stands around the questions; `agreed` says that both languages say the same again."""
    new = {"title": title, "intro": intro, "thanks": thanks}
    save_version(instrument, version=version, **rewritten(instrument, new, agreed=agreed))
    audit.record(act="instrument.changed", about=instrument, by=by, at=at, space=instrument.space)


def rewritten(row: object, new: Mapping[str, Text], *, agreed: bool) -> dict[str, Text]:
    """Each new text carried into the row's own, so that a translation nobody touched is known to be older."""
    return {name: text if agreed else getattr(row, name).rewritten(text) for name, text in new.items()}
