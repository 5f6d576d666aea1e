"""The one door into live; only actions call it."""

from functools import partial

from django.db import transaction

from sloyfe.live import wire


def announce(topic: str) -> None:
    """Tell those who watch `topic` that it changed, once the transaction has been committed."""
    transaction.on_commit(partial(wire.send, topic))
