"""Who sits in the owner's development group."""

from datetime import datetime

from django.db import transaction

from sloyfe.access import audit
from sloyfe.cycle.plan.actions.changes import topic
from sloyfe.cycle.plan.models import DevelopmentGroupMember, MemberRemoval, OwnerPlan
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


@transaction.atomic
def add_member(
    plan: OwnerPlan, *, name: str, represents: str, person: Person | None, by: Person, at: datetime
) -> DevelopmentGroupMember:
    """Somebody joins the development group."""
    member = DevelopmentGroupMember.objects.create(
        plan=plan, name=name, represents=represents, person=person, joined_at=at
    )
    audit.record(act="group_member.added", about=member, by=by, at=at, space=plan.space)
    announce(topic(plan.round_id))
    return member


@transaction.atomic
def remove_member(member: DevelopmentGroupMember, *, by: Person, at: datetime) -> None:
    """Somebody leaves the development group."""
    MemberRemoval.objects.get_or_create(member=member, defaults={"by": by, "at": at})
    audit.record(act="group_member.removed", about=member, by=by, at=at, space=member.plan.space)
    announce(topic(member.plan.round_id))


@transaction.atomic
def restore_member(member: DevelopmentGroupMember, *, by: Person, at: datetime) -> None:
    """Somebody is back in the development group."""
    MemberRemoval.objects.filter(member=member).delete()
    audit.record(act="group_member.restored", about=member, by=by, at=at, space=member.plan.space)
    announce(topic(member.plan.round_id))
