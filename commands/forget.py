"""`ingest --forget`: documents removed for good."""

from collections.abc import Sequence
from contextlib import closing

from commands.opening import find_document
from commands.output import console, paragraph
from index.forgetting import forget_documents
from index.library import Library
from settings import Settings


def forget_named(settings: Settings, documents: Sequence[str]) -> None:
    """Remove the named documents, and say so on standard error.

    Raises CommandFailed for an id that is not there, and LibraryError.
    """
    with closing(Library(settings.data)) as library:
        found = [find_document(library, document).document for document in documents]
    forget_documents(settings.data, found, settings.chroma_url)
    for document in found:
        console(stderr=True).print(paragraph(f"Dokumentet {document} är borttaget för gott."))
