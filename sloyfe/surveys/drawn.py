"""What a page of questions is made of, in one language and ready for a template."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Box:
    """Something to tick, or in a ranking something to give a place."""

    value: str
    label: str
    ticked: bool
    aside: bool = False
    place: str = ""


@dataclass(frozen=True)
class Only:
    """Whom a question or a part is for: a sentence to read, and the same for the script that hides and shows."""

    sentence: str
    item: str
    answers: str


@dataclass(frozen=True)
class DrawnQuestion:
    """One question on a page; `closed` ones are shown but cannot be answered yet."""

    key: str
    kind: str
    label: str
    boxes: list[Box]
    words: str
    least: int
    most: int
    error: str
    closed: bool
    help: str = ""
    unit: str = ""
    one_line: bool = False
    unsure: Box | None = None
    ends: tuple[str, str] = ("", "")
    only: Only | None = None

    @property
    def is_answered(self) -> bool:
        """Whether something has been ticked or written."""
        return bool(self.words or self.ticked or self.ranked)

    @property
    def ticked(self) -> list[str]:
        """The words of every box that is ticked."""
        boxes = [*self.boxes, *([self.unsure] if self.unsure else [])]
        return [box.label for box in boxes if box.ticked]

    @property
    def ranked(self) -> list[Box]:
        """The options that have a place, the first place first."""
        return sorted((box for box in self.boxes if box.place.isdecimal()), key=lambda box: int(box.place))

    @property
    def places(self) -> list[str]:
        """The places to give."""
        return [str(place) for place in range(1, self.most + 1)]


@dataclass(frozen=True)
class Block:
    """Statements on one scale (in a `pair` two scales side by side), or one other question."""

    is_matrix: bool
    questions: list[DrawnQuestion]
    scale: list[str] = field(default_factory=list)
    aside: bool = False
    pair: bool = False

    @property
    def named(self) -> list[str]:
        """The steps by name or, where a step has none, by number."""
        return [label or str(step) for step, label in enumerate(self.scale, start=1)]


@dataclass(frozen=True)
class DrawnSection:
    """A part of the page."""

    key: str
    title: str
    help: str
    blocks: list[Block]
    only: Only | None = None


@dataclass(frozen=True)
class Drawn:
    """The whole page of questions."""

    title: str
    intro: list[str]
    thanks: str
    scale: list[str]
    dont_know: str
    role_question: str
    role_groups: list[Box]
    sections: list[DrawnSection]
    errors: list[DrawnQuestion] = field(default_factory=list)
