"""Reads about meetings."""
