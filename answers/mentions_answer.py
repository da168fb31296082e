"""Which other documents speak of a document, each with the first sentence that does."""

from collections.abc import Collection

from answers.cite import cite_span
from answers.naming import mentions_of
from answers.told import Told
from answers.wording import Wording
from hierarchy.documents import GoverningDocument
from hierarchy.editions import mentions, share_an_organisation
from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy
from hierarchy.subjects import subject_of
from hierarchy.validity import begins_on
from index.library import Library
from index.passages import sentences, units

_MOST_QUOTED = 8
_PROTOCOL = "protokoll"


def tell_mentions(
    document: GoverningDocument,
    library: Library,
    hierarchy: Hierarchy,
    wording: Wording,
    *,
    only_protocols: bool,
) -> Told | None:
    """The documents that name `document`, by kind and subject, title or number; None where none does.

    A record that names no edition may mean any: it is listed for each of them.
    """
    found: list[Citation] = []
    for source in library.documents():
        if source.document == document.document or not share_an_organisation(source, document):
            continue
        if only_protocols and source.kind != _PROTOCOL:
            continue
        if (first := _first_naming(document, source, library, hierarchy)) is not None:
            found.append(first)
    if not found:
        return None
    found.sort(key=lambda c: (c.document.level.is_rung, _day(c.document), c.document.document))
    shown = found[:_MOST_QUOTED]
    listed = "; ".join(f"{c.document.title}, {c.provision.address}" for c in shown)
    if len(found) > len(shown):
        listed += wording.told("mentions_more", count=len(found) - len(shown))
    many = len(found) > 1
    count = wording.told("many_documents" if many else "one_document", count=len(found))
    return Told(wording.told("mentions", count=count, title=document.title, list=listed), (), tuple(shown))


def _first_naming(
    document: GoverningDocument, source: GoverningDocument, library: Library, hierarchy: Hierarchy
) -> Citation | None:
    """The first sentence with the document's name; where none has, the first with its number."""
    text = library.text(source.document)
    names = [n for o in hierarchy.organisations for n in (o.name_sv, o.name_en, *o.names) if n]
    stems = subject_of(document.title, names)
    numbers = [number for number in (document.diary_number, document.number) if number]
    by_number: Citation | None = None
    for provision in library.provisions(source.document):
        whole = text[provision.start : provision.end]
        # Reading every word of every record for names takes long: only where its subject is spoken of.
        is_spoken_of = stems and _holds_all(whole, stems)
        if not is_spoken_of and not any(number in whole for number in numbers):
            continue
        for unit in units(text, provision.start, provision.end):
            for span in sentences(text, unit):
                said = span.text_in(text)
                if is_spoken_of and _is_named(document, said, stems, hierarchy):
                    return cite_span(library, source, provision, span.start, span.end)
                if by_number is None and any(mentions(said, number) for number in numbers):
                    by_number = cite_span(library, source, provision, span.start, span.end)
    return by_number


def _is_named(document: GoverningDocument, said: str, stems: Collection[str], hierarchy: Hierarchy) -> bool:
    """Whether a sentence names the document by what it is about: "policyn" alone may be any."""
    return _holds_all(said, stems) and any(
        _holds_all(said[mention.start : mention.end], stems)
        for mention in mentions_of(said, (document,), hierarchy)
    )


def _holds_all(text: str, stems: Collection[str]) -> bool:
    folded = text.casefold()
    return all(stem in folded for stem in stems)


def _day(document: GoverningDocument) -> str:
    return str(begins_on(document) or "9")
