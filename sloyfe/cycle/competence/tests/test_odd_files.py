"""Whatever is handed in ends in a package or in a sentence, never in a fault."""

import json
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.making import zipped
from sloyfe.cycle.competence.tests.test_cartridges import FILES
from sloyfe.kit.refusal import Refusal

NAMES = st.sampled_from(["x.imscc", "x.zip", "x.json", "x.html", "x.txt", "x"])
NAMED = "id title items content pages modules result course nb nn slug indent order slugID requirement type url message"
KEYS = st.sampled_from([*NAMED.split(), "languages", "announcements"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("<p>Hei</p>"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=14,
)
calm = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def handed_in(content: bytes, name: str) -> None:
    """It is read, or a sentence says why not."""
    try:
        read_package(content, name)
    except Refusal as refusal:
        said = str(refusal)
    else:
        said = "."
    assert said.endswith(".")


@calm
@given(st.binary(max_size=400), NAMES)
def test_any_bytes(content, name):
    handed_in(content, name)


@calm
@given(JSON)
def test_any_json(thing):
    handed_in(json_bytes(thing), "x.json")


@calm
@given(st.sampled_from([name for name in FILES if name.endswith((".xml", ".html"))]), st.integers(0, 10**9))
def test_any_damage_to_a_file_of_a_cartridge(name, seed):
    rng = Random(seed)
    letters = list(str(FILES[name]))
    for _each in range(rng.randint(1, 30)):
        at = rng.randrange(len(letters))
        letters[at] = rng.choice(["", "<", ">", "&", '"', "</", "]]>", "\x00", "æ", letters[at] * 3])
    handed_in(zipped({**FILES, name: "".join(letters)}), "x.imscc")


@calm
@given(st.integers(0, 10**9))
def test_any_damage_to_the_archive(seed):
    rng = Random(seed)
    content = bytearray(zipped(FILES))
    for _each in range(rng.randint(1, 12)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    handed_in(bytes(content[: rng.choice([len(content), rng.randrange(len(content))])]), "x.imscc")


def json_bytes(thing: object) -> bytes:
    return json.dumps(thing).encode()
