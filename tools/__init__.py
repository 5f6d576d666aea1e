"""Everything around the product: setting up, starting, testing, backing up. `run.py` is the door to it."""
