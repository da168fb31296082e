"""Retrieval: each rung is asked separately, by meaning and by words, among the documents that may answer."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Level
from index.embedding import Vectors
from index.library import Library, Passage
from index.vectors import VectorStore
from index.vocabulary import RELATED, SYNONYM, QueryWord

# How many passages and provisions of each level are looked at.
NEAREST_PASSAGES = 120
_BEST_PROVISIONS = 40
_WIDEST = 4_000


@dataclass(frozen=True)
class Query:
    """A question ready to be searched: its words in the library's terms, and its vector.

    `nearest`: what was found near it, by level and how much was asked for; a second search among other
    documents begins with the same.
    """

    words: Sequence[QueryWord]
    vector: Vectors
    nearest: dict[tuple[Level, int], list[tuple[int, float]]] = field(
        default_factory=dict, repr=False, compare=False
    )


@dataclass(frozen=True)
class Candidate:
    """A provision that may answer, with what was measured of it.

    `cosine`: of the nearest passage (where none was found, that of the farthest one found in the level).
    `bm25`: 0 where no word matches. `coverage`, `heading_coverage`: the share of the question's words, by
    importance, that stand in the provision with its headings, and in headings alone, 0–1. `passages`: the
    passages found, with cosine. `held`: the question's words that stand in the provision with its headings.
    """

    id: int
    provision: Provision
    document: GoverningDocument
    cosine: float
    bm25: float
    coverage: float
    heading_coverage: float
    passages: Sequence[tuple[Passage, float]] = field(default=(), repr=False)
    held: frozenset[str] = frozenset()


def retrieve(
    library: Library,
    store: VectorStore,
    query: Query,
    eligible: Mapping[Level, Collection[str]],
    documents: Mapping[str, GoverningDocument],
    also: Collection[int] = (),
) -> dict[Level, list[Candidate]]:
    """The candidates of each level among the `eligible` document ids, in no particular order.

    `documents` are those of the library by id, as they stand on the day asked for. `also` are provision ids
    that are candidates whatever was found.
    """
    by_words = _by_words(library, query, eligible)
    found = {
        level: _by_meaning(library, store, query, level, frozenset(ids))
        for level, ids in eligible.items()
        if ids
    }
    ids = {*by_words, *also} | {p.provision for hits in found.values() for p, _ in hits}
    provisions = library.provisions_by_id(ids)
    coverages = _coverages(library, query.words, provisions)
    candidates: dict[Level, list[Candidate]] = {level: [] for level in eligible}
    floors = {level: min((cosine for _, cosine in hits), default=0.0) for level, hits in found.items()}
    of_provision: dict[int, list[tuple[Passage, float]]] = defaultdict(list)
    for hits in found.values():
        for passage, cosine in hits:
            of_provision[passage.provision].append((passage, cosine))
    for number, provision in provisions.items():
        document = documents.get(provision.document)
        if document is None:
            continue
        passages = of_provision[number]
        nearest = max((cosine for _, cosine in passages), default=floors.get(document.level, 0.0))
        coverage, heading_coverage, held = coverages[number]
        candidates[document.level].append(
            Candidate(
                number,
                provision,
                document,
                nearest,
                by_words.get(number, 0.0),
                coverage,
                heading_coverage,
                tuple(passages),
                held,
            )
        )
    return candidates


def _by_words(library: Library, query: Query, eligible: Mapping[Level, Collection[str]]) -> dict[int, float]:
    """The BM25 of the best provisions of each level, 0 or more."""
    terms = dict.fromkeys(t for word in query.words for t, weight in word.terms.items() if weight > RELATED)
    return library.postings.best(terms, eligible, _BEST_PROVISIONS)


def _by_meaning(
    library: Library, store: VectorStore, query: Query, level: Level, documents: frozenset[str]
) -> list[tuple[Passage, float]]:
    """The nearest passages of a level in the given documents, looking wider until there are enough."""
    top = NEAREST_PASSAGES
    while True:
        if (level, top) not in query.nearest:
            query.nearest[level, top] = store.search(level, query.vector, top)
        nearest = query.nearest[level, top]
        passages = library.passages_by_id(number for number, _ in nearest)
        hits = [
            (passages[number], cosine)
            for number, cosine in nearest
            if number in passages and library.document_of[passages[number].provision] in documents
        ]
        if len(hits) >= NEAREST_PASSAGES // 2 or len(nearest) < top or top >= _WIDEST:
            return hits
        top *= 4


def _coverages(
    library: Library, words: Sequence[QueryWord], provisions: Mapping[int, Provision]
) -> dict[int, tuple[float, float, frozenset[str]]]:
    total = sum(word.importance for word in words) or 1.0
    asked: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, word in enumerate(words):
        for term, weight in word.terms.items():
            asked[term].append((place, weight))
    coverages: dict[int, tuple[float, float, frozenset[str]]] = {}
    for number, terms in library.terms_by_id(provisions).items():
        everywhere: dict[int, float] = {}
        heading: dict[int, float] = {}
        # A provision holds few of the many terms: only the words of those are looked at further.
        for term in terms.everything.intersection(asked):
            for found in (everywhere, heading) if term in terms.heading else (everywhere,):
                for place, weight in asked[term]:
                    if weight > found.get(place, 0.0):
                        found[place] = weight
        coverages[number] = (
            sum(words[place].importance * weight for place, weight in sorted(everywhere.items())) / total,
            sum(words[place].importance * weight for place, weight in sorted(heading.items())) / total,
            frozenset(words[place].word for place, weight in everywhere.items() if weight >= SYNONYM),
        )
    return coverages
