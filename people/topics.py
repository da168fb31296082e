"""What questions have in common: groups that share words or meaning, each named by words of its own.

Two questions are as near as their rarest shared words and what the embedder makes of them say together;
groups are joined while their questions are near one another on the average.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analysis import words
from index.embedding import Vectors
from people.asked import Unanswered

_Matrix = NDArray[np.float32]

# Unrelated Swedish questions lie at the lower cosine to one another in multilingual-e5-small, the same
# question in other words at the upper.
_UNRELATED, _ALIKE = 0.84, 0.94
_NEAR = 0.25
"""The average nearness from which groups are joined; set on the groups in `tests/people/test_topics.py`."""
_SHORTEST_PART = 5
"""Letters of a word that may be looked for within longer ones."""
_NAMED_BY = 3
"""Words in a group's name."""
_ASKING = frozenset(
    word
    for line in Path(__file__).with_name("asking_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)


@dataclass(frozen=True)
class Topic:
    """Questions that belong together, most often asked first, and the one to three words that carry them."""

    words: tuple[str, ...]
    questions: tuple[Unanswered, ...]

    @property
    def times(self) -> int:
        """How often any of them was asked."""
        return sum(question.times for question in self.questions)


def topics(questions: Sequence[Unanswered], meanings: Mapping[str, Vectors]) -> list[Topic]:
    """The questions in groups, the most asked about first; one like no other is a group by itself.

    `meanings`: unit vectors by folded question; one that is missing is told by its words alone.
    """
    if not questions:
        return []
    terms = _with_parts([_terms(question.question) for question in questions])
    near = _nearness(terms, [meanings.get(question.folded) for question in questions])
    groups = _joined(near)
    spread = Counter(term for group in groups for term in {t for at in group for t in terms[at]})
    made = []
    for group in groups:
        members = sorted(
            (questions[at] for at in group), key=lambda one: (-one.times, -one.last.toordinal(), one.folded)
        )
        made.append(Topic(_name(members, spread, len(groups)), tuple(members)))
    return sorted(made, key=lambda topic: (-topic.times, -len(topic.questions), topic.words))


def _terms(text: str) -> frozenset[str]:
    return frozenset(term for word, term in words(text) if word not in _ASKING and not word[0].isdigit())


def _with_parts(terms: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The terms with those of other questions that stand within them: "semester" in "sommarsemester"."""
    known = {term for own in terms for term in own if len(term) >= _SHORTEST_PART}
    return [own | {part for term in own for part in _parts(term) if part in known} for own in terms]


def _parts(term: str) -> Iterator[str]:
    for start in range(len(term) - _SHORTEST_PART + 1):
        for end in range(start + _SHORTEST_PART, len(term) + 1):
            yield term[start:end]


def _nearness(terms: Sequence[frozenset[str]], vectors: Sequence[Vectors | None]) -> _Matrix:
    """How near each two are, 0–1."""
    by_words = _by_words(terms)
    known = [at for at, vector in enumerate(vectors) if vector is not None]
    if len(known) < 2:
        return by_words
    meant = np.stack([vector for vector in vectors if vector is not None])
    by_meaning = np.clip((meant @ meant.T - _UNRELATED) / (_ALIKE - _UNRELATED), 0, 1)
    near = by_words.copy()
    both = np.ix_(known, known)
    near[both] = (by_words[both] + by_meaning) / 2
    return near


def _by_words(terms: Sequence[frozenset[str]]) -> _Matrix:
    """The cosine of the terms, each weighed by how few questions have it."""
    number = len(terms)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(terms):
        for term in own:
            having[term].append(at)
    near = np.zeros((number, number), dtype=np.float32)
    for places in having.values():
        near[np.ix_(places, places)] += math.log(1 + number / len(places)) ** 2
    lengths = np.sqrt(np.diagonal(near))
    lengths[lengths == 0] = 1
    scaled: _Matrix = near / np.outer(lengths, lengths)
    return scaled


def _joined(near: _Matrix) -> list[list[int]]:
    """Groups of places, by average linkage: a chain of nearest neighbours is followed to a mutual pair, which
    is joined (Benzécri 1982), while the pair is near enough.
    """
    near = near.astype(np.float64)
    np.fill_diagonal(near, -1)
    groups: dict[int, list[int]] = {at: [at] for at in range(len(near))}
    open_ones, done, chain = set(groups), [], list[int]()
    while open_ones:
        if not chain:
            chain.append(min(open_ones))
        at = chain[-1]
        # The one before is preferred among equals, or two could lead to each other for ever.
        nearest = int(np.argmax(near[at]))
        if len(chain) > 1 and near[at, chain[-2]] >= near[at, nearest]:
            nearest = chain[-2]
        if near[at, nearest] < _NEAR:
            # Nothing is near enough to the end of the chain, nor will be: joined groups are no nearer.
            done.append(groups[at])
            open_ones.discard(at)
            near[at, :] = near[:, at] = -1
            chain.pop()
        elif len(chain) > 1 and nearest == chain[-2]:
            kept, gone = sorted((at, nearest))
            sizes = len(groups[kept]), len(groups[gone])
            merged = (near[kept] * sizes[0] + near[gone] * sizes[1]) / sum(sizes)
            # What has left the table stays out of it.
            merged[(near[kept] < 0) | (near[gone] < 0)] = -1
            near[kept, :] = near[:, kept] = merged
            near[gone, :] = near[:, gone] = near[kept, kept] = -1
            groups[kept] += groups.pop(gone)
            open_ones.discard(gone)
            chain = chain[:-2]
        else:
            chain.append(nearest)
    return done


def _name(questions: Sequence[Unanswered], spread: Mapping[str, int], groups: int) -> tuple[str, ...]:
    """The words that stand in most of the group's questions, also within longer words, and in few other
    groups, as they are most often written; the question itself where it has none.
    """
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for question in questions:
        for word, term in words(question.question):
            if word not in _ASKING:
                written[term][word] += question.times
    holders = {term: [q for q in questions if _holds(q, term)] for term in written}
    # A word that one or few of several questions have does not carry the group.
    fewest = max(2, len(questions) // 3)
    carrying = [term for term in written if len(holders[term]) >= fewest] or list(written)
    weight = {
        term: sum(q.times for q in holders[term]) * math.log(1 + groups / max(1, spread[term]))
        for term in carrying
    }
    chosen: list[str] = []
    for term in sorted(carrying, key=lambda term: (-weight[term], len(term), term)):
        if len(chosen) < _NAMED_BY and not any(term in other or other in term for other in chosen):
            chosen.append(term)
    named = tuple(min(written[t], key=lambda word: (-written[t][word], word)) for t in chosen)
    return named or (questions[0].question,)


def _holds(question: Unanswered, term: str) -> bool:
    own = _terms(question.question)
    return term in own or (len(term) >= _SHORTEST_PART and any(term in longer for longer in own))
