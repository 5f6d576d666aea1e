"""Documents as an app: for its texts in nynorsk and its style sheet."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The floor of documents; it has no tables."""

    name = "sloyfe.documents"
    label = "documents"
