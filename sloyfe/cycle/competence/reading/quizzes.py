"""The words of a quiz (QTI 1.2), question by question, as HTML that a page can be made of."""

from collections.abc import Iterator
from html import escape

from sloyfe.cycle.competence.reading.xml import Node, attribute, children, local, text


def html_of(root: Node) -> str:
    """All that is said in it, in its own order; which answer counts is not words, and stays behind."""
    return "".join(_said(root))


def title_of(root: Node) -> str:
    """What the quiz or the bank of questions is called."""
    for node in root.iter():
        if local(node) in {"assessment", "objectbank"} and attribute(node, "title"):
            return attribute(node, "title")
        if local(node) == "qtimetadatafield" and text(node, "fieldlabel") == "bank_title":
            return text(node, "fieldentry")
    return ""


def markup_of(node: Node) -> str:
    """Words of a node as HTML: escaped markup is markup again, plain words are words."""
    kind = (attribute(node, "texttype") or "text/html").lower()
    words = "".join(str(piece) for piece in node.itertext())
    return escape(words).replace("\n", "<br>") if kind == "text/plain" and "<" not in words else words


def _said(node: Node) -> Iterator[str]:
    name = local(node)
    if name in {"item", "section"} and attribute(node, "title"):
        yield f"<h3>{escape(attribute(node, 'title'))}</h3>"
    if name == "mattext":
        yield f"<div>{markup_of(node)}</div>"
        return
    if name in {"matimage", "mataudio", "matvideo"} and attribute(node, "uri"):
        yield f'<p><a href="{escape(attribute(node, "uri"))}">{escape(attribute(node, "label"))}</a></p>'
        return
    if name in {"itemmetadata", "qtimetadata", "resprocessing"}:
        yield from _questions_group(node)
        return
    inner = [piece for child in node for piece in _said(child)]
    if name == "response_label" and inner:
        yield from ("<ul><li>", *inner, "</li></ul>")
    elif name == "bankentry_item" or not inner:
        return
    else:
        yield from inner


def _questions_group(node: Node) -> Iterator[str]:
    """A bank says its own name in its metadata."""
    for each in children(node, "qtimetadatafield"):
        if text(each, "fieldlabel") == "bank_title":
            yield f"<h3>{escape(text(each, 'fieldentry'))}</h3>"
