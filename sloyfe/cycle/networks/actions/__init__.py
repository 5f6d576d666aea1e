"""What changes the work between gatherings; each in one transaction, or a refusal."""
