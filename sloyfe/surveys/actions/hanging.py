"""What a question or a part hangs on: set, taken away, and looked after whenever something moves."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.people.models import Person
from sloyfe.surveys.models import Instrument, Item, Part
from sloyfe.surveys.queries import order


class Hanging(Refusal):
    """A question cannot be opened by what comes after it, is not there, or cannot be answered like that."""

    TAKEN_OUT = _("«%(what)s» vises bare etter visse svar på «%(on)s». Ta bort det vilkåret først.")
    LATER = _("«%(what)s» vises bare etter visse svar på «%(on)s», og må derfor stå etter det.")
    NO_SUCH_ANSWER = _("«%(what)s» vises bare etter et svar på «%(on)s» som da ikke finnes. Endre det vilkåret først.")
    WRONG_KIND = _("«%(what)s» vises bare etter visse svar på «%(on)s». Da må det ha en skala eller valg.")


class NoAnswerChosen(Refusal):
    """A condition without answers would never be met."""

    sentence = _("Velg minst ett svar.")
    status = 422


@transaction.atomic
def set_condition(
    row: Item | Part, item: str, answers: Sequence[str], *, version: int, by: Person, at: datetime
) -> None:
    """Show it only to those who gave one of these answers to an earlier question."""
    if not answers:
        raise NoAnswerChosen
    told = {"item": item, "answers": [int(one) if one.isdecimal() else one for one in answers]}
    save_version(row, version=version, condition=told)
    check(row.instrument)
    audit.record(act="condition.set", about=row, by=by, at=at, space=row.instrument.space)


@transaction.atomic
def drop_condition(row: Item | Part, *, version: int, by: Person, at: datetime) -> None:
    """Show it to everybody again."""
    save_version(row, version=version, condition=None)
    audit.record(act="condition.dropped", about=row, by=by, at=at, space=row.instrument.space)


def check(instrument: Instrument) -> None:
    """Refuse what has just been done if something now hangs in the air; called inside the transaction that did it."""
    outline = order.outline(instrument)
    seen: dict[str, Item] = {}
    for row in outline.rows():
        if row.condition:
            _check(row, outline, seen)
        if isinstance(row, Item):
            seen[row.key] = row


def _check(row: Item | Part, outline: order.Outline, seen: dict[str, Item]) -> None:
    key = str((row.condition or {})["item"])
    asked = seen.get(key)
    if asked is None:
        later = any(item.key == key for item in outline.items)
        on = row.instrument.items.filter(key=key).first()
        raise _refusal(Hanging.LATER if later else Hanging.TAKEN_OUT, row, on)
    if asked.kind not in order.OPENING_KINDS:
        raise _refusal(Hanging.WRONG_KIND, row, asked)
    known = {option.key for option in order.opening_answers(asked)}
    if not {str(one) for one in (row.condition or {})["answers"]} <= known:
        raise _refusal(Hanging.NO_SUCH_ANSWER, row, asked)


def _refusal(sentence: object, row: Item | Part, on: Item | None) -> Hanging:
    language = get_language() or "nb"
    what = row.wording if isinstance(row, Item) else row.title
    return Hanging(str(sentence) % {"what": what.read(language), "on": on.wording.read(language) if on else "–"})
