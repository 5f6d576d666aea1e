"""What a network learns from: competence packages, read in from where they were made, whole."""
