"""Where people learn together: methods with their scripts, so far as a library to read and to print.

A method is a script of phases. It helps without locking: whoever leads may leave out, stretch and reorder.
"""
