"""A package in writing, and a browser that sends what it was shown."""

import re
from html import unescape
from typing import Any

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import drafting
from sloyfe.cycle.competence.models import DraftBlock, DraftPage, PackageDraft
from sloyfe.kit.text import Text

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


def begun(world: World, by: Member) -> PackageDraft:
    return drafting.begin(world.space, Text.of(nb="Lek", nn="Leik"), "cc_by_sa", by=by.person, at=NOW)


def only_page(draft: PackageDraft) -> DraftPage:
    return draft.pages.get()


def put(page: DraftPage, nb: str = "", nn: str = "", after: DraftBlock | None = None) -> DraftBlock:
    last = page.blocks.last()
    return drafting.add_block(page, Text.of(nb=nb, nn=nn), after=after or last)


def at(world: World, draft: PackageDraft, page: DraftPage | None = None, rest: str = "") -> str:
    return world.url(f"pakker/utkast/{draft.pk}/" + (f"sider/{page.pk}/" if page else "") + rest)


def filled(by: Member, address: str) -> dict[str, str]:
    """The form of a page as a browser would send it, nothing typed."""
    html = by.client.get(address).content.decode()
    said: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            said[name[1]] = value[1] if value else ""
    boxes = re.findall(r'<textarea[^>]*name="([^"]+)"([^>]*)>\n?(.*?)</textarea>', html, re.DOTALL)
    said |= {name: unescape(text) for name, _rest, text in boxes}
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)"[^>]*selected', options) or re.search(r'value="([^"]*)"', options)
        said[name] = chosen[1] if chosen else ""
    return said


def send(by: Member, address: str, do: str, **typed: str) -> Any:
    return by.client.post(address, {**filled(by, address), **typed, "do": do})
