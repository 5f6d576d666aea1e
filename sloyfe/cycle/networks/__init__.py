"""What units do between the gatherings: work that they take home, and bring something back from."""
