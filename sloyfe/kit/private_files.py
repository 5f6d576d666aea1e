"""Small files that only the server reads, on a disk that shall remember them through a power cut, or forget them."""

import os
import secrets
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """In place of what was there."""
    _write(path, content, os.O_TRUNC)
    _remember(path.parent)


def keep_first(path: Path, content: bytes) -> bytes:
    """Whole, unless somebody was first; what lies there now."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    _write(beside, content, os.O_EXCL)
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return path.read_bytes()
    finally:
        beside.unlink()
        _remember(path.parent)
    return content


def destroy(path: Path) -> None:
    """Write over it and remove it; nothing happens when it is gone already."""
    try:
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(os.urandom(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        _remember(path.parent)
    except FileNotFoundError:
        return


def _write(path: Path, content: bytes, how: int) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remember(folder: Path) -> None:
    """A power cut must neither lose a key nor bring one back."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
