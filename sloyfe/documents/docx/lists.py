"""Lists in Word: every numbered list counts for itself, in the owner's own numbering style where there is one."""

from typing import Any

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from sloyfe.documents.docx.styles import Styles

BULLET = '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
DECIMAL = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'


class Lists:
    """Hands out the number ids that paragraphs of a list refer to."""

    def __init__(self, word: Word, styles: Styles, *, own: bool) -> None:
        self.element: Any = _part(word).element
        for entry in list(self.element) if own else ():
            self.element.remove(entry)
        self.styles = styles
        self.abstract: dict[str, str] = {}
        self.bullets = styles.numbering("List Bullet") or self._new(self._own(BULLET), restart=False)

    def numbered(self) -> str:
        """A list that starts at 1."""
        return self._new(self._theirs(self.styles.numbering("List Number")) or self._own(DECIMAL), restart=True)

    def _theirs(self, number: str) -> str:
        for entry in self.element.findall(qn("w:num")):
            if entry.get(qn("w:numId")) == number:
                return str(entry.find(qn("w:abstractNumId")).get(qn("w:val")))
        return ""

    def _own(self, form: str) -> str:
        if form not in self.abstract:
            self.abstract[form] = self._free("w:abstractNum", "w:abstractNumId")
            self._add(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.abstract[form]}">'
                f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>{form}'
                '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>',
                before=("w:num", "w:numIdMacAtCleanup"),
            )
        return self.abstract[form]

    def _new(self, abstract: str, *, restart: bool) -> str:
        number = self._free("w:num", "w:numId")
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
        xml = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>'
        self._add(xml, before=("w:numIdMacAtCleanup",))
        return number

    def _add(self, xml: str, *, before: tuple[str, ...]) -> None:
        """The schema wants pictures, abstract lists, lists and a mark of Word's own in that order."""
        tags = {qn(tag) for tag in before}
        place = next((number for number, entry in enumerate(self.element) if entry.tag in tags), len(self.element))
        self.element.insert(place, parse_xml(xml))

    def _free(self, tag: str, attribute: str) -> str:
        taken = [int(entry.get(qn(attribute))) for entry in self.element.findall(qn(tag))]
        return str(max(taken, default=0) + 1)


def _part(word: Word) -> Any:
    """The part that holds lists; a letterhead without any list has none yet."""
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part
    blank = f"<w:numbering {nsdecls('w')}/>".encode()
    part = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, blank, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part
