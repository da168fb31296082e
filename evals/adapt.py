"""Learn the query adapter: `python -m evals.adapt --on DATA QUESTIONS.yaml [--on …] [--write]`.

From every library it takes the keys that its provisions have and the questions of the file. Each is to stand
nearer to the units (and to the other keys) of the provision that answers than to any other of the documents
it may be answered from; and a question that nothing answers is to stand far from all of them, which is
learned against a null passage that is right for it (as the no-answer score of SQuAD 2.0 models; Devlin et
al., 2019). Only the adapter is learned; the embedder stays as it is. Written to `index/query_adapter.npz`.
The questions that the ranking is fitted and judged on are not to be among these.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from answers.assistant import Assistant
from answers.scope import scope_of
from answers.understanding import understand
from evals.matching import is_expected
from evals.options import add_on
from evals.questions import Question, QuestionFileError, load_questions
from hierarchy.levels import Level
from index.embedding import DEFAULT_EMBEDDER, Embedder, open_embedder
from index.embedding_cache import EmbeddingCache
from index.errors import LibraryError
from index.keys import PROJECT_KEYS, load_keys
from index.library import Library
from index.query_adapter import WEIGHTS
from index.writer import act_of

RANK = 128
# Chosen by recall and refusals on the open questions, which are not learned from.
TEMPERATURE = 0.015
PENALTY = 0.002
KEYS_COUNT = 0.5
SILENCE_COUNTS = 0.2
STEPS = 1200
_RATE = 2e-3
_BATCH = 256
_BATCH_OF_QUESTIONS = 128
_PATH = Path(__file__).parent.parent / "index" / WEIGHTS


@dataclass(frozen=True)
class Lesson:
    """Queries (n, d) against passages (m, d); which may be compared and which are right, both (n, m).

    `silent`: the null passage is among those compared; it is the right one where `right` is None.
    """

    queries: Tensor
    passages: Tensor
    eligible: Tensor
    right: Tensor | None
    weight: float
    batch: int
    silent: bool = False

    def loss(self, adapt: "Adapt") -> Tensor:
        """The mean surprise at what is right in a new batch, as a softmax over what is compared."""
        rows = torch.randperm(len(self.queries))[: self.batch]
        nearness = adapt(self.queries[rows]) @ self.passages.T / TEMPERATURE
        nearness = nearness.masked_fill(~self.eligible[rows], -torch.inf)
        null = (adapt.silence / TEMPERATURE).expand(len(rows))
        every = torch.logsumexp(nearness, 1)
        if self.silent:
            every = torch.logaddexp(every, null)
        if self.right is None:
            return self.weight * (every - null).mean()
        right = torch.logsumexp(nearness.masked_fill(~self.right[rows], -torch.inf), 1)
        return self.weight * (every - right).mean()

    def kept(self) -> "Lesson":
        """Without the queries that nothing here is right for."""
        if self.right is None:
            return self
        rows = (self.right & self.eligible).any(1)
        kept = {"queries": self.queries[rows], "eligible": self.eligible[rows], "right": self.right[rows]}
        return replace(self, **kept)


class UnknownSource(Exception):
    """A question names a source or an asker that its library does not hold; the message says which."""


class Adapt:
    """The map while it is learned; `silence` is how near the null passage is to every question."""

    def __init__(self, dimensions: int) -> None:
        self.down = (torch.randn(dimensions, RANK) * 0.01).requires_grad_()
        self.up = (torch.randn(dimensions, RANK) * 0.01).requires_grad_()
        self.silence = torch.tensor(0.8).requires_grad_()

    def __call__(self, queries: Tensor) -> Tensor:
        return torch.nn.functional.normalize(queries + (queries @ self.down) @ self.up.T, dim=1)

    def size(self) -> Tensor:
        return ((self.up @ self.down.T) ** 2).sum()


class Place(NamedTuple):
    """Whose a text is; `key` is its words where it is a key."""

    document: str
    provision: int
    level: Level
    key: str | None = None


@dataclass(frozen=True)
class Shelf:
    """All units of a library, or all keys to it: vectors (m, d), and whose each is."""

    vectors: Tensor
    places: Sequence[Place]

    def of(self, owners: Sequence[set[int]]) -> Tensor:
        """For each set of provision ids, which passages are theirs (n, m)."""
        provisions = torch.tensor([place.provision for place in self.places])
        return torch.stack([torch.isin(provisions, torch.tensor(sorted(ids))) for ids in owners])

    def within(self, scopes: Sequence[frozenset[str]]) -> Tensor:
        """For each set of document ids, which passages stand in them (n, m)."""
        return torch.tensor(
            [[place.document in scope for place in self.places] for scope in scopes], dtype=torch.bool
        )


def units_of(library: Library, data: Path, embedder: Embedder) -> Shelf:
    """The units of the library in `data`."""
    rows = library.connection.execute(
        "SELECT passage.provision, passage.digest, document.id AS document, document.level"
        " FROM passage JOIN provision ON provision.id = passage.provision"
        " JOIN document ON document.id = provision.document ORDER BY passage.id"
    ).fetchall()
    cache = EmbeddingCache(data)
    vectors = cache.vectors(embedder.id, [row["digest"] for row in rows])
    cache.close()
    stacked = np.array([vectors[row["digest"]] for row in rows], dtype=np.float32)
    places = [Place(row["document"], row["provision"], Level(row["level"])) for row in rows]
    return Shelf(torch.tensor(stacked), places)


def keys_of(library: Library, embedder: Embedder) -> Shelf:
    """The keys to the library's provisions, embedded: here alone, for the engine searches among units."""
    entries = load_keys([PROJECT_KEYS]).entries
    places = [
        Place(document.document, ids[address], document.level, line)
        for document in library.documents()
        for ids in [library.provision_ids(document.document)]
        for address, lines in entries.get(act_of(document), {}).items()
        if address in ids
        for line in lines
    ]
    vectors = embedder.passages([str(place.key) for place in places])
    return Shelf(torch.tensor(np.array(vectors, dtype=np.float32)), places)


def key_lessons(units: Shelf, keys: Shelf, embedder: Embedder, known: set[str]) -> Iterator[Lesson]:
    """What the keys of a library teach, but the `known`, which are added to."""
    owners: dict[str, set[int]] = {}
    for place in keys.places:
        if place.key and place.key not in known:
            owners.setdefault(place.key, set()).add(place.provision)
    known.update(owners)
    if not owners:
        return
    queries = _queries(embedder, list(owners))
    law = torch.tensor([place.level == Level.LAW for place in units.places]).expand(len(owners), -1)
    right = units.of(list(owners.values()))
    yield Lesson(queries, units.vectors, law, right, 1.0, _BATCH, silent=True).kept()
    # A key is to be near to its siblings, not to itself.
    others = torch.tensor([[place.key != own for place in keys.places] for own in owners])
    right = keys.of(list(owners.values()))
    yield Lesson(queries, keys.vectors, others, right, KEYS_COUNT, _BATCH).kept()


def question_lessons(
    assistant: Assistant, units: Shelf, keys: Shelf, embedder: Embedder, questions: Sequence[Question]
) -> Iterator[Lesson]:
    """What questions teach: those with an answer, and those without. Raises UnknownSource."""
    answered = [question for question in questions if not question.expect.abstain]
    if answered:
        queries = _queries(embedder, [question.question for question in answered])
        scopes = [_scope(assistant, question) for question in answered]
        owners = [_right(assistant.library, question) for question in answered]
        lost = [question.id for question, own in zip(answered, owners, strict=True) if not own]
        if lost:
            raise UnknownSource(f"Källan finns inte i biblioteket: {', '.join(lost)}.")
        for shelf, weight, silent in ((units, 1.0, True), (keys, KEYS_COUNT, False)):
            near, right = shelf.within(scopes), shelf.of(owners)
            yield Lesson(queries, shelf.vectors, near, right, weight, _BATCH_OF_QUESTIONS, silent).kept()
    unanswered = [question for question in questions if question.expect.abstain]
    if unanswered:
        queries = _queries(embedder, [question.question for question in unanswered])
        near = units.within([_scope(assistant, question) for question in unanswered])
        yield Lesson(queries, units.vectors, near, None, SILENCE_COUNTS, _BATCH_OF_QUESTIONS, silent=True)


def _queries(embedder: Embedder, texts: Sequence[str]) -> Tensor:
    return torch.tensor(np.array([embedder.query(text) for text in texts]))


def _scope(assistant: Assistant, question: Question) -> frozenset[str]:
    """The documents that may answer; all of them for a question that no organisation's documents answer."""
    if question.organisation is None:
        return frozenset(document.document for document in assistant.library.documents())
    documents = assistant.library.documents()
    understood = understand(
        question.question,
        assistant.hierarchy,
        documents,
        organisation=question.organisation,
        as_of=question.as_of,
        language=question.language,
        today=date.today(),
    )
    return scope_of(understood, documents, assistant.finder.issued_under).all


def _right(library: Library, question: Question) -> set[int]:
    """Every provision that holds an expected passage, whether a search finds it or not."""
    right: set[int] = set()
    for source in question.expect.sources:
        for address, number in library.provision_ids(source.document).items():
            provision = library.provisions_by_id([number])[number]
            text = library.text(source.document)[provision.start : provision.end]
            if is_expected(question.expect.sources, source.document, address, text):
                right.add(number)
    return right


def learn(taught: Sequence[Lesson], seed: int = 0) -> Adapt:
    """The adapter that the lessons teach together."""
    torch.manual_seed(seed)
    adapt = Adapt(taught[0].queries.shape[1])
    optimiser = torch.optim.Adam(
        [{"params": [adapt.down, adapt.up], "lr": _RATE}, {"params": [adapt.silence], "lr": 5 * _RATE}]
    )
    for _ in range(STEPS):
        loss = PENALTY * adapt.size()
        for lesson in taught:
            loss = loss + lesson.loss(adapt)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return adapt


def _taught(pairs: Sequence[tuple[Path, Path]]) -> Iterator[Lesson]:
    """The lessons of every library with its question files, those without queries left out."""
    embedder = open_embedder(DEFAULT_EMBEDDER)
    files: dict[Path, list[Question]] = {}
    for data, path in pairs:
        files.setdefault(data, []).extend(load_questions(path))
    known: set[str] = set()
    for data, questions in files.items():
        assistant = Assistant.open(data)
        for organisation in {question.organisation for question in questions} - {None}:
            if assistant.hierarchy.organisation(str(organisation)) is None:
                raise UnknownSource(f"Organisationen ”{organisation}” finns inte i {data}.")
        units = units_of(assistant.library, data, embedder)
        keys = keys_of(assistant.library, embedder)
        for lesson in (
            *key_lessons(units, keys, embedder, known),
            *question_lessons(assistant, units, keys, embedder, questions),
        ):
            if len(lesson.queries):
                yield lesson


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_on(parser, "may be repeated; the keys of a library are learned from once")
    parser.add_argument("--write", action="store_true", help="write index/query_adapter.npz")
    options = parser.parse_args(arguments)
    try:
        taught = list(_taught(options.on))
    except (UnknownSource, QuestionFileError, LibraryError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for lesson in taught:
        sys.stdout.write(f"{len(lesson.queries)} queries against {len(lesson.passages)} passages\n")
    adapt = learn(taught)
    if options.write:
        down, up = (weights.detach().numpy().astype(np.float16) for weights in (adapt.down, adapt.up))
        np.savez(_PATH, down=down, up=up)
    return 0


if __name__ == "__main__":
    sys.exit(main())
