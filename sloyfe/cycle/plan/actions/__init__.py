"""What can be done with the plan; each act is one transaction, or a refusal."""
