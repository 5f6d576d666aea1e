"""Forms of the surveys; what people answer is read by `filling`, not by a form."""
