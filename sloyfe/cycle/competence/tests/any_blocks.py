"""Any blocks that a person could have written, and any that a package could hold."""

from hypothesis import strategies as st

from sloyfe.cycle.competence.markup.embeds import provider_of
from sloyfe.cycle.competence.markup.inlines import has_words, joined, trimmed
from sloyfe.cycle.competence.markup.paragraphs import alone
from sloyfe.cycle.competence.markup.tree import (
    Box,
    Break,
    Cell,
    Embed,
    Goes,
    Heading,
    Hint,
    Kind,
    Language,
    Link,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    Picture,
    RichText,
    Row,
    Run,
    Said,
    Section,
    Table,
    Target,
)
from sloyfe.cycle.competence.writing.words import BOXES, MARKS, PANELS

SIGNS = "ab æøå.,:;!?-+*_~`#>|=[](){}<>\\/&\"'0123\u00a0–«»"
ODD = [*SIGNS, ":::", "==", "1. ", "- ", "https://", "{fet}", "<br>"]
WORDS = st.one_of(
    st.lists(st.sampled_from(ODD), min_size=1, max_size=12).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
    st.sampled_from(["Å leke sammen", "ikkje", "3 * 4", "f.eks.", "IGP"]),
)
PLACES = st.sampled_from(
    [
        ("https://www.udir.no/a_(b)?x=1&y=2", Target(Goes.OUTSIDE, "https://www.udir.no/a_(b)?x=1&y=2")),
        ("side:m1/p-2", Target(Goes.PAGE, "m1/p-2")),
        ("fil:ark til utskrift.pdf", Target(Goes.FILE, "ark til utskrift.pdf")),
        ("fil:bilde.png", Target(Goes.FILE, "bilde.png")),
        ("mailto:kari@demo.sloyfe.no", Target(Goes.MAIL, "kari@demo.sloyfe.no")),
        ("$WIKI_REFERENCE$/pages/intro", Target(Goes.PAGE, "g12")),
        ("javascript:alert(1)", Target(Goes.UNKNOWN)),
        ("", Target(Goes.BROKEN)),
    ]
)
MARKED = st.lists(st.sampled_from(list(MARKS)), max_size=2, unique=True).map(tuple)
RUNS = st.builds(Run, WORDS, MARKED)


def lines(inner):
    return st.lists(inner, max_size=4).map(lambda each: trimmed(joined(each)))


LINKS = st.builds(lambda to, words: Link(to[0], words, to[1]), PLACES, st.lists(RUNS, max_size=2).map(joined))
PICTURES = st.builds(
    lambda to, alt, title, for_show: Picture(to[0], " ".join(alt.split()), " ".join(title.split()), for_show, to[1]),
    PLACES, WORDS, st.one_of(st.just(""), WORDS), st.booleans(),
)  # fmt: skip
HINTS = st.builds(Hint, lines(RUNS), lines(st.one_of(RUNS, LINKS)))
INLINES = st.one_of(RUNS, RUNS, LINKS, HINTS, PICTURES, st.just(Break()))
LINES = lines(INLINES)


def blocks(language, deep=2):
    """A few of them, some inside each other, all for readers of one language."""
    paragraphs = LINES.filter(has_words).map(lambda line: alone(Paragraph(line, language=language)))
    kinds = [
        paragraphs,
        paragraphs,
        st.builds(lambda level, line: Heading(level, line, language=language), st.integers(1, 6), LINES),
        st.builds(lambda rows, caption: Table(rows, caption, language=language), rows(language), LINES),
        st.builds(lambda text: RichText("math", text, language=language), WORDS),
    ]
    if deep:
        inside = blocks(language, deep - 1)
        items = st.lists(inside.map(lambda held: ListItem(held, language)), min_size=1, max_size=3).map(tuple)
        parts = st.builds(lambda line, held: Section(line, held, language), LINES, inside)
        kinds += [
            st.builds(lambda each, ordered: Listing(each, ordered, language=language), items, st.booleans()),
            st.builds(lambda k, h, b: Box(k, h, b, language=language), st.sampled_from(list(BOXES)), LINES, inside),
            st.builds(
                lambda kind, each: Panels(kind, tuple(each), language=language),
                st.sampled_from(list(PANELS)), st.lists(parts, min_size=1, max_size=3),
            ),
            st.builds(
                lambda to, title, held: Embed(
                    provider_of(to[0], title), to[0], " ".join(title.split()), (), held, to[1], language=language
                ),
                PLACES, WORDS, inside,
            ),
        ]  # fmt: skip
    return st.lists(st.one_of(kinds), max_size=3).map(tuple)


def rows(language):
    cells = st.builds(
        lambda line, header, wide: Cell(
            (alone(Paragraph(line, language=language)),) if has_words(line) else (), header, wide, language=language
        ),
        LINES, st.booleans(), st.sampled_from([1, 1, 1, 1, 2]),
    )  # fmt: skip
    return st.lists(st.lists(cells, min_size=1, max_size=3).map(lambda row: Row(tuple(row))), max_size=3).map(tuple)


MIXED = st.lists(
    st.one_of(
        blocks(Language.NB, 1), blocks(Language.NN, 1), blocks(Language.ANY, 1),
        st.builds(
            lambda nb, nn: (Box(Kind.TASK, (Said(Language.NB, nb), Said(Language.NN, nn)), ()),), LINES, LINES
        ),
    ), max_size=3,
).map(lambda each: tuple(block for few in each for block in few))  # fmt: skip
