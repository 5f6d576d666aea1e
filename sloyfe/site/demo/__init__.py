"""The living demo: a network in our own words, and signing in as one of its people."""
