"""Input → clean values, by subject."""
