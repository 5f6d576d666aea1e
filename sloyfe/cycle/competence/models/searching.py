"""The words of the newest version of each package, as the search reads them."""

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.models.packages import Page


class SearchEntry(SpaceOwned):
    """A page in one of its languages, and how many words it has there."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="search_entries")
    language = models.CharField(max_length=3)
    words = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="page_searched_once_in_a_language")]


class SearchStem(models.Model):
    """How often an entry has a word, whatever its ending. There are many of these, and no address names one."""

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="stems")
    stem = models.CharField(max_length=60)
    times = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["stem"], name="search_stem")]
