"""What can be chosen among in a meeting: a common point, or the point of one group."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from sloyfe.cycle.meetings.models.points import CommonPoint, Point
from sloyfe.kit.rows import Row


class OfPoint(Row):
    """A row about one common point, or about one point of a group."""

    point = models.ForeignKey(Point, models.CASCADE, null=True, related_name="+")
    common = models.ForeignKey(CommonPoint, models.CASCADE, null=True, related_name="+")

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(point=None, common__isnull=False) | Q(point__isnull=False, common=None),
                name="%(class)s_of_one_point",
            )
        ]

    @property
    def option_key(self) -> UUID:
        """Which option it counts for now: a point that has been merged counts for the common one."""
        if self.common_id or self.point is None:
            return self.common_id or self.pk
        merge = getattr(self.point, "merge", None)
        return merge.common_id if merge else self.point.pk
