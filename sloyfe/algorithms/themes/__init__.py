"""What many short texts are about, and which of them say the same: suggestions, never decisions."""

from sloyfe.algorithms.themes.alike import Cluster, alike
from sloyfe.algorithms.themes.concepts import Concepts

__all__ = ["Cluster", "Concepts", "alike"]
