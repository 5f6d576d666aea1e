"""Pages about the work between gatherings."""
