"""The plan as documents, in the language that is asked for."""
