"""What somebody should look at before a package is given out. Knows nothing of Django, except for the sentences."""
