"""Load: as many browsers as a planning day has, in one meeting, and what they saw."""
