"""What many short texts are about, and which of them say the same: suggestions, never decisions."""

from sloyfe.algorithms.themes.alike import Cluster, alike
from sloyfe.algorithms.themes.concepts import Concepts
from sloyfe.algorithms.themes.keyness import Keyword, Keywords, keywords

__all__ = ["Cluster", "Concepts", "Keyword", "Keywords", "alike", "keywords"]
