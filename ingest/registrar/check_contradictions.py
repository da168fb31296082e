"""Checks of what documents say of one another: a decision dated twice, an act cited by an old number."""

from collections.abc import Iterable, Iterator

from ingest.between_documents import doubts_between
from ingest.document import IngestedDocument
from ingest.register import Register
from ingest.registrar.findings import Finding, Severity


def contradicting(register: Register, documents: Iterable[IngestedDocument]) -> Iterator[Finding]:
    """Each contradiction once, except those that somebody has settled or keeps as an open question."""
    told: set[str] = set()
    for name, sentences in doubts_between(documents).items():
        entry = register.entry(name)
        known = (*entry.settled, *entry.document.doubts) if entry else ()
        for sentence in sentences:
            if sentence in told or sentence in known:
                continue
            told.add(sentence)
            yield Finding(
                Severity.WARNING,
                "contradiction",
                name,
                f"{name}: {sentence}",
                "Ta reda på vad som är rätt. När det är utrett: skriv meningen under settled i posten.",
            )
