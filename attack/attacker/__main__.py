"""`python -m attack.attacker FOLDER`: attacks every network laid out there, and what was planted beside them."""

import sys

from attack.attacker.campaign import main

if __name__ == "__main__":
    sys.exit(main())
