"""Every word and every address of a page is in its blocks or in its report, however the page was made."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sloyfe.cycle.competence.markup.codec import from_plain, to_plain
from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import Format, PageKind, PageTree, Provenance
from sloyfe.cycle.competence.markup.titles import read_title
from sloyfe.cycle.competence.markup.tree import Embed, Link, Picture
from sloyfe.cycle.competence.reading.checking import check, missing_words, seen_in, words_in
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.making import defects, every, page, table, words

TAGS = ["[udir-goals]", "[udir-reveal]", "[udir-tabs]", "[udir-accordion]", "[UOB-info]", "[udir-xyz]", "[uob-rating]",
        "[udir-header]", "[uob-regexp]", "[udir-leader] For eiere"]  # fmt: skip
LETTERS = st.text(st.sampled_from("abcæøå AB[]()|:.\u00a0\u00ad\u200b<>&;\n1"), max_size=12)
WORDS = st.sampled_from(["mål", "Les mer", "[IGP](gruppe)", "[x](", "nb: A|nn: B", "Links to an external site.",
                         "&lt;b&gt;",
                         "udir-goals", "[udir-tip]", "a)b", "", " ", "&nbsp;", "Last ned fila", "fila"])  # fmt: skip
FRAMES = st.sampled_from(["p", "div", "span", "b", "h3", "ul", "li", "ol", "dl", "dd", "blockquote", "pre", "details",
                          "summary",
                          "section", "em", "td", "tr", "th", "figure", "svg", "button", "center", "tbody"])  # fmt: skip


def rows(cells: list[list[str]]) -> str:
    made = ("".join(f"<td>{cell}</td>" for cell in row) for row in cells)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"


def tagged(tag: str, cells: list[list[str]]) -> str:
    return rows([[tag], *cells])


def spoken(name: str, language: str, html: str) -> str:
    return f'<{name} class="language" lang="{language}">{html}</{name}>'


LEAVES = st.one_of(
    WORDS,
    LETTERS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    st.sampled_from(["<br>", "<hr>", '<img src="a.png" alt="Et bilde">',
                     '<iframe src="https://vimeo.com/1" title="Film"></iframe>',
                     "<script>skjult()</script>", "<!-- skjult -->", '<a href="#her"></a>', "<p></p>"]),
)  # fmt: skip
HTML = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.builds(lambda name, html: f"<{name}>{html}</{name}>", FRAMES, inner),
        st.builds(lambda html: f'<a href="https://udir.no/{len(html)}">{html}</a>', inner),
        st.builds(spoken, st.sampled_from(["div", "span", "p"]), st.sampled_from(["nb", "nn", "xx"]), inner),
        st.builds(rows, st.lists(st.lists(inner, max_size=3), max_size=4)),
        st.builds(tagged, st.sampled_from(TAGS), st.lists(st.lists(inner, max_size=3), max_size=4)),
    ),
    max_leaves=18,
)  # fmt: skip
many = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


def told(read: PageTree) -> Counter[str]:
    """Words of blocks and of the report."""
    return words_in(" ".join([words(read.blocks), *(removal.words for removal in read.removals)]))


@many
@given(HTML)
def test_no_word_and_no_address_is_lost(html):
    read = page(html)

    source = seen_in(html)
    kept = {node.address for node in every(read.blocks, (Link, Picture, Embed))} | {
        each.address for each in read.removals
    }
    assert missing_words(source.words, told(read)) == []
    assert {"".join(address.split()) for address in source.addresses} <= {"".join(each.split()) for each in kept}


@settings(many, derandomize=True)
@given(HTML)
def test_well_formed_pages_need_no_leftovers(html):
    assert not {"words_left_out", "links_left_out"} & defects(page(f"<div>{html}</div>"))


@many
@given(HTML)
def test_blocks_survive_being_stored(html):
    read = page(html)

    assert from_plain(to_plain(read.blocks)) == read.blocks


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_letters_at_all_can_be_read(text):
    read = page(text)

    assert missing_words(seen_in(text).words, told(read)) == []


SAID = [
    "", "[udir-goals]", "[udir-reveal] Mer", "• punkt", "1. først", "Tidsramme Hva skal være rammen?",
    "Fil Last ned Fil",
    "Les mer (udir.no) Links to an external site. .", "[IGP](gruppe)", "Ei line", "Se https://udir.no/x.",
]  # fmt: skip
LINES = st.lists(
    st.one_of(st.sampled_from(SAID), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)), max_size=14
)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_no_word_of_pasted_text_is_lost(lines):
    text = "\n".join(["nb: Tittel|nn: Tittel", "", "Begynnelsen", *lines])

    read = read_package(text.encode("utf-8", "replace"), "side.txt").pages[0]

    body = text.encode("utf-8", "replace").decode().split("\n", 1)[1]
    assert missing_words(words_in(body), told(read)) == []


def test_what_a_page_lacks_is_written_among_the_removals():
    empty = PageTree("x", read_title("A"), PageKind.PAGE, (), Provenance(Format.HTML, "x"))

    checked = check(empty, [seen_in('<p>Alt er borte <a href="https://udir.no">her</a></p>')], Notes("x"))

    assert {removal.words or removal.address for removal in checked.removals} == {"alt borte er her", "https://udir.no"}
    assert defects(checked) == {"words_left_out", "links_left_out"}


def test_the_checker_does_not_take_one_word_for_another():
    assert missing_words(Counter({"fisk": 1, "kaffe": 1}), Counter({"fisk": 1})) == ["kaffe"]
    assert missing_words(Counter({"hello": 1}), Counter({"hel": 1, "lo": 1})) == []


def test_a_page_nested_beyond_reason_keeps_its_words():
    read = page("<div>" * 900 + "<b>innerst</b>" + "</div>" * 900 + table("[udir-tip]", "<i>" * 400 + "tips"))

    assert told(read) >= Counter({"innerst": 1, "tips": 1})


def test_tables_and_lists_nested_beyond_reason_keep_their_words():
    html = "innerst"
    for number in range(300):
        html = table("[udir-reveal]", f"t{number}", html) if number % 2 else f"<ul><li>{html}</li></ul>"
    read = page(html + '<a href="https://udir.no/1">' * 700 + "slutt")

    assert told(read) >= Counter({"innerst": 1, "t299": 1, "slutt": 1})
    assert not {"words_left_out", "links_left_out"} & defects(read)


def test_hostile_letters_take_no_time():
    long = f"<p>{' ' * 200_000}x</p><p>{'[a](' * 20_000}</p><p>{'å' * 200_000}</p>"
    read = page(long + "<a href='/borte'>b</a> " * 5_000)

    assert told(read)["b"] == 5_000
