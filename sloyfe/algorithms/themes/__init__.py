"""Which of many short texts say the same: suggestions, never decisions."""

from sloyfe.algorithms.themes.alike import Cluster, alike

__all__ = ["Cluster", "alike"]
