"""What is reviewed: the register as it is now, and the documents as they were read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy
from index.library import Library
from ingest.between_documents import doubts_between
from ingest.document import IngestedDocument, identity_now
from ingest.governance import REGISTER_FILE, load_governance
from ingest.registrar.claims import claims_of, said_of
from ingest.registrar.proposal import Proposal, propose
from ingest.registrar.register_file import RegisterFile, open_register
from ingest.said import SaidOfOther
from keeping.places import governance_folder

_MOST_ROUNDS = 5
"""A change may let a protocol's words be understood as being of one document more; seldom twice."""


@dataclass
class Desk:
    """The register on the desk, beside the library. `register` is replaced as it is edited."""

    folder: Path
    register: RegisterFile
    hierarchy: Hierarchy
    library: Library

    @cached_property
    def read(self) -> list[GoverningDocument]:
        """The identities as the documents alone give them."""
        return self.library.documents_as_read()

    def doubted(self) -> list[GoverningDocument]:
        """The identities as read, with what the documents leave in doubt about one another."""
        between = doubts_between(self.ingested())
        return [replace(d, doubts=_once(*d.doubts, *between.get(d.document, ()))) for d in self.read]

    def documents(self) -> list[GoverningDocument]:
        """The identities with the register as it is now, whatever it was at the last ingest."""
        entries = self.register.register
        return [identity_now(entries.entry(read.document), read, self.hierarchy) for read in self.read]

    def ingested(self) -> list[IngestedDocument]:
        """The documents whole, with the identities of `documents`."""
        return [replace(self.library.ingested(d.document), document=d) for d in self.documents()]

    def said(self) -> list[SaidOfOther]:
        """What the documents say of each other."""
        ingested = self.ingested()
        return said_of(ingested, [one.document for one in ingested])

    def page_of(self, document: str, offset: int) -> int | None:
        mark = self.library.mark_at(document, offset)
        return mark.page if mark else None

    def propose(self) -> list[Proposal]:
        """Every proposal, with `register` edited in memory until nothing more is to be written."""
        found: list[Proposal] = []
        for _ in range(_MOST_ROUNDS):
            latest = propose(self.register, self.doubted(), claims_of(self.said()), self.hierarchy)
            found = _together(found, latest)
            edits = [edit for proposal in latest for edit in proposal.edits]
            if not edits:
                break
            self.register = self.register.edited(edits)
            if not any(f.said_in or not p.is_new for p in latest for f in p.fields):
                break  # the identities are what they were, and so is what is said of them
        return found


def open_desk(library: Library, governance: Path | None) -> Desk:
    """The register of the chosen folder, else of the one that the library was read with.

    Raises KeepingError where there is no telling which, and GovernanceError for a mistake in the files.
    """
    folder = governance_folder(library, governance)
    kept = load_governance(folder)
    return Desk(folder, open_register(folder / REGISTER_FILE), kept.hierarchy, library)


def _once(*sentences: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentences))


def _together(before: Sequence[Proposal], latest: Sequence[Proposal]) -> list[Proposal]:
    """What one round after another has found, document by document."""
    found = {proposal.document: proposal for proposal in before}
    for proposal in latest:
        first = found.get(proposal.document)
        found[proposal.document] = proposal if first is None else _joined(first, proposal)
    return list(found.values())


def _joined(first: Proposal, second: Proposal) -> Proposal:
    fields = {p.field: p for p in first.fields}
    for proposed in second.fields:
        earlier = fields.get(proposed.field)
        before = earlier.before if earlier else proposed.before
        fields[proposed.field] = replace(proposed, before=before)
    return replace(
        first,
        fields=tuple(fields.values()),
        new_doubts=_once(*first.new_doubts, *second.new_doubts),
        gone_doubts=_once(*first.gone_doubts, *second.gone_doubts),
        differing=second.differing or first.differing,
        edits=(*first.edits, *second.edits),
    )
