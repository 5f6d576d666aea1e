"""The attacker. Knows what is laid before it, Python, numpy and scipy, and imports nothing of Sløyfe."""
