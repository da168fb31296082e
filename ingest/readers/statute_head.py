"""The head of a published statute, and what its own words say of when it enters into force."""

import re
from collections.abc import Iterable, Sequence

from ingest.blocks import Block
from ingest.readers.plain import clean

_KEYS = {
    "sfs nr": "beteckning", "sfs-nr": "beteckning", "sfs-nummer": "beteckning",
    "departement/myndighet": "departement", "departement": "departement", "myndighet": "departement",
    "utfärdad": "utfardad_datum", "ikraft": "ikraft_datum", "ikraftträdande": "ikraft_datum",
    "träder i kraft": "ikraft_datum", "ändrad": "andrad", "ändring införd": "andrad", "omtryck": "omtryck",
    "upphävd": "upphavd_datum", "författningen har upphävts genom": "upphavd_genom", "rubrik": "rubrik",
    "tidsbegränsad": "upphor_datum", "ändringsregister": "", "källa": "", "övrigt": "", "senast hämtad": "",
}  # fmt: skip
"""What the labels of the head are called in statutes' front matter; "" for what is of no use here."""
_LABEL = re.compile(r"^\s*([A-ZÅÄÖ][^:]{2,40}?)\s*:\s*(.*)$")
_NUMBER = re.compile(r"\s*\((\d{4}:\d{1,4})\)")
_ACT = re.compile(r"\d{4}:\d{1,4}")
_COMMENCES = re.compile(
    r"(?:Denna|Detta)\s[^\W\d]+(?:\s[^.]{0,80}?)?\sträder\s(?:i\s(?:övrigt\s)?)?i?\s?kraft\s[^.]*?\d{4}",
    re.IGNORECASE,
)
_TRANSITIONAL = re.compile(r"(?:Ikraftträdande|.*övergångsbestämmelser)", re.IGNORECASE)
_FURTHEST = 60


def read_head(lines: Sequence[str]) -> tuple[dict[str, str], str, int]:
    """The labelled fields with the keys of front matter, the title as printed, and where the text begins.

    The value of a label may stand on the line below it. No fields, no title and 0 where there is no head.
    """
    metadata: dict[str, str] = {}
    title: list[str] = []
    end = i = 0
    while i < min(len(lines), _FURTHEST):
        key, value, taken = _field(lines, i)
        if key is None:
            if not metadata and not end:
                title.append(lines[i])
            i += 1
            # The head is over where something else stands below it.
            if metadata and i - end > 3:
                break
            continue
        i += taken
        end = i
        if key and value:
            metadata.setdefault(key, value)
    if "beteckning" not in metadata:
        return {}, "", 0
    printed = metadata.pop("rubrik", "") or clean(" ".join(title))
    if not printed:
        printed, end = _title_below(lines, end)
    if printed:
        metadata["rubrik"] = clean(_NUMBER.sub("", printed))
    number = _ACT.search(metadata["beteckning"])
    metadata["beteckning"] = number.group() if number else metadata["beteckning"]
    return metadata, printed, end


def commencement(blocks: Iterable[Block], number: str) -> str | None:
    """The words by which the statute enters into force, from the transitional provisions of its own act."""
    act, transitional = "", False
    for block in blocks:
        if block.kind == "heading" and _TRANSITIONAL.match(block.text):
            transitional = True
        elif _ACT.fullmatch(block.text):
            act = block.text
        elif transitional and act in ("", number):
            found = _COMMENCES.search(block.text)
            if found is not None:
                return found.group()
    return None


def _field(lines: Sequence[str], i: int) -> tuple[str | None, str, int]:
    """The key of the labelled line at `i`, its value and how many lines they take; None without a label."""
    found = _LABEL.match(lines[i])
    key = _KEYS.get(found[1].casefold()) if found else None
    if found is None or key is None:
        return None, "", 1
    value = clean(found[2])
    if value:
        return key, value, 1
    for j in range(i + 1, min(i + 3, len(lines))):
        if lines[j].strip():
            below = _LABEL.match(lines[j])
            if below and below[1].casefold() in _KEYS:
                break
            return key, clean(lines[j]), j - i + 1
    return key, "", 1


def _title_below(lines: Sequence[str], end: int) -> tuple[str, int]:
    """A title printed below the head: the first words there, where they bear the statute's number."""
    for i in range(end, min(len(lines), end + 6)):
        if lines[i].strip():
            return (clean(lines[i]), i + 1) if _NUMBER.search(lines[i]) else ("", end)
    return "", end
