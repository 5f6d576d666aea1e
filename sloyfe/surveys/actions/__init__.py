"""What can be done with surveys, one file per subject."""
