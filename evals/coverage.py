"""What no question asks about: documents, provisions and levels without a question of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.matching import is_expected
from evals.questions import ExpectedSource, Question
from evals.shelf import Shelf
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Level


@dataclass(frozen=True)
class CoveredDocument:
    """One document: how many questions expect it, its provisions, and the addresses that none expects.

    An address that occurs more than once in a document stands once in `unasked` for each.
    """

    document: GoverningDocument
    questions: int
    provisions: int
    unasked: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How many of the provisions some question expects."""
        return self.provisions - len(self.unasked)


@dataclass(frozen=True)
class CoveredLevel:
    """One level: questions whose answer is expected there, and the documents that stand there."""

    level: Level
    questions: int
    documents: tuple[CoveredDocument, ...]

    @property
    def documents_asked(self) -> int:
        return sum(covered.questions > 0 for covered in self.documents)

    @property
    def provisions(self) -> int:
        return sum(covered.provisions for covered in self.documents)

    @property
    def provisions_asked(self) -> int:
        return sum(covered.asked for covered in self.documents)


@dataclass(frozen=True)
class Coverage:
    """Every level from the top, how many questions each organisation (id, or None) has, and how many are of
    the kind that nothing answers.
    """

    levels: tuple[CoveredLevel, ...]
    organisations: dict[str | None, int]
    unanswerable: int


def coverage(questions: Sequence[Question], shelf: Shelf, organisations: Sequence[str]) -> Coverage:
    """How far the questions reach over the documents of a library; `organisations` are those it knows."""
    expected: dict[str, list[ExpectedSource]] = {}
    asking: dict[str, set[str]] = {}
    for question in questions:
        for source in question.expect.sources:
            expected.setdefault(source.document, []).append(source)
            asking.setdefault(source.document, set()).add(question.id)
    documents = [
        _covered(document, shelf, expected.get(document.document, []), asking.get(document.document, set()))
        for document in shelf.documents()
    ]
    counts: dict[str | None, int] = dict.fromkeys(organisations, 0)
    for question in questions:
        counts[question.organisation] = counts.get(question.organisation, 0) + 1
    return Coverage(
        levels=tuple(
            CoveredLevel(
                level,
                sum(question.expect.level is level for question in questions),
                tuple(covered for covered in documents if covered.document.level is level),
            )
            for level in Level
        ),
        organisations=counts,
        unanswerable=sum(question.expect.abstain for question in questions),
    )


def _covered(
    document: GoverningDocument, shelf: Shelf, sources: Sequence[ExpectedSource], asking: set[str]
) -> CoveredDocument:
    provisions, text = shelf.provisions(document.document), shelf.text(document.document)
    wanted = tuple(sources)
    unasked = tuple(
        provision.address
        for provision in provisions
        if not is_expected(
            wanted, document.document, provision.address, text[provision.start : provision.end]
        )
    )
    return CoveredDocument(document, len(asking), len(provisions), unasked)
