"""Methods as pure functions: frozen values in and out, no Django, no clock, no reading or writing."""
