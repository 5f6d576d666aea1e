"""The closed lists of words that blocks are described with."""

from enum import StrEnum


class Language(StrEnum):
    """Whose eyes a block is for; `any` is shown to everybody."""

    NB = "nb"
    NN = "nn"
    SE = "se"
    ANY = "any"


class Kind(StrEnum):
    """What a block is."""

    GOALS = "goals"
    TASK = "task"
    TIP = "tip"
    TOOLS = "tools"
    TIME = "time"
    INFO = "info"
    IMPORTANT = "important"
    WARNING = "warning"
    QUOTE = "quote"
    LEADER = "leader"
    LINK = "link"
    LAW = "law"
    GENERAL = "general"
    EXAMPLE = "example"
    REVEAL = "reveal"
    TABS = "tabs"
    ACCORDION = "accordion"
    TOOLTIP = "tooltip"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    IMAGE = "image"
    EMBED = "embed"
    FILE = "file"
    RICH_TEXT = "rich_text"


class Goes(StrEnum):
    """Where a link leads."""

    PAGE = "page"
    FILE = "file"
    OUTSIDE = "outside"
    PORTAL = "portal"
    TOOL = "tool"
    ANCHOR = "anchor"
    MAIL = "mail"
    BROKEN = "broken"
    UNKNOWN = "unknown"
