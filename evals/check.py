"""Whether what a question file expects exists in the library at all.

Documents are replaced and quotes reworded: an expectation that nothing can meet counts as a miss of the
engine's, and makes every figure worse than it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from evals.matching import normalised
from evals.metrics.level_accuracy import level_name
from evals.questions import ExpectedSource, Question
from evals.shelf import Shelf
from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy, Level
from ingest.pinpoint import provision_at


@dataclass(frozen=True)
class Fault:
    """One mistake in one question: the field (dotted path), and what is wrong and how to mend it in Swedish.

    `is_doubt`: it may be meant so, and a person should look; no question fails by it alone.
    """

    question: str
    field: str
    problem: str
    remedy: str
    is_doubt: bool = False


def check(questions: Sequence[Question], shelf: Shelf, hierarchy: Hierarchy) -> list[Fault]:
    """Every mistake, in the order of the questions."""
    held = {document.document: document for document in shelf.documents()}
    return [
        fault
        for question in questions
        for fault in (
            *_organisation(question, hierarchy),
            *_sources(question, shelf, held),
            *_level(question, held),
            *_facts(question, shelf, held),
        )
    ]


def _organisation(question: Question, hierarchy: Hierarchy) -> Iterator[Fault]:
    asked = question.organisation
    if asked is not None and hierarchy.organisation(asked) is None:
        known = ", ".join(organisation.id for organisation in hierarchy.organisations)
        yield Fault(
            question.id,
            "organisation",
            f"”{asked}” finns inte.",
            f"Välj en av: {known}." if known else "Beskriv den i hierarchy.yaml.",
        )


def _sources(question: Question, shelf: Shelf, held: dict[str, GoverningDocument]) -> Iterator[Fault]:
    for number, source in enumerate(question.expect.sources):
        place = f"expect.sources[{number}]"
        if source.document not in held:
            near = get_close_matches(source.document, held, n=1)
            yield Fault(
                question.id,
                f"{place}.document",
                f"”{source.document}” finns inte i biblioteket.",
                f"Menade du {near[0]}?" if near else "Se alla med: regelstegen register show",
            )
            continue
        yield from _quote(question, source, place, shelf)
        yield from _section(question, source, place, shelf)


def _quote(question: Question, source: ExpectedSource, place: str, shelf: Shelf) -> Iterator[Fault]:
    if source.quote is not None and normalised(source.quote) not in normalised(shelf.text(source.document)):
        yield Fault(
            question.id,
            f"{place}.quote",
            f"citatet står inte i {source.document}.",
            f"Kopiera det ur: regelstegen register show {source.document} --text",
        )


def _section(question: Question, source: ExpectedSource, place: str, shelf: Shelf) -> Iterator[Fault]:
    if source.section is None:
        return
    provisions = shelf.provisions(source.document)
    addresses = {normalised(provision.address) for provision in provisions}
    if normalised(source.section) in addresses:
        return
    # Alone the section is scored, and then as answers write it; beside a quote it helps people to find it.
    if source.quote is not None:
        text = shelf.text(source.document)
        if normalised(source.section) in normalised(text) or provision_at(source.section, provisions, text):
            return
    yield Fault(
        question.id,
        f"{place}.section",
        f"”{source.section}” är ingen adress i {source.document}.",
        f"Se adresserna med: regelstegen provisions {source.document}",
        is_doubt=source.quote is not None,
    )


def _level(question: Question, held: dict[str, GoverningDocument]) -> Iterator[Fault]:
    expected = question.expect.level
    # What informs without deciding may stand at any level: an ended policy, another's guideline.
    if expected is None or expected is Level.BACKGROUND:
        return
    levels = {held[source.document].level for source in question.expect.sources if source.document in held}
    if levels and expected not in levels:
        stands = ", ".join(level_name(level) for level in sorted(levels))
        yield Fault(
            question.id,
            "expect.level",
            f"nivån är {level_name(expected)}, men ingen källa står där (de är: {stands}).",
            "Rätta nivån, eller dokumentets nivå i register.yaml.",
            is_doubt=True,
        )


def _facts(question: Question, shelf: Shelf, held: dict[str, GoverningDocument]) -> Iterator[Fault]:
    texts = [
        normalised(shelf.text(source.document))
        for source in question.expect.sources
        if source.document in held
    ]
    for fact in question.expect.must_include:
        if texts and not any(normalised(fact) in text for text in texts):
            yield Fault(
                question.id,
                "expect.must_include",
                f"»{fact}« står inte i någon av källornas dokument.",
                "Skriv det som dokumentet skriver det.",
                is_doubt=True,
            )
