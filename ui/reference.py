"""A document, or a place in it, as a proper reference: to be pasted into a decision or a letter.

A statute is referred to as Swedish legal writing does, provision first and the act in its definite form
with its number: "19 a kap. 2 § lagen (2016:1145) om offentlig upphandling". Anything else by its title,
section and page, with what identifies the decision.
"""

import re

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Citation
from hierarchy.levels import Level
from references.acts import known_acts
from ui.formats import written_date
from ui.texts import Texts, load_texts

# What an act's title begins with, and the end that makes it definite.
_DEFINITE = {"lag": "en", "balk": "en", "förordning": "en", "ordning": "en", "form": "en", "kungörelse": "n"}
_STATUTE_NUMBER = re.compile(r"\d{4}:\d+")
# The noun that a title begins with: "Lag", "Offentlighets- och sekretesslag".
_HEAD = re.compile(r"(?:\S+- och )?\S+")
_SUMMARY = "sammanfattning"
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?(?=\s|$)")
# Of a document whose status is not confirmed, nothing can be said.
_NOT_IN_FORCE = (Status.PROPOSED, Status.REFERRED_BACK, Status.SUPERSEDED, Status.REPEALED)
_NOT_DECIDED = _NOT_IN_FORCE[:2]


def citation_reference(citation: Citation) -> str:
    """The reference to what is quoted, with the page that the quote stands on."""
    return reference(citation.document, citation.provision, citation.printed_page or citation.page)


def reference(
    document: GoverningDocument, provision: Provision | None = None, page: str | int | None = None
) -> str:
    """The reference in the document's own language; what the register does not know is left out.

    `page`: another than the one that the provision begins on.
    """
    texts = load_texts("en" if document.language == "en" else "sv")
    if act := _act(document):
        ended = f" ({_status(document, texts)})" if document.status in _NOT_IN_FORCE else ""
        if provision is None:
            return f"{act}{ended}"
        address = provision.address
        named = f"{address} {act}" if "§" in address else f"{act}, {_section(document, provision, texts)}"
        return named.rstrip(", ") + ended
    parts = [document.title]
    if provision:
        page = page or provision.printed_page or provision.page
        parts += [_section(document, provision, texts), texts("reference.page", page=page) if page else ""]
    decided = _decided(document, texts)
    return ", ".join(part for part in parts if part) + (f" ({decided})" if decided else "")


def _act(document: GoverningDocument) -> str | None:
    """ "lagen (2016:1145) om offentlig upphandling"; None of what is no act, or only tells of one."""
    number = document.number or ""
    if document.level is not Level.LAW or not _STATUTE_NUMBER.fullmatch(number) or _is_summary(document):
        return None
    known = known_acts().get(number) if document.language != "en" else None
    named = known.title if known else _definite(" ".join(document.title.replace(f"({number})", "").split()))
    head = _HEAD.match(named) if named else None
    return f"{head[0]} ({number}){head.string[head.end() :]}" if head else None


def _definite(title: str) -> str | None:
    """ "lagen om köp" of "Lag om köp"; None where the title begins with no kind of act."""
    head = _HEAD.match(title)
    end = next((end for kind, end in _DEFINITE.items() if head and head[0].casefold().endswith(kind)), None)
    if head is None or end is None:
        return None
    return f"{title[:1].lower()}{title[1 : head.end()]}{end}{title[head.end() :]}"


def _is_summary(document: GoverningDocument) -> bool:
    """Whether it tells of an act: it bears the number and the decision of the act, but is not the act."""
    return _SUMMARY in document.kind


def _section(document: GoverningDocument, provision: Provision, texts: Texts) -> str:
    """The innermost part that one can look up: a numbered section or a paragraph, else its heading."""
    path = provision.path or (provision.address,)
    inner = path[-1].strip().rstrip(":")
    if not inner or inner == document.title:
        return ""
    if "§" in provision.address:
        # "§ 12/24 › Ärendet": the paragraph is what one looks up; "19 kap. 6 §" is one address.
        return next((part for part in path if part.startswith("§")), provision.address)
    key = "reference.section" if _NUMBERED.match(inner) else "reference.heading"
    return texts(key, section=inner)


def _status(document: GoverningDocument, texts: Texts) -> str:
    return texts(f"status.{document.status}").lower()


def _decided(document: GoverningDocument, texts: Texts) -> str:
    """What identifies the decision, when and in which paragraph it was made, and that it no longer holds."""
    parts = [texts("reference.diary_number", number=document.diary_number)] if document.diary_number else []
    if document.status in _NOT_DECIDED:
        return ", ".join([_status(document, texts), *parts])
    if not _is_summary(document) and (made := _decision(document, texts)):
        parts.append(made)
    if document.status in _NOT_IN_FORCE:
        parts.append(_status(document, texts))
    return ", ".join(parts)


def _decision(document: GoverningDocument, texts: Texts) -> str:
    day = written_date(document.date, texts) if document.date else ""
    if document.kind == "protokoll":
        return day
    decision = " ".join(part for part in (day, document.decision) if part)
    if not decision:
        return ""
    if document.adopted_by:
        return texts("reference.decided_by", body=document.adopted_by, decision=decision)
    return texts("reference.decided", decision=decision)
