"""What stands in for a mechanism where nothing at all would not do."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from answers.disputes import Disputes
from answers.ranking import Ranked
from answers.ranking import relevance as relevance_measured
from answers.understanding import Understood
from hierarchy.documents import GoverningDocument
from hierarchy.ladder import Citation
from hierarchy.levels import Level
from index.embedding import Vectors
from index.library import Library, ProvisionTerms
from index.retrieval import Candidate, Query
from index.retrieval import retrieve as retrieved
from index.vectors import VectorStore
from index.vocabulary import QueryWord, Vocabulary

Retrieve = Callable[..., dict[Level, list[Candidate]]]
# A number stays with the unit that follows it.
_WORDS = re.compile(r"\d[\d\s.,]*[^\W\d_]*|[^\W\d_]+(?:-[^\W\d_]+)*")


class Rescaled(VectorStore):
    """A store whose cosines are brought to another mean and spread."""

    def __init__(self, store: VectorStore, scale: float, shift: float) -> None:
        self._store, self._scale, self._shift = store, scale, shift

    def search(self, level: Level, vector: Vectors, top: int) -> list[tuple[int, float]]:
        return [
            (key, self._scale * cosine + self._shift)
            for key, cosine in self._store.search(level, vector, top)
        ]


def in_store(made: Callable[[VectorStore], VectorStore]) -> Retrieve:
    """Retrieval that searches another store, made from the real one."""

    def retrieve(
        library: Library,
        store: VectorStore,
        query: Query,
        eligible: Mapping[Level, Collection[str]],
        documents: Mapping[str, GoverningDocument],
        also: Collection[int] = (),
    ) -> dict[Level, list[Candidate]]:
        return retrieved(library, made(store), query, eligible, documents, also)

    return retrieve


def neutral(name: str, means: Mapping[str, float]) -> Callable[[Candidate, float], dict[str, float]]:
    """What retrieval measured of a candidate, one measure always the usual.

    Nothing else would do: without it every score would sink, and with the scores the answers.
    """

    def relevance(candidate: Candidate, best_bm25: float) -> dict[str, float]:
        return {**relevance_measured(candidate, best_bm25), name: means[name]}

    return relevance


class WordByWord(Vocabulary):
    """A vocabulary that never reads two words of a question as one."""

    def read(self, question: str) -> list[QueryWord]:
        return [read for word in _WORDS.findall(question) for read in super(WordByWord, self).read(word)]


def with_synonyms_of(*left_out: Mapping[str, tuple[str, ...]]) -> Callable[..., Vocabulary]:
    """A vocabulary without the synonyms of some lists."""

    def vocabulary(
        frequencies: Mapping[str, int], provisions: int, synonyms: Mapping[str, tuple[str, ...]]
    ) -> Vocabulary:
        kept = {
            word: tuple(o for o in others if not any(o in known.get(word, ()) for known in left_out))
            for word, others in synonyms.items()
        }
        return Vocabulary(frequencies, provisions, kept)

    return vocabulary


def terms_without_keys(row: Mapping[str, str]) -> ProvisionTerms:
    """The terms of a provision's own words."""
    heading = frozenset(row["heading"].split())
    return ProvisionTerms(heading, heading | frozenset(row["body"].split()))


def undisputed(
    library: Library,
    question: Understood,
    citations: Sequence[Citation],
    ranked: Mapping[Level, Sequence[Ranked]],
) -> Disputes:
    """What is cited as it is cited."""
    return Disputes(citations, (), len(citations))
