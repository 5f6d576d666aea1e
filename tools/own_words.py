"""What people write for themselves opens only with a key that is in no backup: those who run Sløyfe are told."""

from django.apps import apps

from sloyfe.people import sealing


def keep_the_key() -> str:
    """After a backup: what must be kept besides it, if anybody has written for themselves."""
    if not _names():
        return ""
    return (
        f"What people have written for themselves opens only with {sealing.key_file()}, which is not in the backup. "
        "Keep a copy of that file, once, in another place than the backups."
    )


def key_is_away() -> str:
    """After a restore: which key is missing, if any."""
    found = sealing.outside()
    missing = _names() - ({sealing.name_of(found)} if found else set())
    if not missing:
        return ""
    return (
        f"What people have written for themselves cannot be opened: it needs the key named {' and '.join(missing)}. "
        f"Put the copy that was kept at {sealing.key_file()}. Nothing is lost until then."
    )


def _names() -> set[str]:
    return set(apps.get_model("people", "OwnKey").objects.values_list("outer", flat=True))
