"""Reads about the plan."""
