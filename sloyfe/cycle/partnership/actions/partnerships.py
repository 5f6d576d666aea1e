"""Making a partnership and opening its first round."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.actions.agreement import begin_agreement
from sloyfe.cycle.partnership.actions.invitations import invite
from sloyfe.cycle.partnership.models import Invitation, Partnership, Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.school_year import SchoolYear
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class AddressTaken(Refusal):
    """The short address names one partnership."""

    sentence = _("Et annet partnerskap har allerede denne adressen. Velg en annen.")


@transaction.atomic
def make_partnership(*, name: Text, slug: str, language: str, coordinator: str, by: Person, at: datetime) -> Invitation:
    """Make the partnership, its first round and draft agreement, and invite its first coordinator."""
    if Space.objects.filter(slug=slug).exists():
        raise AddressTaken
    today = timezone.localdate(at)
    space = Space.root(slug, name.read(language))
    made = Partnership.objects.create(space=space, name=name, language=language, begun_on=today)
    first = Round.objects.create(
        space=space,
        title=Text.of(nb="Runde 1", nn="Runde 1"),
        school_year=SchoolYear.of(today).start,
        opened_at=at,
    )
    begin_agreement(first, by=by, at=at)
    audit.record(act="partnership.made", about=made, by=by, at=at, space=space)
    return invite(space, Role.COORDINATOR, email=coordinator, language=language, by=by, at=at)
