"""What many short texts are about, and which of them say the same: suggestions, never decisions."""

from sloyfe.algorithms.themes.alike import Cluster, alike
from sloyfe.algorithms.themes.areas import Area, areas
from sloyfe.algorithms.themes.coding import Coder, Suggestion
from sloyfe.algorithms.themes.concepts import Concepts
from sloyfe.algorithms.themes.keyness import Keyword, Keywords, keywords
from sloyfe.algorithms.themes.telling import Theme, themes

__all__ = [
    "Area",
    "Cluster",
    "Coder",
    "Concepts",
    "Keyword",
    "Keywords",
    "Suggestion",
    "Theme",
    "alike",
    "areas",
    "keywords",
    "themes",
]
