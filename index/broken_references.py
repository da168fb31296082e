"""References that lead nowhere: the library has the act, but the act has no such chapter or section."""

from collections.abc import Iterator, Sequence

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level
from index.cross_references import Catalogue, Outcome
from index.library import Library
from ingest.registrar.findings import Finding, Severity


def broken_references(library: Library, documents: Sequence[GoverningDocument]) -> Iterator[Finding]:
    """One finding for each document and place that it wrongly refers to.

    `documents` are the library's, with the register's say. A reference in an act itself is a note: there
    it is more often the reading of the act that has missed a section than the act that is wrong.
    """
    provisions = {d.document: library.provisions(d.document) for d in documents}
    addresses = {name: [p.address for p in held] for name, held in provisions.items()}
    catalogue = Catalogue(documents, addresses)
    titles = {document.document: document.title for document in documents}
    for document in documents:
        text = library.text(document.document)
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for provision in provisions[document.document]:
            words = text[provision.start : provision.end]
            for found in catalogue.follow(words, document.document, provision.address):
                reference = found.reference
                wanted = reference.address or reference.text
                if found.outcome is not Outcome.BROKEN or (wanted, found.documents) in seen:
                    continue
                seen.add((wanted, found.documents))
                missing = titles[found.documents[0]]
                yield Finding(
                    Severity.NOTE if document.level is Level.LAW else Severity.WARNING,
                    "broken_reference",
                    document.document,
                    f"”{document.title}” hänvisar till {wanted} i ”{missing}”, som inte har någon sådan "
                    "bestämmelse i biblioteket.",
                    "Kontrollera mot lagen: paragrafen kan ha upphävts eller bytt nummer, eller filen "
                    "vara en äldre lydelse.",
                    found.documents,
                    quote=words[max(reference.start - 60, 0) : reference.end + 20].strip(),
                    page=provision.page,
                )
