"""Figures that others have made: earlier surveys, official statistics, a number somebody has read somewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person


class Absence(models.TextChoices):
    """Why there is no value; neither is ever 0."""

    HIDDEN = "hidden", _("skjult av kilden")
    MISSING = "missing", _("mangler i kilden")


class FigureFile(SpaceOwned):
    """A table on its way in; `table` is what was read of the file, and is emptied once it is carried out."""

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    signature = models.CharField(max_length=64)
    table = models.BinaryField()
    choices = models.JSONField(default=dict)


class ColumnChoice(SpaceOwned):
    """What the columns of such a table were last time, for the next file with the same header."""

    signature = models.CharField(max_length=64)
    choices = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "signature"], name="column_choice_once")]


class FigureImport(SpaceOwned):
    """A file of figures was carried out: how many figures came in, how many rows did not."""

    file = models.OneToOneField(FigureFile, models.PROTECT, related_name="run")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    source = models.CharField(max_length=120)
    taken = models.PositiveIntegerField()
    hidden = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()


class FigureImportUndone(Row):
    """All that came in with a file was taken out again."""

    run = models.OneToOneField(FigureImport, models.CASCADE, related_name="undone")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class OutsideFigure(SpaceOwned):
    """One number from elsewhere. No place: it is about none of ours, such as the whole country (`about`)."""

    run = models.ForeignKey(FigureImport, models.PROTECT, null=True, related_name="figures")
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=160, blank=True)
    group = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=120)
    indicator = models.CharField(max_length=200)
    period = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    absence = models.CharField(max_length=8, choices=Absence, blank=True)
    n = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=20, blank=True)
    comparison = models.CharField(max_length=200, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, absence="")
                | models.Q(value__isnull=True, absence__in=Absence.values),
                name="a_value_or_why_not",
            ),
            models.UniqueConstraint(
                fields=["space", "fingerprint"],
                condition=models.Q(run__isnull=False),
                name="outside_figure_once",
            ),
        ]
