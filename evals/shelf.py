"""What checking and covering need of a library: its documents, their text and their provisions."""

from typing import Protocol

from hierarchy.documents import GoverningDocument, Provision


class Shelf(Protocol):
    """`index.library.Library`, or anything else that holds documents."""

    def documents(self) -> list[GoverningDocument]: ...

    def text(self, document: str, /) -> str:
        """The stored text. Raises KeyError for an unknown document."""
        ...

    def provisions(self, document: str, /) -> list[Provision]:
        """In reading order."""
        ...
