"""What changes the needs station; each in one transaction, or a refusal."""
