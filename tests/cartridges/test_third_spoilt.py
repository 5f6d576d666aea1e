"""The third package after an accident or in hostile hands: it is read, or a sentence says why not."""

import io
import warnings
import zipfile

import pytest
from django.utils.translation import override

from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.kit.refusal import Refusal
from tests.cartridges.third import cartridge, entries, manifest, packed

ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def renamed(old: str, new: str) -> bytes:
    return packed({name.replace(old, new): data for name, data in entries().items()})


def with_manifest(data: bytes) -> bytes:
    return packed(entries() | {"imsmanifest.xml": data})


def twice() -> bytes:
    memory = io.BytesIO(cartridge())
    with warnings.catch_warnings(), zipfile.ZipFile(memory, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("wiki_content/faner.html", "<p>En annen side.</p>")
    return memory.getvalue()


REFUSED = {
    "cut in the middle": lambda: cartridge()[: len(cartridge()) // 2],
    "cut at the end": lambda: cartridge()[:-30],
    "only a beginning": lambda: cartridge()[:40],
    "a byte turned": lambda: cartridge()[:200] + b"\xff\xff\xff\xff" + cartridge()[204:],
    "no manifest": lambda: packed({n: d for n, d in entries().items() if n != "imsmanifest.xml"}),
    "an empty manifest": lambda: with_manifest(b""),
    "a manifest of noise": lambda: with_manifest(b"\x00\x01\x02\x03"),
    "a name that leads out": lambda: packed(entries() | {"../../utenfor.txt": b"x"}),
    "a name that leads out backwards": lambda: packed(entries() | {"..\\utenfor.txt": b"x"}),
    "a name from the root": lambda: packed(entries() | {"/etc/utenfor.txt": b"x"}),
    "a bomb": lambda: packed(entries() | {"web_resources/bombe.txt": b"0" * (60 << 20)}),
    "entities that grow": lambda: with_manifest((ENTITY + manifest("1").split("?>", 1)[1]).encode()),
    "an entity that reads a file": lambda: with_manifest((OUTSIDE + manifest("1").split("?>", 1)[1]).encode()),
    "nothing": lambda: b"",
    "an empty archive": lambda: packed({}),
    "a package in a package": lambda: packed({"pakke.imscc": cartridge()}),
}


@pytest.mark.parametrize("spoilt", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_with_a_sentence(spoilt):
    with pytest.raises(Refusal) as refused:
        read_package(spoilt(), "spolert.imscc")

    for language in ("nb", "nn"):
        with override(language):
            sentence = str(refused.value)
        assert sentence.endswith(".")
        assert "Traceback" not in sentence


READ = {
    "UTF-16 with a mark": lambda: with_manifest(manifest("1").replace("UTF-8", "UTF-16").encode("utf-16")),
    "UTF-16 without a mark": lambda: with_manifest(manifest("1").replace("UTF-8", "UTF-16").encode("utf-16-le")),
    "a mark before UTF-8": lambda: with_manifest(b"\xef\xbb\xbf" + manifest("1").encode()),
    "backslashes": lambda: renamed("/", "\\"),
    "a folder around it": lambda: packed({f"tredje/{name}": data for name, data in entries().items()}),
    "the same name twice": twice,
    "no modules": lambda: packed(
        {n: d for n, d in entries(canvas=False).items() if n != "imsmanifest.xml"}
        | {"imsmanifest.xml": manifest("1", items="").encode()}
    ),
    "modules that are noise": lambda: packed(entries() | {"course_settings/module_meta.xml": b"<modules><module"}),
    "a page of noise": lambda: packed(entries() | {"wiki_content/hint.html": bytes(range(256))}),
    "a page that is empty": lambda: packed(entries() | {"wiki_content/hint.html": b""}),
    "a discussion that is noise": lambda: packed(entries() | {f"i{'5' * 32}.xml": b"<topic><text>&#0; halv"}),
    "deep items": lambda: with_manifest(manifest("1", items="<item><title>d</title>" * 300 + "</item>" * 300).encode()),
}


@pytest.mark.parametrize("spoilt", READ.values(), ids=READ.keys())
def test_what_can_be_read_is_read_whole(spoilt):
    package = read_package(spoilt(), "spolert.imscc")

    assert len(package.pages) >= 60
