"""Saying no in a sentence that people can read."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise


class Refusal(Exception):  # noqa: N818 - it is not an error: the act was understood and declined
    """An act that was understood and declined; `sentence` is shown to the reader."""

    sentence: Sentence = _("Dette lar seg ikke gjøre nå.")
    status = 409

    def __init__(self, sentence: Sentence | None = None) -> None:
        if sentence is not None:
            self.sentence = sentence
        super().__init__(self.sentence)

    def __str__(self) -> str:
        return str(self.sentence)
