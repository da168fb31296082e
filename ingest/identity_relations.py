"""What a document says of its place among others: what it replaces, and what its adoption waits for."""

import re

from hierarchy.documents import Confidence
from ingest import identity_labels as labels
from ingest.identity_labels import Finding
from ingest.stored_text import StoredText

_CONDITION = re.compile(
    r"under\s+förutsättning(?:\s+av)?(?:\s+att)?\s+([^.;]*(?:beslut|fullmäktige|godkän)[^.;]*)", re.I
)
_REPLACES = re.compile(
    r"\b(?:ersätter|upphäver|har\s+företräde\s+i\s+förhållande\s+till)\s+(?!inte\b)((?:[^.;]|\.(?=\d)){4,200})",
    re.IGNORECASE,
)
_FORMER_VERSION = re.compile(
    r"\b(?:uppdateringar|ändringar|revideringar)\s+(?:från|sedan|jämfört\s+med)\s+(version(?:en)?\s+[\d.-]*\d)",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?!\s)[^.!?\n]*)*[.!?]?")


def replaced(
    stored: StoredText, spans: tuple[tuple[int, int], ...]
) -> tuple[Finding[str], Confidence] | None:
    """What it replaces by its own words and how sure that is: by label, else in a sentence about itself."""
    labelled = labels.labelled_text(stored, spans, "supersedes")
    if labelled is not None:
        return labelled, Confidence.STATED
    for placed in stored.blocks:
        for sentence in _SENTENCE.finditer(stored.text, placed.start, placed.end):
            found = _REPLACES.search(sentence.group())
            about_itself = labels.self_reference(sentence.group()) or "detta dokument" in sentence.group()
            if found is not None and about_itself:
                start = sentence.start() + found.start()
                # Precedence over earlier decisions replaces no document by name: then the words say so.
                named = found.group(1) if found.group().lower().startswith(("ers", "upp")) else found.group()
                finding = Finding(" ".join(named.split()), start, sentence.start() + found.end())
                return finding, Confidence.READ
    return None


def former_version(text: str) -> Finding[str] | None:
    """The version that a list of changes says that it is compared with."""
    found = _FORMER_VERSION.search(text)
    return Finding(" ".join(found[1].split()), *found.span()) if found is not None else None


def condition(stored: StoredText) -> Finding[str] | None:
    """What the decision waits for: another body's decision, where the text makes that a condition."""
    found = [
        Finding(" ".join(match.group(1).split()), match.start(), match.end())
        for placed in stored.blocks
        for match in _CONDITION.finditer(stored.text, placed.start, placed.end)
    ]
    found.sort(key=lambda finding: not finding.value.lower().startswith("motsvarande"))
    return found[0] if found else None
