"""What the words of a decision name: a document by its name, or "ärendet", which is the item's own
subject.
"""

import re
from collections.abc import Iterator

from ingest.document_names import is_bare_kind, names_a_document
from ingest.kinds import kind_in_title

_OWN_MATTER = re.compile(r"(?:ärendet|förslaget|beslutet)", re.IGNORECASE)
_LEAD = re.compile(r"^(?:\d+[.)]\s*|att\s+|(?:redovisat|framlagt|föreliggande|upprättat)\s+)+", re.IGNORECASE)
_TITLE_LEAD = re.compile(
    r"^(?:(?:återremitterat|bordlagt|återupptaget)\s+ärende\s*[-–:]\s*|förslag\s+till\s+|beslut\s+om\s+|antagande\s+av\s+)+",
    re.I,
)
_TITLE_TAIL = re.compile(
    r"\s*[-–,(]\s*(?:återremitterat|bordlagt|återupptaget)(?:\s+ärende)?\)?$", re.IGNORECASE
)
_ROUTINE = re.compile(r"(?:före)?dagordning|föredragningslista", re.IGNORECASE)


def subject_of(title: str) -> str:
    """What a matter is about: its title without "förslag till" and "återremitterat ärende"."""
    return _TITLE_LEAD.sub("", _TITLE_TAIL.sub("", title))


def names_in(words: str) -> list[str]:
    """The documents that a list of names holds: "Ny policy samt riktlinjer för inköp" is two."""
    parts = re.split(r",?\s+(?:samt|och)\s+(?=[^\W\d_]+)", words)
    if len(parts) > 1 and all(names_a_document(part) for part in parts):
        return parts
    return [words]


def spoken_of(words: str, subject: str) -> Iterator[str]:
    """The documents that words name; a bare "ärendet" or "policyn" is what the matter is about.

    Nothing where the words name no document: a budget item, a person, the agenda itself.
    """
    for part in names_in(_LEAD.sub("", " ".join(words.split()))):
        name = _TITLE_LEAD.sub("", part)
        matter = _OWN_MATTER.fullmatch(name) is not None
        if matter or is_bare_kind(name):
            for own in names_in(subject):
                if names_a_document(own) and (matter or kind_in_title(name) == kind_in_title(own)):
                    yield own
        elif names_a_document(name) and not _ROUTINE.match(name):
            yield name
