"""Typed readings of the environment that refuse nonsense in a sentence."""

import os
import secrets
from pathlib import Path


class BadSetting(SystemExit):
    """Start-up stops with a sentence, not with a traceback."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(f"{name}: {sentence}")


def env_text(name: str, default: str = "") -> str:
    """A text; blank counts as absent."""
    return os.environ.get(name, "").strip() or default


def env_bool(name: str, *, default: bool) -> bool:
    """1/0, true/false, yes/no, on/off."""
    words = env_text(name).lower()
    if words in ("", "1", "true", "yes", "on", "0", "false", "no", "off"):
        return words in ("1", "true", "yes", "on") if words else default
    raise BadSetting(name, f"write 1 or 0, not {words!r}.")


def env_int(name: str, default: int, *, low: int, high: int) -> int:
    """A whole number between two bounds."""
    words = env_text(name)
    if not words:
        return default
    if not words.isdigit() or not low <= int(words) <= high:
        raise BadSetting(name, f"write a whole number from {low} to {high}, not {words!r}.")
    return int(words)


def data_folder(name: str, default: Path) -> Path:
    """Where database, files and keys live; made if absent."""
    folder = Path(env_text(name) or default).expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(name, f"cannot use the folder {folder} ({error.strerror}).") from error
    return folder


def secret_key(name: str, folder: Path) -> str:
    """The secret from the environment, or one made once and kept in the data folder."""
    if words := env_text(name):
        if len(words) < 32:
            raise BadSetting(name, "must be at least 32 characters long.")
        return words
    keep = folder / "secret-key"
    if not keep.exists():
        keep.write_text(secrets.token_urlsafe(50), encoding="ascii")
        keep.chmod(0o600)
    return keep.read_text(encoding="ascii").strip()
