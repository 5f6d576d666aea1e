"""The whole round, step by step."""
