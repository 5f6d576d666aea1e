"""Person, the codes that sign a person in, and the outbox."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.rows import Row

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
