"""Any package there can be: every kind of block in every other, in all languages, with files of any bytes."""

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from sloyfe.cycle.competence.markup import tree
from sloyfe.cycle.competence.markup.packages import AssetEntry, Format, Licence, PackageTree, PageTree
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.reading.licences import CODES

# Any letters, also half of a pair and those that no database takes; and names as people and machines give them.
letters = st.text(max_size=8)
names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=20)
paths = (
    names | st.builds("{}/{}".format, names, names) | st.sampled_from(["../ut", "imsmanifest.xml", "C:\\x", "å.png"])
)
INLINES = get_args(tree.Inline)
FLAT_INLINES = (tree.Run, tree.Break, tree.Picture)
FLAT_BLOCKS = (tree.Paragraph, tree.Heading, tree.File, tree.Image, tree.RichText)
BLOCKS = (*FLAT_BLOCKS, tree.Listing, tree.Table, tree.Embed, tree.Box, tree.Panels)
DEPTH = 3
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {str: letters, int: st.integers(0, 1 << 40), bool: st.booleans()}

# Numbers that are drawn or kept, and so have an end.
NUMBERS: dict[tuple[Any, str], st.SearchStrategy[Any]] = {
    (tree.Heading, "level"): st.integers(1, 6),
    (PageTree, "minutes"): st.none() | st.integers(0, 9999),
}


@lru_cache(None)
def of_kind(asked: Any, depth: int = DEPTH) -> st.SearchStrategy[Any]:
    """Any value that a field of this kind may hold."""
    origin, arguments = get_origin(asked), get_args(asked)
    if asked in SIMPLE:
        return SIMPLE[asked]
    if asked == tree.Inline:
        return st.one_of([made(each, depth - 1) for each in (INLINES if depth > 0 else FLAT_INLINES)])
    if asked is tree.Block:
        return st.one_of([made(each, depth - 1) for each in (BLOCKS if depth > 0 else FLAT_BLOCKS)])
    if origin is tuple:
        return st.lists(of_kind(arguments[0], depth), max_size=2).map(tuple)
    if origin is not None:
        return st.none() | of_kind(arguments[0], depth)
    return st.sampled_from(list(asked)) if issubclass(asked, StrEnum) else made(asked, depth)


@lru_cache(None)
def made(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    """Any node of this class."""
    if kind is Title:
        return st.builds(Title, letters, st.dictionaries(st.sampled_from(list(tree.Language)), letters, max_size=3))
    if kind is Licence:
        return st.builds(Licence, st.sampled_from(["", *CODES]), letters)
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    made_of = {field.name: of_kind(hints[field.name], depth) for field in fields(kind)}
    return st.builds(kind, **{name: NUMBERS.get((kind, name), any_of_it) for name, any_of_it in made_of.items()})


@st.composite
def packages(draw: st.DrawFn) -> tuple[PackageTree, dict[str, bytes]]:
    """A package that holds together, and its files."""
    files = draw(st.dictionaries(paths, st.binary(max_size=20), max_size=3))
    whole: PackageTree = draw(made(PackageTree, DEPTH))
    pages = {page.identity: page for page in whole.pages if page.identity.isprintable()}
    assets = tuple(AssetEntry(draw(letters), path, len(content)) for path, content in sorted(files.items()))
    return replace(whole, format=Format.OWN, pages=tuple(pages.values()), assets=assets), files
