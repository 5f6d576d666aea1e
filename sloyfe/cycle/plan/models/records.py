"""What several tables of the plan share: a record of an act, and who answers for something."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.models import Party
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person


class Record(Row):
    """Something was done, by whom and when; taking it back is deleting the record."""

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Answerable(models.Model):
    """Somebody answers for it: a person, or a party as a whole."""

    responsible_person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    responsible_party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def responsible(self) -> str:
        """The name of who answers for it, or nothing."""
        if self.responsible_person:
            return self.responsible_person.name
        return self.responsible_party.organisation.name if self.responsible_party else ""

    @property
    def responsible_key(self) -> str:
        """The same as the value of a choice in a form."""
        if self.responsible_person_id:
            return f"person:{self.responsible_person_id}"
        return f"party:{self.responsible_party_id}" if self.responsible_party_id else ""


class Freedom(models.TextChoices):
    """Whether a unit is bound or chooses for itself."""

    COMMON = "common", _("Felles krav")
    OWN = "own", _("Enheten velger selv")
