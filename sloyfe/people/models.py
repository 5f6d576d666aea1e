"""Person, the codes that sign a person in, and the outbox."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.rows import Row
from sloyfe.people import sealing

LANGUAGES = [("nb", _("bokmål")), ("nn", _("nynorsk"))]


class PersonManager(BaseUserManager["Person"]):
    """Finds people by e-mail address, whatever its case."""

    def with_email(self, email: str) -> "Person | None":
        """The person with this address, if any."""
        return self.filter(email=email.strip().lower()).first()


class Person(AbstractBaseUser, Row):
    """Somebody with an account; global, whatever partnerships they take part in."""

    password = None  # type: ignore[assignment]  # nobody has a password: codes and, later, Feide
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = PersonManager()

    def __str__(self) -> str:
        return self.name


class OwnKey(Row):
    """The half that lies here of the key to what a person writes for themselves; `outer` names the other."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    half = models.BinaryField()
    outer = models.CharField(max_length=16)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "outer"], name="one_own_key_a_person")]

    def opened(self, content: bytes) -> str | None:
        """What was written, if the other half is here."""
        found = sealing.outside()
        return sealing.opened(content, self._whole(found)) if found else None

    def sealed(self, words: str) -> bytes:
        """So that nobody reads them without both halves."""
        found = sealing.outside()
        if found is None or sealing.name_of(found) != self.outer:
            raise sealing.KeyAway
        return sealing.sealed(words, self._whole(found))

    def _whole(self, found: bytes) -> bytes:
        return sealing.key_of(found, bytes(self.half), self.person_id)


class SignInCode(Row):
    """A one-time code on its way to an e-mail address; only its digest is kept."""

    email = models.EmailField(db_index=True)
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)


class Letter(Row):
    """A message in the outbox: written in the same transaction as what it tells of."""

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    written_at = models.DateTimeField(db_index=True)
    once = models.CharField(max_length=120, unique=True, null=True)


class Dispatch(models.Model):
    """One attempt to send a letter; `outcome` stays empty when we cannot know whether it arrived."""

    letter = models.OneToOneField(Letter, models.CASCADE, primary_key=True, related_name="dispatch")
    begun_at = models.DateTimeField()
    outcome = models.CharField(max_length=200, blank=True)
