"""Pages on their way in from a cartridge: wiki pages, assignments, discussions, quizzes, links, tools."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath

from lxml import etree

from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.packages import PageKind, State
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.reading import contents as at
from sloyfe.cycle.competence.reading.archive import Archive
from sloyfe.cycle.competence.reading.canvas import state_of
from sloyfe.cycle.competence.reading.checking import missing_words, seen_in
from sloyfe.cycle.competence.reading.contents import Contents
from sloyfe.cycle.competence.reading.draft import Draft, named_once
from sloyfe.cycle.competence.reading.html import decoded, plain, read_html
from sloyfe.cycle.competence.reading.manifest import Manifest
from sloyfe.cycle.competence.reading.quizzes import html_of, markup_of, title_of
from sloyfe.cycle.competence.reading.xml import Node, attribute, below, children, first, text


def drafts_of(archive: Archive, manifest: Manifest, contents: Contents) -> list[Draft]:
    """Every page there is, whoever shows it; one that only says another again is left out."""
    made = [
        *(_wiki(name, archive, manifest, contents) for name in contents.pages),
        *(_assignment(name, root, manifest) for name, root in contents.of(at.ASSIGNMENT).items() if _speaks(root)),
        *(_discussion(name, root, manifest, contents) for name, root in contents.of(at.TOPIC).items()),
        *_quizzes(manifest, contents),
        *(_web_link(name, root, manifest) for name, root in contents.of(at.WEB_LINK).items()),
        *(_tool(name, root, manifest) for name, root in contents.of(at.TOOL).items()),
    ]
    return named_once(_said_once(made, manifest))


def _identity(path: str, manifest: Manifest, otherwise: str = "") -> str:
    owner = manifest.owner_of(path)
    return owner.identity if owner else otherwise or PurePosixPath(path).stem


def _wiki(name: str, archive: Archive, manifest: Manifest, contents: Contents) -> Draft:
    notes = Notes(name)
    html = decoded(archive.read(name), notes)
    document = read_html(html, Notes(name))
    facts = document.facts
    settings = contents.beside(name, at.ASSIGNMENT)
    kind = PageKind.PAGE
    if settings is not None:
        kind = PageKind.ASSIGNMENT
    elif name == "course_settings/syllabus.html":
        kind = PageKind.SYLLABUS
    title = document.title or text(settings, "title") or PurePosixPath(name).stem
    if settings is not None and text(settings, "title"):
        title = text(settings, "title")
    hidden = facts.get("hide_from_students", "").lower() == "true"
    written = facts.get("workflow_state") or text(settings, "workflow_state")
    return Draft(
        _identity(name, manifest, facts.get("identifier", "")),
        title,
        kind,
        name,
        {Language.ANY: html},
        State.UNPUBLISHED if hidden else state_of(written),
        facts.get("front_page", "").lower() == "true",
        reference=facts.get("identifier", ""),
        notes=notes,
    )


def _speaks(root: Node) -> bool:
    """The standard's assignments hold their own words; Canvas' hold facts about a page beside them."""
    return first(root, "text") is not None or first(root, "instructor_text") is not None


def _assignment(name: str, root: Node, manifest: Manifest) -> Draft:
    html = "".join(words_of(each) for each in children(root, "text", "instructor_text"))
    html += _attachments(root)
    state = state_of(next((text(each) for each in below(root, "workflow_state")), ""))
    identity = _identity(name, manifest, attribute(root, "identifier"))
    return Draft(identity, text(root, "title"), PageKind.ASSIGNMENT, name, {Language.ANY: html}, state)


def _discussion(name: str, root: Node, manifest: Manifest, contents: Contents) -> Draft:
    identity = _identity(name, manifest)
    facts = next((each for each in contents.of(at.TOPIC_FACTS).values() if text(each, "topic_id") == identity), None)
    announced = text(facts, "type") == "announcement"
    kind = PageKind.ANNOUNCEMENT if announced else PageKind.DISCUSSION
    html = "".join(words_of(each) for each in children(root, "text")) + _attachments(root)
    title = text(root, "title") or text(facts, "title")
    return Draft(identity, title, kind, name, {Language.ANY: html}, state_of(text(facts, "workflow_state")))


def words_of(node: Node) -> str:
    """The HTML of a node: escaped once or twice, or written as elements."""
    if len(node):
        inner = "".join(etree.tostring(each, encoding="unicode") for each in node)
        return escape(node.text or "") + inner
    html = markup_of(node)
    return plain(html) if "<" not in html and "&lt;" in html else html


def _attachments(root: Node) -> str:
    named = [attribute(each, "href") for each in below(root, "attachment")]
    links = [f'<li><a href="{escape(href)}">{escape(PurePosixPath(href).name)}</a></li>' for href in named if href]
    return f"<ul>{''.join(links)}</ul>" if links else ""


def _quizzes(manifest: Manifest, contents: Contents) -> Iterator[Draft]:
    """The standard's copy of a quiz, or Canvas' own when that says more."""
    roots = contents.of(at.QUIZ)
    fuller = {PurePosixPath(name).name.partition(".")[0]: name for name in roots if name.endswith(".qti")}
    for name, root in roots.items():
        identity = _identity(name, manifest, PurePosixPath(name).name.partition(".")[0])
        if name.endswith(".qti") and any(
            _identity(each, manifest) == PurePosixPath(name).name.partition(".")[0]
            for each in roots
            if not each.endswith(".qti")
        ):
            continue
        html = html_of(root)
        twin = fuller.get(identity)
        if twin and twin != name:
            html = _together(html, html_of(roots[twin]))
        facts = contents.beside(name, at.QUIZ_FACTS)
        about = first(facts, "description")
        html = (words_of(about) if about is not None else "") + html
        bank = first(root, "objectbank") is not None
        closed = text(facts, "available") == "false" or text(facts, "workflow_state") == "unpublished"
        notes = Notes(name)
        notes.remark(Defect.QUIZ_AS_TEXT)
        yield Draft(
            identity,
            text(facts, "title") or title_of(root) or text(facts, "title"),
            PageKind.QUESTION_BANK if bank else PageKind.QUIZ,
            name,
            {Language.ANY: html},
            State.UNPUBLISHED if closed else State.PUBLISHED,
            notes=notes,
        )


def _together(one: str, other: str) -> str:
    """The fuller of two; both, when each says something of its own."""
    first_words, other_words = seen_in(one).words, seen_in(other).words
    if not missing_words(first_words, other_words):
        return other
    return one if not missing_words(other_words, first_words) else one + other


def _web_link(name: str, root: Node, manifest: Manifest) -> Draft:
    url = first(root, "url")
    address = attribute(url, "href") if url is not None else ""
    title = text(root, "title")
    html = (
        f'<p><a href="{escape(address)}">{escape(title or address)}</a></p>' if address else f"<p>{escape(title)}</p>"
    )
    return Draft(_identity(name, manifest), title, PageKind.WEB_LINK, name, {Language.ANY: html}, reference=address)


def _tool(name: str, root: Node, manifest: Manifest) -> Draft:
    title, about = text(root, "title"), text(root, "description")
    address = text(root, "secure_launch_url") or text(root, "launch_url")
    frame = f'<iframe src="{escape(address)}" title="{escape(title)}"></iframe>' if address else ""
    html = f"<p>{escape(about)}</p>{frame}"
    return Draft(_identity(name, manifest), title, PageKind.TOOL, name, {Language.ANY: html}, reference=address)


def _said_once(made: list[Draft], manifest: Manifest) -> list[Draft]:
    """A fallback is left out when the one it stands in for says all that it says."""
    by_identity = {draft.identity: draft for draft in made}
    kept: list[Draft] = []
    for draft in made:
        owner = manifest.resources.get(draft.identity)
        main = by_identity.get(owner.instead_of) if owner else None
        if main and main is not draft and not missing_words(_words(draft), _words(main)):
            continue
        kept.append(draft)
    return kept


def _words(draft: Draft) -> Counter[str]:
    return seen_in("".join(draft.pieces.values())).words + seen_in(draft.title).words
