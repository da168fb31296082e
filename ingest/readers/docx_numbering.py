"""The markers of a Word document's lists, which Word stores as rules and not as text."""

from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True)
class ListPlace:
    """Where a paragraph stands in which list: `level` counts from 0."""

    number_id: str
    level: int


@dataclass
class Numbering:
    """Counts the items of every list of one document, in reading order."""

    definitions: dict[str, dict[int, tuple[str, int]]]
    _counts: dict[ListPlace, int] = field(default_factory=dict)

    def marker(self, place: ListPlace) -> str:
        """The marker of the next item there: "1.", "a)", "•"; an outer item restarts the inner counts."""
        form, start = self.definitions.get(place.number_id, {}).get(place.level, ("bullet", 1))
        for other in [p for p in self._counts if p.number_id == place.number_id and p.level > place.level]:
            del self._counts[other]
        number = self._counts.get(place, start - 1) + 1
        self._counts[place] = number
        return _format(form, number)


def read_numbering(document: Document) -> Numbering:
    """Each list's form and first number a level, from the document's numbering part, where it has one."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return Numbering({})
    abstract = {
        element.get(qn("w:abstractNumId")): _levels(element) for element in root.findall(qn("w:abstractNum"))
    }
    definitions: dict[str, dict[int, tuple[str, int]]] = {}
    for number in root.findall(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        if link is not None:
            definitions[number.get(qn("w:numId"))] = abstract.get(link.get(qn("w:val")), {})
    return Numbering(definitions)


def list_place(paragraph: Paragraph) -> ListPlace | None:
    """The paragraph's place in a list, its own or its style's; None outside lists."""
    number_id, level = _own_place(paragraph._p.pPr)
    style = paragraph.style
    while number_id is None and style is not None:
        number_id, style_level = _own_place(style.element.find(qn("w:pPr")))
        level = style_level if level is None else level
        style = style.base_style
    if number_id is None or number_id == "0":
        return None
    return ListPlace(number_id, level or 0)


def _own_place(properties: BaseOxmlElement | None) -> tuple[str | None, int | None]:
    numbering = properties.find(qn("w:numPr")) if properties is not None else None
    if numbering is None:
        return None, None
    number_id, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
    return (
        number_id.get(qn("w:val")) if number_id is not None else None,
        int(level.get(qn("w:val"), "0")) if level is not None else None,
    )


def _levels(abstract: BaseOxmlElement) -> dict[int, tuple[str, int]]:
    levels: dict[int, tuple[str, int]] = {}
    for level in abstract.findall(qn("w:lvl")):
        form, start = level.find(qn("w:numFmt")), level.find(qn("w:start"))
        levels[int(level.get(qn("w:ilvl"), "0"))] = (
            form.get(qn("w:val"), "decimal") if form is not None else "decimal",
            int(start.get(qn("w:val"), "1")) if start is not None else 1,
        )
    return levels


def _format(form: str, number: int) -> str:
    if form == "decimal":
        return f"{number}."
    if form in ("lowerLetter", "upperLetter") and 0 < number <= len(_LETTERS):
        letter = _LETTERS[number - 1]
        return (letter if form == "lowerLetter" else letter.upper()) + ")"
    if form in ("lowerRoman", "upperRoman") and number > 0:
        roman = _roman(number)
        return (roman if form == "lowerRoman" else roman.upper()) + "."
    return "•"


def _roman(number: int) -> str:
    digits = ""
    for value, digit in _ROMAN:
        digits += digit * (number // value)
        number %= value
    return digits
