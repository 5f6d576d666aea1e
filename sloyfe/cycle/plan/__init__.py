"""What we will do: goals with signs, measures, the owner's twelve elements, and each unit's own choices.

A goal comes from a priority and has an indicator, or says in so many words that it is not measured.
A unit's plan inherits its owner's, and shows what differs.
"""
