"""What is needed: findings (figures, stories and children's voices), needs, and what comes first.

Units word their needs and their leaders confirm them; network needs gather what units share. People
give points with reasons, nobody wins by majority, and steering answers for the order it decides.
"""
