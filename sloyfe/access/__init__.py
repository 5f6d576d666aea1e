"""Who may: roles, the policy table, seats in spaces, and the log of what was done."""
