"""Reads about the work between gatherings."""
