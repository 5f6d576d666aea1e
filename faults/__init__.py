"""Faults on purpose: what must hold when a process dies in the middle of its work."""
