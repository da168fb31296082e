"""A document that speaks of others, and the documents that it can be speaking of."""

from dataclasses import dataclass
from datetime import date

from hierarchy.documents import GoverningDocument, Status
from ingest.document import IngestedDocument
from ingest.document_names import by_decision, by_name, by_number, decision_references
from ingest.said import SaidOfOther
from ingest.stored_text import mark_at


@dataclass(frozen=True)
class Speaker:
    """The document whose statements are read, and the library that names are resolved to."""

    ingested: IngestedDocument
    known: tuple[GoverningDocument, ...]

    @property
    def document(self) -> GoverningDocument:
        return self.ingested.document

    @property
    def text(self) -> str:
        return self.ingested.text

    @property
    def proposes(self) -> bool:
        return self.document.status is Status.PROPOSED

    def resolve(self, name: str, words: str, decided_on: date | None) -> str | None:
        """The id of the one document that a name means in its sentence: by decision, by number, then by
        name.
        """
        for reference in decision_references(words):
            known = by_decision(reference, self.document, self.known)
            if known is not None:
                return known.document
        found = by_number(words, self.document, self.known) or by_name(
            name, self.document, self.known, decided_on
        )
        return found.document if found else None

    def said(self, name: str, field: str, value: Status | date | str, start: int, end: int) -> SaidOfOther:
        """A statement about the document called `name`, shown by `[start, end)`; not resolved yet."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        mark = mark_at(self.ingested.marks, start)
        return SaidOfOther(
            document=None,
            name=" ".join(name.split()).strip(" .,–-"),
            field=field,
            value=value,
            quote=words.strip(),
            page=mark.page if mark else None,
            printed_page=mark.printed_page if mark else None,
            source=self.document.document,
            section=None,
            start=start,
            end=start + len(words.strip()),
            proposed=self.proposes,
        )
