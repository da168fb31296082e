"""From a reading to the stored text and its provisions, by the kind of structure the text has."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hierarchy.documents import Provision
from ingest.outline import outline_provisions
from ingest.protocol_beginnings import is_protocol, is_signed_record
from ingest.protocols import protocol_provisions
from ingest.statutes import is_statute, statute_provisions
from ingest.stored_text import StoredText


def provisions_of(
    document: str, title: str, stored: StoredText, metadata: dict[str, str]
) -> tuple[Provision, ...]:
    """The document's provisions in reading order, each with an address of its own.

    Together they hold all the text but headings, and the numbers and amendment notes of statute sections.
    """
    protocol = is_protocol(stored)
    # Minutes may number their items as statutes do ("21 § Val av justerare"), but are signed.
    if is_statute(stored, metadata) and not (protocol and is_signed_record(stored)):
        found = statute_provisions(document, title, stored)
    elif protocol:
        found = protocol_provisions(document, title, stored)
    else:
        found = outline_provisions(document, title, stored)
    return tuple(_told_apart(found))


def _told_apart(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """The second provision under one address is "… (2)", so that a citation leads to the right one."""
    seen: Counter[str] = Counter()
    for provision in provisions:
        seen[provision.address] += 1
        number = seen[provision.address]
        yield replace(provision, address=f"{provision.address} ({number})") if number > 1 else provision
