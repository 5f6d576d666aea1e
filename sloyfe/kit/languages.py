"""Which language somebody without an account reads."""

from collections.abc import Collection


def language_of(chosen: str, accepted: str, known: Collection[str]) -> str:
    """What they chose, or what their browser asks for first; bokmål for everybody else."""
    if chosen in known:
        return chosen
    return "nn" if accepted.lower().startswith("nn") else "nb"
