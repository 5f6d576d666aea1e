"""What the live layer remembers of rooms, and when it forgets."""

from collections.abc import Callable, Collection

from sloyfe.cycle.meetings.rooms.memory import Memory


class Shelf:
    """Something that changes and is read; `meanwhile` happens while it is read."""

    def __init__(self) -> None:
        self.values = {"a": 1, "b": 2}
        self.read: list[list[str]] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def look(self, keys: Collection[str]) -> dict[str, int]:
        self.read.append(sorted(keys))
        found = {key: self.values[key] for key in keys if key in self.values}
        self.meanwhile()
        return found


def test_what_is_known_is_not_read_again_and_the_rest_is_read_together():
    shelf = Shelf()
    memory = Memory(shelf.look, 10)
    memory.all(["a"])

    assert memory.all(["a", "b"]) == {"a": 1, "b": 2}
    assert memory.all(["a", "b"]) == {"a": 1, "b": 2}
    assert shelf.read == [["a"], ["b"]]


def test_what_is_forgotten_is_read_again_and_nothing_else():
    shelf = Shelf()
    memory = Memory(shelf.look, 10)
    memory.all(["a", "b"])
    shelf.values["a"] = 5
    memory.forget("a")

    assert memory.all(["a", "b"]) == {"a": 5, "b": 2}
    assert shelf.read == [["a", "b"], ["a"]]


def test_what_is_read_while_something_is_forgotten_is_used_once_and_not_kept():
    shelf = Shelf()
    memory = Memory(shelf.look, 10)

    def change() -> None:
        shelf.values["a"] = 5
        memory.forget("a")
        shelf.meanwhile = lambda: None

    shelf.meanwhile = change
    assert memory.all(["a"]) == {"a": 1}
    assert memory.all(["a"]) == {"a": 5}


def test_the_same_where_everything_is_forgotten():
    shelf = Shelf()
    memory = Memory(shelf.look, 10)
    memory.all(["b"])
    shelf.meanwhile = memory.clear
    memory.all(["a"])

    assert memory.all(["a", "b"]) == {"a": 1, "b": 2}
    assert shelf.read == [["b"], ["a"], ["a", "b"]]


def test_what_is_not_there_is_never_remembered_as_missing():
    shelf = Shelf()
    memory = Memory(shelf.look, 10)
    assert memory.all(["c"]) == {}
    shelf.values["c"] = 3
    assert memory.all(["c"]) == {"c": 3}


def test_nothing_is_kept_for_long_and_never_more_than_there_is_room_for(monkeypatch):
    shelf = Shelf()
    memory = Memory(shelf.look, 1)
    memory.all(["a"])
    memory.all(["b"])
    memory.all(["a"])
    assert shelf.read == [["a"], ["b"], ["a"]]

    monkeypatch.setattr("sloyfe.cycle.meetings.rooms.memory.LONGEST", 0)
    memory.all(["a"])
    assert len(shelf.read) == 4
