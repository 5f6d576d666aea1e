"""What we know: a figure or a story, and how we read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person
from sloyfe.surveys.models import OutsideFigure, Wave


class Theme(models.TextChoices):
    """What it is about; the keys are those of the staff survey."""

    INCLUSIVE_PRACTICE = "inclusive_practice", _("Inkluderende praksis")
    LANGUAGE_ENVIRONMENT = "language_environment", _("Språkmiljø")
    ASSESSMENT = "assessment_for_learning", _("Vurdering som støtter læring")
    DIGITAL_JUDGEMENT = "digital_judgement", _("Digital dømmekraft og kunstig intelligens")
    GROUP_LEADERSHIP = "group_leadership", _("Gruppe- og klasseledelse")
    HOME_COOPERATION = "home_cooperation", _("Samarbeid med hjemmet")
    TRANSITIONS = "transitions", _("Overganger")
    PLAY = "play_and_exploration", _("Lek og utforsking")
    OTHER = "other", _("Noe annet")


class FindingKind(models.TextChoices):
    """A figure points, a story explains, and children have a voice of their own."""

    FIGURE = "figure", _("Tall")
    STORY = "story", _("Fortelling")
    CHILDREN = "children_voice", _("Barnas og elevenes stemme")


class Finding(SpaceOwned, Versioned):
    """Something that was seen at a place; at the root it belongs to the whole network."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=FindingKind)
    theme = models.CharField(max_length=40, choices=Theme)
    title = TextValueField()
    story = TextValueField()
    asked_how = TextValueField()
    interpretation = TextValueField()
    anonymised_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class ImportedFigure(Row):
    """The finding's number comes from elsewhere, typed in or read in with a file; while it stands, the number does."""

    finding = models.OneToOneField(Finding, models.CASCADE, related_name="imported")
    figure = models.ForeignKey(OutsideFigure, models.PROTECT, related_name="+")


class Figure(Row):
    """A released figure of a survey: it is read from the release, which stands frozen. No place: the network."""

    finding = models.OneToOneField(Finding, models.CASCADE, related_name="figure")
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="+")
    item = models.CharField(max_length=60)
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
