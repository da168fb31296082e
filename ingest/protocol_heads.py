"""The line that begins an item of a protocol or an agenda: "§ 54/26 Dagordning", "RS § 45", "Ärende 3"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_HEAD = 220
_FEWEST_MATTERS = 2

_HEAD = re.compile(
    r"^(?:(?P<body>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\s+)?(?P<mark>§{1,2}|Paragraf|PARAGRAF|(?:Ärende|ÄRENDE)(?:\s+nr\.?)?)\s*"
    r"(?P<number>\d{1,4})(?:\s?[/:](?P<year>(?:\d\d){1,2}))?(?![\d/])[.:]?(?:\s+(?:[–—-]\s+)?(?P<rest>\S.*))?$",
    re.DOTALL,
)
# Universities print the number first: "21 § Val av justerare".
_NUMBER_FIRST = re.compile(r"^(?P<number>\d{1,4})\s?§[.:]?(?:\s+(?:[–—-]\s+)?(?P<rest>\S.*))?$", re.DOTALL)
_SERIES = r"(?:[A-ZÅÄÖ]{1,8}|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3})(?:-[A-ZÅÄÖ]{1,6})?"
# With parts ("RS 2026:4", "KS/2026-12"), or its series in capitals and a run of figures ("RV250554").
_NUMBER = (
    rf"(?:{_SERIES}[ \u00a0/-]?)?\d[\dA-ZÅÄÖ]*(?:[/:.-]\d[\dA-ZÅÄÖ]*)+"
    r"|[A-ZÅÄÖ]{1,8}(?:-[A-ZÅÄÖ]{1,6})?[/-]?\d{2,}|[A-ZÅÄÖ]{1,8} (?!(?:19|20)\d\d\b)\d{3,}"
)
_LABEL = r"(?i:\b(?:dnr|diarie(?:nummer|nr)|ärende(?:nummer|nr|beteckning)|d\.nr)\b[.:]*\s*)"
_LABELLED = re.compile(rf"{_LABEL}(?P<number>{_NUMBER}|(?:{_SERIES} )?\d+)(?!\w)")
_BARE = re.compile(rf"[(\[]?(?P<number>{_NUMBER})[)\]]?(?:\s+\d{{3}})?")
_FILING_CODE = re.compile(r"(?:\d{3}(?:-\d+)?)?")
"""What municipalities file a case under, behind its number: "KS 2026/45 003"."""
_LETTERS = re.compile(r"[^\W\d_]{1,8}")
_AT_THE_END = re.compile(rf"\s[(\[]{_LABEL}?(?P<number>{_NUMBER})[)\]]$")


@dataclass(frozen=True)
class ItemHead:
    """One item's head: how it is cited ("§ 54/26"), its number, its year in two or four figures where one is
    printed, and the title and diary number where the line holds them."""

    address: str
    number: int
    year: str | None
    title: str | None
    diary_number: str | None

    @property
    def is_paragraph(self) -> bool:
        """Whether it is numbered as a § of the body's minutes and not only as a matter on the list."""
        return not self.address.startswith("Ärende")


def item_head(text: str) -> ItemHead | None:
    """The head that `text` is, or None. Abbreviations of the body before the sign are kept: "RS § 45"."""
    found = _HEAD.match(text.strip()) if len(text) <= LONGEST_HEAD else None
    if found is None:
        return None
    mark = "Ärende" if found["mark"].lower().startswith("ärende") else "§"
    year = found["year"]
    address = f"{mark} {found['number']}{'/' + year if year else ''}"
    if found["body"] and mark == "§":
        address = f"{found['body']} {address}"
    diary, title = _title_and_number(" ".join((found["rest"] or "").split()))
    return ItemHead(address, int(found["number"]), year, title, diary)


def number_first_head(text: str) -> ItemHead | None:
    """The head that `text` is where the sign stands behind its number ("21 § Val av justerare"), or None.

    So do sections of statutes and rules begin: only in what is known to be a record is it an item's.
    """
    found = _NUMBER_FIRST.match(text.strip()) if len(text) <= LONGEST_HEAD else None
    if found is None:
        return None
    diary, title = _title_and_number(" ".join((found["rest"] or "").split()))
    return ItemHead(f"§ {found['number']}", int(found["number"]), None, title, diary)


def is_record(heads: Sequence[ItemHead]) -> bool:
    """Whether headings with these heads make a protocol or an agenda.

    One § does; "Ärende 1" alone may be any document's heading.
    """
    return any(head.is_paragraph for head in heads) or len(heads) >= _FEWEST_MATTERS


def labelled_number(text: str) -> str | None:
    """The diary number behind its label anywhere in `text`."""
    found = _LABELLED.search(text)
    return found["number"] if found else None


def is_number_line(text: str) -> bool:
    """Whether a line is nothing but a diary number, labelled or bare ("KS2026/123", "Dnr RS 2026:4")."""
    return line_number(text) is not None


def line_number(text: str) -> str | None:
    """The diary number that `text` consists of; a bare one has letters, lest a year or a date be one."""
    line = " ".join(text.split()).strip(" .")
    labelled = _LABELLED.match(line)
    if labelled is not None and len(line) - labelled.end() <= len(" 000-000"):
        return labelled["number"]
    bare = _BARE.fullmatch(line)
    return bare["number"] if bare and _LETTERS.match(bare["number"]) else None


def _title_and_number(rest: str) -> tuple[str | None, str | None]:
    """(diary number, title) of what stands after the item's number."""
    if not rest:
        return None, None
    labelled = _LABELLED.search(rest)
    if labelled is not None and (labelled.start() == 0 or labelled.end() >= len(rest) - 1):
        title = (rest[: labelled.start()] + rest[labelled.end() :]).strip(" ,;:()[]–-")
        return labelled["number"], None if _FILING_CODE.fullmatch(title) else title or None
    ending = _AT_THE_END.search(rest)
    if ending is not None and _LETTERS.match(ending["number"]):
        return ending["number"], rest[: ending.start()].strip() or None
    alone = line_number(rest)
    return (alone, None) if alone else (None, rest)
