"""Where the addresses of a package lead: pages and files inside it, the portal it came from, or the world."""

import re
from dataclasses import dataclass, field
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from sloyfe.cycle.competence.markup.tree import Goes, Target

FILE_BASE = re.compile(r"^/?\$IMS[-_]CC[-_]FILEBASE\$/?", re.IGNORECASE)
PAGE_REFERENCE = re.compile(r"^/?\$WIKI_REFERENCE\$/(?:pages|wiki)/([^?#]+)", re.IGNORECASE)
OBJECT_REFERENCE = re.compile(r"^/?\$CANVAS_OBJECT_REFERENCE\$/([\w:]+)/([^?#/]+)", re.IGNORECASE)
COURSE_REFERENCE = re.compile(r"^/?\$CANVAS_COURSE_REFERENCE\$/?(.*)$", re.IGNORECASE | re.DOTALL)
PORTAL = re.compile(r"(?:^|\.)(?:instructure\.com|kompetanse\.udir\.no|kp\.udir\.no)$", re.IGNORECASE)
COURSE_PATH = re.compile(r"^/(?:courses|groups)/\d+(?:/(.*))?$", re.DOTALL)
ITEM = re.compile(r"modules/items/([^?#/]+)")
FILES = "web_resources/"


@dataclass
class Index:
    """What a package holds, by the names that its links use."""

    pages: dict[str, str] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)

    def add_page(self, identity: str, slug: str = "", title: str = "") -> None:
        """A page is found by its identity, its slug, or its title made into one."""
        self.pages[identity] = identity
        if slug:
            self.slugs.setdefault(plain(slug), identity)
        if title:
            self.titles.setdefault(slug_of(title), identity)

    def add_file(self, path: str) -> None:
        self.files[plain(path)] = path

    def page(self, slug: str) -> str | None:
        """A page by what a link calls it."""
        name = plain(slug).strip("/")
        return self.pages.get(name) or self.slugs.get(name) or self.titles.get(slug_of(name))

    def target(self, address: str, folder: str = "") -> Target:
        """Where an address leads, seen from a folder of the package."""
        said = unquote(address.strip()) if "%24" in address else address.strip()
        if not said:
            return Target(Goes.BROKEN)
        if said.startswith("#"):
            return Target(Goes.ANCHOR, said[1:])
        return self._token(said, folder) or self._address(said, folder)

    def _token(self, said: str, folder: str) -> Target | None:
        if match := FILE_BASE.match(said):
            return self._file(said[match.end() :], folder)
        if match := PAGE_REFERENCE.match(said):
            return self._page(match.group(1))
        if match := OBJECT_REFERENCE.match(said):
            return self._object(match.group(1), match.group(2))
        if match := COURSE_REFERENCE.match(said):
            return self._course(match.group(1))
        return None

    def _address(self, said: str, folder: str) -> Target:
        try:
            split = urlsplit(said)
        except ValueError:
            return Target(Goes.BROKEN)
        if split.scheme in {"mailto", "tel"}:
            return Target(Goes.MAIL, split.path)
        if split.netloc and PORTAL.search(split.hostname or ""):
            course = COURSE_PATH.match(split.path)
            return (self._course(course.group(1) or "") if course else None) or Target(Goes.PORTAL, said)
        if split.scheme or split.netloc:
            return Target(Goes.OUTSIDE, said)
        if course := COURSE_PATH.match(split.path):
            return self._course(course.group(1) or "")
        return self._file(said, folder)

    def _file(self, path: str, folder: str) -> Target:
        name = plain(re.split(r"[?#]", path)[0])
        for start in (FILES, "", f"{folder}/" if folder else ""):
            found = self.files.get(normpath(start + name).lstrip("/")) if name else None
            if found:
                return Target(Goes.FILE, found)
        bare = name.removeprefix("../").lstrip("/")
        found = self.files.get(bare) or self.files.get(normpath(f"{folder}/x/{name}"))
        if found:
            return Target(Goes.FILE, found)
        page = self.page(bare.rpartition("/")[2].removesuffix(".html"))
        return Target(Goes.PAGE, page) if page and (bare.endswith(".html") or "." not in bare) else Target(Goes.BROKEN)

    def _page(self, slug: str) -> Target:
        found = self.page(slug)
        return Target(Goes.PAGE, found) if found else Target(Goes.BROKEN, slug)

    def _object(self, kind: str, name: str) -> Target:
        if kind.lower() in {"pages", "wiki_pages", "wiki"}:
            return self._page(name)
        if found := self.pages.get(name) or self.items.get(name):
            return Target(Goes.PAGE, found)
        if name in self.identities:
            return Target(Goes.FILE, self.identities[name])
        return Target(Goes.BROKEN, name)

    def _course(self, rest: str) -> Target:
        if item := ITEM.search(rest):
            found = self.items.get(item.group(1))
            return Target(Goes.PAGE, found) if found else Target(Goes.BROKEN, item.group(1))
        kind, _, name = rest.partition("/")
        if kind in {"pages", "wiki"} and name:
            return self._page(re.split(r"[?#]", name)[0])
        if kind == "external_tools":
            return Target(Goes.TOOL, rest)
        known = re.split(r"[/?#]", name)[0]
        if kind == "files" and known in self.identities:
            return Target(Goes.FILE, self.identities[known])
        page = self.pages.get(known) or self.items.get(known)
        return Target(Goes.PAGE, page) if page else Target(Goes.PORTAL, rest)


def plain(name: str) -> str:
    """A path or slug in one spelling: no percent signs, composed letters, forward slashes."""
    return normalize("NFC", unquote(name)).replace("\\", "/")


def slug_of(title: str) -> str:
    """A title as the portal makes it into an address."""
    letters = title.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    bare = "".join(sign for sign in normalize("NFKD", letters) if sign.isascii())
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
