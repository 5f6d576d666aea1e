"""What is there when the round is over."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.plan.actions.changes import rewritten, topic
from sloyfe.cycle.plan.models import Delivery, EndProduct
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


@transaction.atomic
def describe_product(product: EndProduct, *, version: int, by: Person, at: datetime, **changes: Any) -> None:
    """Say what the end product is, who answers for it, and when it is there."""
    save_version(product, version=version, **rewritten(product, changes))
    audit.record(act="product.described", about=product, by=by, at=at, space=product.plan.space)
    announce(topic(product.plan.round_id))


class NothingToDeliver(Refusal):
    """A product without a description cannot be finished."""

    sentence = _("Skriv først hva sluttproduktet er.")


@transaction.atomic
def deliver_product(product: EndProduct, *, by: Person, at: datetime) -> None:
    """The end product is finished."""
    if not product.what:
        raise NothingToDeliver
    Delivery.objects.get_or_create(product=product, defaults={"by": by, "at": at})
    audit.record(act="product.delivered", about=product, by=by, at=at, space=product.plan.space)
    announce(topic(product.plan.round_id))


@transaction.atomic
def reopen_product(product: EndProduct, *, by: Person, at: datetime) -> None:
    """The end product was not finished after all."""
    Delivery.objects.filter(product=product).delete()
    audit.record(act="product.reopened", about=product, by=by, at=at, space=product.plan.space)
    announce(topic(product.plan.round_id))
