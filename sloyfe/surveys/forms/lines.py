"""Choices and steps as people write them: one to a line, in the same order in both languages."""

from collections.abc import Sequence
from typing import Any

from sloyfe.kit.text import Text
from sloyfe.surveys.sheet import Option

LANGUAGES = ("nb", "nn")


def split(text: Text, language: str) -> list[str]:
    """The lines of one language that say something."""
    return [line.strip() for line in text.entries.get(language, "").splitlines() if line.strip()]


def pairs(text: Text) -> list[Text]:
    """Line by line, both languages together."""
    nb, nn = split(text, "nb"), split(text, "nn")
    count = max(len(nb), len(nn))
    padded = zip(nb or [""] * count, nn or [""] * count, strict=False)
    return [Text.of(nb=bokmal, nn=nynorsk) for bokmal, nynorsk in padded]


def options_of(text: Text, known: Sequence[Option]) -> list[Option]:
    """Each line as a choice; one that was there keeps its key, wherever it stands now."""
    found: list[Option | None] = [None] * len(lines := pairs(text))
    left = list(known)
    for i, line in enumerate(lines):
        same = next((o for o in left if any(o.text.entries.get(k) == w for k, w in line.entries.items())), None)
        if same:
            found[i] = Option(same.key, line)
            left.remove(same)
    for i, line in enumerate(lines):
        if found[i] is None and i < len(known) and known[i] in left:  # reworded where it stood
            found[i] = Option(known[i].key, line)
            left.remove(known[i])
    free = (key for n in range(1, 1000) if (key := f"o{n}") not in {option.key for option in known})
    return [option or Option(next(free), line) for option, line in zip(found, lines, strict=True)]


def lines_of(options: Sequence[Option]) -> Text:
    """Choices → their lines."""
    return Text.of(**{lang: "\n".join(o.text.entries.get(lang, "") for o in options) for lang in LANGUAGES})


def steps_from(text: Text) -> list[dict[str, Any]]:
    """Each line as a step; a line with only the step's number is a step without a name."""
    steps = []
    for number, line in enumerate(pairs(text), start=1):
        named = {lang: words for lang, words in line.entries.items() if words != str(number)}
        steps.append(Text.of(**named).to_json())
    return steps


def steps_in_lines(steps: Sequence[dict[str, Any]]) -> Text:
    """Steps → their lines."""
    named = [Text.from_json(step).entries for step in steps]
    lines = {lang: [one.get(lang, str(i)) for i, one in enumerate(named, start=1)] for lang in LANGUAGES}
    return Text.of(**{lang: "\n".join(each) for lang, each in lines.items()})
