"""Model fields for values that are not plain columns."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from sloyfe.kit.text import Text


class TextValueField(models.JSONField):
    """A `kit.text.Text` in a JSON column."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Text)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Text:
        """Database JSON → Text."""
        return Text.from_json(super().from_db_value(value, expression, connection))

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Text → database JSON."""
        if isinstance(value, Text):
            value = value.to_json()
        return super().get_db_prep_value(value, connection, prepared)

    def to_python(self, value: Any) -> Text:
        """Accept a Text, its JSON, or nothing."""
        return value if isinstance(value, Text) else Text.from_json(value)
