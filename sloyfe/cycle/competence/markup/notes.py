"""What is noticed while a page is read: remarks to the editor, and what was taken out."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Defect(StrEnum):
    """A class of remark; the first eighteen are the known ways in which pages of the portal go wrong."""

    UNKNOWN_TAG = "unknown_tag"
    TAG_SPELLING = "tag_spelling"
    TAG_IN_HEADER_CELL = "tag_in_header_cell"
    EXTRA_BESIDE_TAG = "extra_beside_tag"
    BOX_MANY_CELLS = "box_many_cells"
    BOX_ONE_ROW = "box_one_row"
    BOX_IN_LAYOUT = "box_in_layout"
    BOX_IN_BOX = "box_in_box"
    REVEAL_MANY = "reveal_many"
    TABLE_IN_PANEL = "table_in_panel"
    REVEAL_WIDE_FIRST_ROW = "reveal_wide_first_row"
    TABS_NARROW_FIRST_ROW = "tabs_narrow_first_row"
    ACCORDION_ONE_COLUMN = "accordion_one_column"
    TABLE_ONLY_HEADERS = "table_only_headers"
    HINT_PARENTHESIS = "hint_parenthesis"
    ACCORDION_IN_TABLE = "accordion_in_table"
    TABLE_WITHOUT_HEADERS = "table_without_headers"
    LANGUAGES_DIFFER = "languages_differ"
    END_UNKNOWN = "end_unknown"

    TAG_OUTSIDE_TABLE = "tag_outside_table"
    TAG_OLD = "tag_old"
    TAG_WITHOUT_LOOK = "tag_without_look"
    TAG_DROPPED = "tag_dropped"
    ANSWER_BOX = "answer_box"
    PANEL_UNPAIRED = "panel_unpaired"
    BOX_EMPTY = "box_empty"
    HINT_IS_LINK = "hint_is_link"
    HINT_OPEN = "hint_open"
    LANGUAGE_UNKNOWN = "language_unknown"
    LANGUAGE_NESTED = "language_nested"
    LANGUAGE_UNMARKED = "language_unmarked"
    LANGUAGE_MISSING = "language_missing"
    UNTRANSLATED = "untranslated"
    TITLE_UNTRANSLATED = "title_untranslated"
    TITLE_ODD = "title_odd"
    LINK_BROKEN = "link_broken"
    LINK_TO_PORTAL = "link_to_portal"
    LINK_EMPTY = "link_empty"
    LINK_WITHOUT_ADDRESS = "link_without_address"
    LINK_BOX_WITHOUT_LINK = "link_box_without_link"
    EMBED_OUTSIDE = "embed_outside"
    IMAGE_WITHOUT_ALT = "image_without_alt"
    IMAGE_ALT_IS_FILE = "image_alt_is_file"
    IMAGE_OUTSIDE = "image_outside"
    PORTAL_FUNCTION = "portal_function"
    REPEATED = "repeated"
    DOUBLED_WORD = "doubled_word"
    ROWS_REBUILT = "rows_rebuilt"
    LANGUAGE_GUESSED = "language_guessed"
    SCRIPT_DROPPED = "script_dropped"
    QUIZ_AS_TEXT = "quiz_as_text"
    TOO_DEEP = "too_deep"
    WORDS_LEFT_OUT = "words_left_out"
    LINKS_LEFT_OUT = "links_left_out"
    PAGE_OUTSIDE_MODULES = "page_outside_modules"
    PAGE_MISSING = "page_missing"
    TITLE_TWICE = "title_twice"
    IDENTITY_TWICE = "identity_twice"
    FILE_MISSING = "file_missing"
    FILE_UNLISTED = "file_unlisted"
    FILE_UNREAD = "file_unread"
    FILE_TWICE = "file_twice"
    FILE_JUNK = "file_junk"
    NAMES_MENDED = "names_mended"
    ENCODING_GUESSED = "encoding_guessed"
    XML_MENDED = "xml_mended"
    LICENCE_UNKNOWN = "licence_unknown"


class Taken(StrEnum):
    """Why something was taken out of a page."""

    LINK_WORDS = "link_words"
    DOWNLOAD_WORDS = "download_words"
    EMPTY = "empty"
    STYLE = "style"
    LAYOUT = "layout"
    SCRIPT = "script"
    TITLE_CODES = "title_codes"
    HEADING_TAG = "heading_tag"
    DEAD_TAG = "dead_tag"
    ADDRESS = "address"
    LEFT_OUT = "left_out"
    ASIDE = "aside"
    SAME_AGAIN = "same_again"


@dataclass(frozen=True)
class Remark:
    """One thing the editor should know, where, and the words it is about."""

    defect: Defect
    place: str
    quote: str = ""


@dataclass(frozen=True)
class Removal:
    """Words or an address that are not in the blocks, and why; `times` where there were no words."""

    why: Taken
    words: str = ""
    address: str = ""
    times: int = 1


QUOTE = 160


@dataclass
class Notes:
    """Gathers what is noticed; one for each page."""

    source: str = ""
    remarks: dict[Remark, None] = field(default_factory=dict)
    removals: list[Removal] = field(default_factory=list)
    counted: Counter[Taken] = field(default_factory=Counter)

    def remark(self, defect: Defect, line: int = 0, quote: str = "") -> None:
        """Once for each class, place and quote."""
        place = f"{self.source}:{line}" if line else self.source
        words = " ".join(quote.split())
        self.remarks[Remark(defect, place, words if len(words) <= QUOTE else words[:QUOTE] + "…")] = None

    def take(self, why: Taken, words: str = "", address: str = "") -> None:
        """Say that this was taken out; without words it is only counted."""
        if words or address:
            self.removals.append(Removal(why, words, address))
        else:
            self.counted[why] += 1

    def taken(self) -> tuple[Removal, ...]:
        """What was taken out, words first, then what was only counted."""
        return (*self.removals, *(Removal(why, times=times) for why, times in sorted(self.counted.items())))
