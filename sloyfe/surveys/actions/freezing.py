"""Freezing a questionnaire when it is first sent out: what stood then is what people were asked."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sloyfe.kit.refusal import Refusal
from sloyfe.surveys import drafting
from sloyfe.surveys.models import Edition, Instrument, Item, ItemVersion, Kind
from sloyfe.surveys.queries import coverage, order
from sloyfe.surveys.versions import asked_if, digest_of, facts


class NothingToAsk(Refusal):
    """An empty questionnaire cannot be sent out."""

    sentence = gettext_lazy("Spørreskjemaet har ingen spørsmål ennå.")


class NotWhole(Refusal):
    """People who read the other language would not be asked the same."""

    def __init__(self, gaps: Sequence[coverage.Gap]) -> None:
        language = get_language() or "nb"
        first = "; ".join(
            f"«{gap.what.read(language)}» ({gap.language}: {_('må oppdateres') if gap.older else _('mangler')})"
            for gap in gaps[:3]
        )
        rest = _(" og %(more)s til") % {"more": len(gaps) - 3} if len(gaps) > 3 else ""
        sentence = _("Skjemaet må være helt på bokmål og nynorsk før det sendes ut. Se på %(first)s%(rest)s.")
        super().__init__(sentence % {"first": first, "rest": rest})


@transaction.atomic
def freeze_edition(instrument: Instrument) -> Edition:
    """Freeze the questionnaire as it stands; a question asked before in the same words keeps its version."""
    items = list(instrument.items.exclude(position=None))
    if all(item.kind == Kind.NOTE for item in items):
        raise NothingToAsk
    gaps = coverage.gaps(instrument, order.outline(instrument))
    if gaps:
        raise NotWhole(gaps)
    versions = _versions(instrument, items)
    sheet = drafting.compose(instrument, [(item, str(versions[item.pk].pk)) for item in items])
    number = (instrument.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    return Edition.objects.create(instrument=instrument, number=number, sheet=sheet.to_json())


def _versions(instrument: Instrument, items: Sequence[Item]) -> dict[UUID, ItemVersion]:
    conditions = dict(instrument.parts.values_list("key", "condition"))
    known: dict[UUID, dict[str, ItemVersion]] = {}
    for row in ItemVersion.objects.filter(item__instrument=instrument):
        known.setdefault(row.item_id, {})[row.digest] = row
    found: dict[UUID, ItemVersion] = {}
    new: list[ItemVersion] = []
    for item in items:
        told_if = asked_if(item, items, conditions)
        digest = digest_of(item, told_if)
        earlier = known.get(item.pk, {})
        if digest not in earlier:
            number = max((row.number for row in earlier.values()), default=0) + 1
            new.append(ItemVersion(item=item, number=number, digest=digest, asked_if=told_if, **facts(item)))
        found[item.pk] = earlier.get(digest) or new[-1]
    ItemVersion.objects.bulk_create(new)
    return found
