"""What Sløyfe costs, beside a named floor measured in the same run."""
