"""Where people learn together: methods with their scripts, and meetings that follow them.

A method is a script of phases, copied onto rows when a meeting is made of it. It helps without locking: whoever leads
may leave out, stretch and reorder, and a meeting that was held anyway is recorded afterwards.
"""
