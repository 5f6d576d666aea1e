"""Rounds in which no two people meet twice, built rather than searched for."""

from sloyfe.algorithms.rotation.designs.catalogue import best_design
from sloyfe.algorithms.rotation.designs.design import Design

__all__ = ["Design", "best_design"]
