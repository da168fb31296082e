"""`register.yaml` as a file to edit: what a change makes of it, checked before it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.register import FIELDS, Register, parse_register
from ingest.registrar.edits import Edit, Shape
from ingest.registrar.kept_file import KeptFile, read_kept, replace_kept
from ingest.registrar.yaml_edit import edited, noted_items
from ingest.registrar.yaml_places import EditImpossible
from ingest.yaml_fields import GovernanceError

ORDER: tuple[str, ...] = ("document", *FIELDS, "confirmed", "doubts", "settled")
"""The order in which the fields of an entry are written."""
_HEAD = (
    "# Dokumentens identitet. Det som står här går före det som läses ur dokumenten.\n"
    "# Kommentarer som börjar med ”läst” är skrivna av programmet; allt annat är ditt.\n"
)
SHAPE = Shape("documents", "document", ORDER, _HEAD)


@dataclass(frozen=True)
class RegisterFile:
    """The register with its text. `kept` is the file as it was read, which edits are still to replace."""

    kept: KeptFile
    text: str
    register: Register

    @property
    def path(self) -> Path:
        return self.kept.path

    def noted_doubts(self, document: str) -> frozenset[str]:
        """The doubts of an entry that the program wrote down, and that no person has taken over."""
        return noted_items(self.text, document, "doubts", SHAPE)

    def edited(self, edits: Sequence[Edit]) -> "RegisterFile":
        """The register with the edits made, not yet on disk; it says what was meant.

        Raises GovernanceError where the file is written in a way that can't be edited safely.
        """
        try:
            text = edited(self.text, edits, SHAPE)
        except EditImpossible:
            problem = "ändringen kan inte skrivas säkert, och inget är skrivet."
            remedy = "Skriv om posten utan ankare (&, *) och taggar (!), eller ändra för hand."
            raise GovernanceError(self.path, problem, remedy) from None
        return RegisterFile(self.kept, text, parse_register(self.path, text))

    def saved(self) -> "RegisterFile":
        """Written to disk. Raises GovernanceError, with the file as it was."""
        if self.text == self.kept.text:
            return self
        return RegisterFile(replace_kept(self.kept, self.text), self.text, self.register)


def open_register(path: Path) -> RegisterFile:
    """The register as it is; an absent file is an empty one. Raises GovernanceError for a mistake in it."""
    kept = read_kept(path)
    return RegisterFile(kept, kept.text, parse_register(path, kept.text))
