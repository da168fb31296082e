"""The last gate: a quote is shown only if it stands, letter for letter, where the citation says."""

from collections.abc import Callable, Iterable

from hierarchy.ladder import Citation


def is_verbatim(citation: Citation, stored_text: str) -> bool:
    """Whether the quote is exactly the stored text at its offsets, in its provision, and says something."""
    inside = citation.provision.start <= citation.start < citation.end <= citation.provision.end
    return (
        inside
        and citation.provision.document == citation.document.document
        and stored_text[citation.start : citation.end] == citation.quote
        and bool(citation.quote.strip())
    )


def verified(citations: Iterable[Citation], text_of: Callable[[str], str]) -> list[Citation]:
    """The citations that stand; there is no way round this function to a shown quote."""
    return [citation for citation in citations if is_verbatim(citation, text_of(citation.document.document))]
