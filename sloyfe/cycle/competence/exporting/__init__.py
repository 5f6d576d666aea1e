"""Packages on their way out: as Sløyfe's own archive, and as a cartridge. Knows nothing of Django."""
