"""One vector a provision against several: `python -m evals.vector_kinds --on DATA QUESTIONS.yaml [--on …]`.

A provision is found by the nearest of its vectors. Each way of giving it vectors is measured by that alone
(meaning, no words), over all the documents that may answer: recall@8, MRR, and how many vectors it takes.
Vectors that the library does not have are embedded once, into `data-bench/`.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from answers.assistant import Assistant
from answers.scope import scope_of
from evals.matching import is_expected
from evals.options import add_on
from evals.questions import Question, load_questions
from evals.run import TOP
from evals.significance import mcnemar
from hierarchy.documents import GoverningDocument, Provision
from index.embedded_text import context, embedded_units
from index.embedding import Embedder, Vectors, open_embedder
from index.embedding_cache import EmbeddingCache, digest
from index.keys import PROJECT_KEYS, Keys, load_keys
from index.library import Library
from index.query_adapter import load_adapter
from index.writer import act_of

CACHE = Path(__file__).parents[1] / "data-bench" / "vector-kinds"
WAYS: dict[str, tuple[str, ...]] = {
    "whole text": ("whole",),
    "units": ("unit",),
    "units + keys": ("unit", "key"),
    "units + headings": ("unit", "heading"),
    "units + keys + headings": ("unit", "key", "heading"),
}
SHIPPED = "units"


@dataclass(frozen=True)
class Shelf:
    """Every vector of a library: its kind, its provision's number, and the vector, row by row."""

    documents: np.ndarray[tuple[int], np.dtype[np.str_]]
    provisions: Sequence[Provision]
    owners: np.ndarray[tuple[int], np.dtype[np.int64]]
    kinds: np.ndarray[tuple[int], np.dtype[np.str_]]
    vectors: Vectors


def texts_of(
    document: GoverningDocument, provision: Provision, text: str, keys: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """What may be embedded of a provision, each with its kind."""
    title = document.abbreviation or document.title
    # As a unit's are: what is one unit has the same vector either way.
    above = ", ".join((title, *context(document, provision)[-1:]))
    whole = text[provision.start : provision.end].strip()
    yield "whole", f"{above}: {whole}"
    yield "heading", ", ".join(dict.fromkeys((title, *provision.path, *context(document, provision))))
    for _, said in embedded_units(document, provision, text):
        yield "unit", said
    for key in keys:
        yield "key", key


def shelf_of(
    library: Library,
    keys: Keys,
    embedder: Embedder,
    caches: Sequence[EmbeddingCache],
    left_out: Sequence[str],
) -> Shelf:
    """The vectors of every kind that is not left out; the last cache keeps those that none has."""
    provisions: list[Provision] = []
    rows: list[tuple[int, str, str]] = []
    for document in library.documents():
        for provision in library.provisions(document.document):
            own = keys.of(act_of(document), provision.address)
            text = library.text(document.document)
            of_each = texts_of(document, provision, text, own)
            rows += [(len(provisions), kind, said) for kind, said in of_each if kind not in left_out]
            provisions.append(provision)
    texts = {digest(text): text for *_, text in rows}
    missing = set(texts)
    for cache in caches:
        missing = cache.missing(embedder.id, missing)
    caches[-1].fill(embedder, {key: texts[key] for key in missing}, lambda count: None)
    known: dict[str, Vectors] = {}
    for cache in caches:
        known.update(cache.vectors(embedder.id, list(texts)))
    return Shelf(
        np.array([p.document for p in provisions]),
        provisions,
        np.array([row[0] for row in rows]),
        np.array([row[1] for row in rows]),
        np.stack([known[digest(row[2])] for row in rows]),
    )


def ways_of(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """The ways that the shelf has the vectors for."""
    there = set(shelf.kinds.tolist())
    return {way: kinds for way, kinds in WAYS.items() if there.issuperset(kinds)}


def places(
    assistant: Assistant, shelf: Shelf, embedder: Embedder, question: Question
) -> Mapping[str, int | None]:
    """For each way the place of the first provision that answers (0 is first), None where none does."""
    library = assistant.library
    understood = assistant.finder.understand(
        question.question, question.organisation, question.as_of, question.language
    )
    scope = scope_of(understood, library.documents(), assistant.finder.issued_under).all
    adapter = load_adapter(embedder.id)
    vector = embedder.query(question.question)
    cosines = shelf.vectors @ (adapter.turned(vector) if adapter else vector)
    may = np.isin(shelf.documents, list(scope))
    right = np.array(
        [
            is_expected(
                question.expect.sources, p.document, p.address, library.text(p.document)[p.start : p.end]
            )
            for p in shelf.provisions
        ]
    )
    found: dict[str, int | None] = {}
    for way, kinds in ways_of(shelf).items():
        best = np.full(len(shelf.provisions), -1.0)
        chosen = np.isin(shelf.kinds, kinds)
        np.maximum.at(best, shelf.owners[chosen], cosines[chosen])
        best[~may] = -1.0
        hits = best[right & may]
        found[way] = int((best > hits.max()).sum()) if hits.size else None
    return found


def table(found: Sequence[Mapping[str, int | None]], shelf: Shelf) -> Iterator[str]:
    """A Markdown table: figures, vectors, and the questions won and lost against what ships."""
    yield f"| vectors of a provision | recall@{TOP} | MRR | won–lost | p | vectors |"
    yield "|---|---|---|---|---|---|"
    for way, kinds in ways_of(shelf).items():
        own = [each[way] for each in found]
        hits = [place is not None and place < TOP for place in own]
        shipped = [place is not None and place < TOP for place in (each[SHIPPED] for each in found)]
        won = sum(a and not b for a, b in zip(hits, shipped, strict=True))
        lost = sum(b and not a for a, b in zip(hits, shipped, strict=True))
        mrr = fmean(0.0 if place is None else 1 / (place + 1) for place in own)
        count = int(np.isin(shelf.kinds, kinds).sum())
        yield f"| {way} | {fmean(hits):.3f} | {mrr:.3f} | {won}–{lost} | {mcnemar(won, lost):.3f} | {count} |"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.vector_kinds", description=__doc__)
    add_on(parser, "may be repeated")
    parser.add_argument(
        "--leave-out",
        action="append",
        default=[],
        help="whole, heading or key: vectors that take long to make",
    )
    options = parser.parse_args(arguments)
    CACHE.mkdir(parents=True, exist_ok=True)
    embedder, keys = open_embedder(), load_keys([PROJECT_KEYS])
    shelves: dict[Path, tuple[Assistant, Shelf]] = {}
    for data, path in options.on:
        if data not in shelves:
            assistant = Assistant.open(data)
            caches = [EmbeddingCache(data), EmbeddingCache(CACHE)]
            shelves[data] = (
                assistant,
                shelf_of(assistant.library, keys, embedder, caches, options.leave_out),
            )
        assistant, shelf = shelves[data]
        asked = [question for question in load_questions(path) if question.expect.sources]
        found = [places(assistant, shelf, embedder, question) for question in asked]
        name = f"{path.parent.name}/{path.name}"
        lines = [f"`{name}`, {len(asked)} questions with an answer:", "", *table(found, shelf), ""]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
