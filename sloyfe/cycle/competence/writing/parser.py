"""The CommonMark parser with our rules and without those that have no block: HTML, code, rules, references."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.tree import SyntaxTreeNode

from sloyfe.cycle.competence.writing import frames, lines

DEEPEST = 40
KNOWN = (
    "normalize", "block", "inline", "text_join", "blockquote", "heading", "list", "paragraph",
    "backticks", "emphasis", "strikethrough", "escape", "newline", "text",
    "balance_pairs", "fragments_join", "framed", "rows", "bracket", "picture", "new_line", "address",
)  # fmt: skip
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}


def parsed(text: str) -> SyntaxTreeNode | None:
    """The text as a tree; None where things lie too deep in each other for the parser to keep all of it."""
    tokens = _parser().parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return None
    return SyntaxTreeNode(tokens)


@lru_cache(1)
def _parser() -> MarkdownIt:
    made = MarkdownIt("zero", {"maxNesting": DEEPEST})
    made.block.ruler.before("blockquote", "framed", frames.framed, INTERRUPTS)
    made.block.ruler.before("blockquote", "rows", frames.table, INTERRUPTS)
    made.inline.ruler.before("link", "bracket", lines.bracket)
    made.inline.ruler.before("link", "picture", lines.picture)
    made.inline.ruler.before("link", "new_line", lines.new_line)
    made.inline.ruler.before("link", "address", lines.address)
    # Where an explanation ends, so that its words do not run on.
    made.inline.add_terminator_char(")")
    return made.enable(list(KNOWN))
