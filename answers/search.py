"""One provision found by a search."""

from dataclasses import dataclass

from hierarchy.documents import GoverningDocument, Provision


@dataclass(frozen=True)
class SearchResult:
    """A provision with its whole text; `score` is the log-odds that it answers, higher is better."""

    document: GoverningDocument
    provision: Provision
    score: float
    text: str
