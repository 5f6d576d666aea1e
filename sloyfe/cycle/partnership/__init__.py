"""Who works together: parties, seats, expectations, mandate, agreement, the start gate, and rounds.

A partnership is the tenant space. Its agreement is the mandate; the gate keeps everyone from starting
before time and resources are in place.
"""
