"""People: who somebody is, how they sign in, which language they read, and the letters sent to them."""
