"""What a partnership owns says so, and cannot be asked for without saying which partnership."""

from collections.abc import Iterator
from typing import Any, Self, TypeVar

from django.db import models

from sloyfe.access.models import Space
from sloyfe.kit.rows import Row

T_co = TypeVar("T_co", bound=models.Model, covariant=True)


class UnscopedError(RuntimeError):
    """A query did not say which space it is about; this is a fault in our code, never an answer."""


class ScopedQuerySet(models.QuerySet[T_co]):
    """A queryset that refuses to run until `in_space` (or a row's own relation) has bounded it."""

    _bounded = False

    def in_space(self, space: Space) -> Self:
        """Only what this partnership owns."""
        root = space.root_key if space.parent_id else space.pk
        found = self.filter(space_id=root)
        found._bounded = True  # noqa: SLF001 - its own kind
        return found

    def bounded(self) -> Self:
        """Say that this query is bounded by something other than a space, such as a person's own rows."""
        clone = self.all()
        clone._bounded = True  # noqa: SLF001 - its own kind
        return clone

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]  # Django's own copy hook, absent from the stubs
        clone._bounded = self._bounded
        return clone

    def _demand(self) -> None:
        if not self._bounded:
            raise UnscopedError(f"{self.model.__name__}: say which space, with in_space(space)")

    def _fetch_all(self) -> None:
        self._demand()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[T_co]:
        self._demand()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._demand()
        return super().count()

    def exists(self) -> bool:
        self._demand()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._demand()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._demand()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._demand()
        return super().delete()


class ScopedManager(models.Manager[T_co]):
    """`objects` of what a partnership owns. From an instance (`round.goals`) it is bounded already."""

    def get_queryset(self) -> ScopedQuerySet[T_co]:
        """Unbounded from the class, bounded from an instance."""
        rows: ScopedQuerySet[T_co] = ScopedQuerySet(self.model, using=self._db, hints=self._hints)  # type: ignore[attr-defined]  # set by Django
        return rows.bounded() if hasattr(self, "instance") else rows

    def in_space(self, space: Space) -> ScopedQuerySet[T_co]:
        """Only what this partnership owns."""
        return self.get_queryset().in_space(space)

    def bounded(self) -> ScopedQuerySet[T_co]:
        """For the few questions that cross partnerships on purpose (a person's own rows, retention)."""
        return self.get_queryset().bounded()


class SpaceOwned(Row):
    """A row that belongs to one partnership."""

    space = models.ForeignKey(Space, models.PROTECT, related_name="+")
    objects = ScopedManager()

    class Meta:
        abstract = True
