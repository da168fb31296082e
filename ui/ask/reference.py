"""A citation as a proper reference, to be pasted into a decision or a letter.

A statute is referred to as Swedish legal writing does, provision first and the act in its definite form
with its number: "19 a kap. 2 § lagen (2016:1145) om offentlig upphandling". Anything else by its title,
section and page, with what identifies the decision.
"""

import re

from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import Citation
from ui.formats import written_date
from ui.texts import Texts, load_texts

# What an act's title begins with, and the end that makes it definite.
_DEFINITE = {"lag": "en", "balk": "en", "förordning": "en", "ordning": "en", "form": "en", "kungörelse": "n"}
_STATUTE_NUMBER = re.compile(r"\d{4}:\d+")
_SECTION = re.compile(r"§")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?(?=\s|$)")


def reference(citation: Citation) -> str:
    """The reference in the document's own language; what the register does not know is left out."""
    document, address = citation.document, citation.provision.address
    if document.number and _STATUTE_NUMBER.fullmatch(document.number) and (act := definite_act(document)):
        return f"{address} {act}" if _SECTION.search(address) else f"{act}, {_section(citation)}".rstrip(", ")
    texts = load_texts("en" if document.language == "en" else "sv")
    parts = [document.title, _section(citation), _page(citation, texts)]
    decided = _decided(document, texts)
    return ", ".join(part for part in parts if part) + (f" ({decided})" if decided else "")


def definite_act(document: GoverningDocument) -> str | None:
    """ "lagen (2016:1145) om offentlig upphandling"; None where the title begins with no kind of act."""
    first, _, rest = document.title.strip().partition(" ")
    end = next((end for kind, end in _DEFINITE.items() if first.casefold().endswith(kind)), None)
    if end is None:
        return None
    rest = rest.replace(f"({document.number})", "").strip()
    named = f"{first[:1].lower()}{first[1:]}{end} ({document.number})"
    return f"{named} {rest}" if rest else named


def _section(citation: Citation) -> str:
    """The innermost part that one can look up: a numbered section or a paragraph, else its heading."""
    path = citation.provision.path or (citation.provision.address,)
    inner = path[-1].strip().rstrip(":")
    if not inner or inner == citation.document.title:
        return ""
    texts = load_texts("en" if citation.document.language == "en" else "sv")
    if _SECTION.search(citation.provision.address):
        # "§ 12/24 › Ärendet": the paragraph is what one looks up; "19 kap. 6 §" is one address.
        return next((part for part in path if part.startswith("§")), citation.provision.address)
    key = "reference.section" if _NUMBERED.match(inner) else "reference.heading"
    return texts(key, section=inner)


def _page(citation: Citation, texts: Texts) -> str:
    page = citation.printed_page or citation.page
    return texts("reference.page", page=page) if page else ""


def _decided(document: GoverningDocument, texts: Texts) -> str:
    """What identifies the decision: the diary number, and when and in which paragraph it was made."""
    parts = [texts("reference.diary_number", number=document.diary_number)] if document.diary_number else []
    if document.status in (Status.PROPOSED, Status.REFERRED_BACK):
        return ", ".join([texts("reference.undecided"), *parts])
    day = written_date(document.date, texts) if document.date else ""
    if document.kind == "protokoll":
        return ", ".join([*parts, day] if day else parts)
    if decision := " ".join(part for part in (day, document.decision) if part):
        body = document.adopted_by
        parts.append(
            texts("reference.decided_by", body=body, decision=decision)
            if body
            else texts("reference.decided", decision=decision)
        )
    return ", ".join(parts)
