"""From a reading to the stored text and its provisions, by the kind of structure the text has."""

from hierarchy.documents import Provision
from ingest.outline import outline_provisions
from ingest.protocols import is_protocol, protocol_provisions
from ingest.statutes import is_statute, statute_provisions
from ingest.stored_text import StoredText


def provisions_of(
    document: str, title: str, stored: StoredText, metadata: dict[str, str]
) -> tuple[Provision, ...]:
    """The document's provisions in reading order; together they hold all its text but headings."""
    if is_statute(stored, metadata):
        return statute_provisions(document, title, stored)
    if is_protocol(stored):
        return protocol_provisions(document, title, stored)
    return outline_provisions(document, title, stored)
