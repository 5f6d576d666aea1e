"""Input about the work between gatherings."""
