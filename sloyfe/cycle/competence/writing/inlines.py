"""A line as text to type in: as plainly as can be, or carefully, with every mark by its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.tree import Break, Hint, Inline, Language, Link, Picture, Run
from sloyfe.cycle.competence.writing.addresses import IMAGE, LINK, target_of
from sloyfe.cycle.competence.writing.keeping import key_of
from sloyfe.cycle.competence.writing.words import DECORATIVE, mark_in

SIGNS = re.compile(r"([\\`*_\[\]<|])|~(?=~)|(?<=~)~")
COLONS, ADDRESS = re.compile(":::"), re.compile(r"(?<=https:)/|(?<=http:)/", re.IGNORECASE)
START = re.compile(r"^(\s*)(?:(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|==|!\s)|(\d{1,9})([.)](?=\s|$)))")
ROUND = re.compile(r"[()]")
PLAIN = {(): ("", ""), ("bold",): ("**", "**"), ("italic",): ("*", "*"), ("struck",): ("~~", "~~"),
         ("code",): ("`", "`"), ("bold", "italic"): ("**_", "_**"), ("italic", "bold"): ("_**", "**_")}  # fmt: skip


@dataclass(frozen=True)
class Pen:
    """Writes lines in one language's words."""

    language: Language
    careful: bool = False

    def lines(self, inlines: Sequence[Inline]) -> str:
        """A paragraph: a new line is a new line."""
        text = self._all(inlines, "<br>" if self.careful else "\n")
        return "\n".join(START.sub(_escaped_start, line) for line in text.split("\n"))

    def line(self, inlines: Sequence[Inline]) -> str:
        """All on one line."""
        return START.sub(_escaped_start, self._all(inlines, "<br>"))

    def _all(self, inlines: Sequence[Inline], new_line: str) -> str:
        return "".join(self._each(inline, new_line) for inline in inlines)

    def _each(self, inline: Inline, new_line: str) -> str:
        match inline:
            case Run():
                return self._run(inline)
            case Break():
                return new_line
            case Link():
                return self._link(inline)
            case Hint():
                told = self._all(inline.explanation, "<br>")
                asked = "? " if self.careful else ""
                return f"[{self._all(inline.inlines, '<br>')}]({asked}{told})"
            case Picture():
                return self._picture(inline)
        return ""

    def _run(self, run: Run) -> str:
        if "code" in run.marks and not self.careful and len(run.marks) == 1:
            return f"`{run.text}`"
        text = ADDRESS.sub(r"\\/", COLONS.sub(r"\\:::", SIGNS.sub(r"\\\g<0>", run.text)))
        if self.careful:
            names = " ".join(mark_in(mark, self.language) for mark in run.marks)
            return f"[{_round(text)}]{{{names}}}" if names else _round(text)
        if run.marks in PLAIN:
            before, after = PLAIN[run.marks]
            return f"{before}{text}{after}"
        return f"[{text}]{{{' '.join(mark_in(mark, self.language) for mark in run.marks)}}}"

    def _link(self, link: Link) -> str:
        address = link.address
        if self.careful or target_of(address) != link.target:
            address = f"{LINK}{key_of(link)}"
        elif link.inlines == (Run(address),):
            return address
        return f"[{self._all(link.inlines, '<br>')}]({address})"

    def _picture(self, picture: Picture) -> str:
        address = picture.address
        if self.careful or target_of(address) != picture.target:
            address = f"{IMAGE}{key_of(picture)}"
        alt, title = (re.sub(r'([\\\[\]"])', r"\\\1", words) for words in (picture.alt, picture.title))
        titled = f' "{title}"' if title else ""
        return f"![{alt}]({address}{titled})" + (f"{{{DECORATIVE}}}" if picture.decorative else "")


def _round(text: str) -> str:
    return ROUND.sub(r"\\\g<0>", text)


def _escaped_start(match: re.Match[str]) -> str:
    space, sign, number, dot = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{dot}"
