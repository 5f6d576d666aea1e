"""Input about meetings."""
