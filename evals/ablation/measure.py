"""Every question asked with everything on, and with one mechanism off at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, pstdev
from time import process_time

from answers.assistant import Assistant
from answers.finding import Finder, Found
from answers.ranking import load_ranking, relevance
from answers.understanding import Understood
from evals.ablation.replacing import Switch, Usual
from evals.assistant_asker import AssistantAsker
from evals.metrics.suite import Metric, suite
from evals.questions import Question
from evals.run import TOP
from hierarchy.levels import Level
from index.embedding import Embedder, Vectors, open_embedder
from index.library import Library
from index.vectors import VectorStore

RIGHT, LEVEL, REFUSED = "right_source_shown", "level", "refusal_recall"
METRICS = (f"recall@{TOP}", "mrr", RIGHT, LEVEL, "facts", REFUSED, "refusal_precision")
_NEAREST = 120


@dataclass(frozen=True)
class Outcome:
    """One question's scores (0–1) by the metrics that apply, and its CPU time but for embedding.

    CPU time, since a busy machine would drown what a mechanism costs.
    """

    scores: Mapping[str, float]
    milliseconds: float

    @property
    def is_right(self) -> bool:
        """A right source is shown and the right level decides; of what nothing answers, it is refused."""
        if REFUSED in self.scores:
            return self.scores[REFUSED] == 1.0
        return self.scores[RIGHT] == 1.0 and self.scores[LEVEL] == 1.0


@dataclass(frozen=True)
class Measured:
    """The outcomes on one set of questions, in its order: with everything, and without each mechanism."""

    name: str
    questions: Sequence[Question]
    whole: list[Outcome] = field(default_factory=list)
    without: dict[str, list[Outcome]] = field(default_factory=dict)


class Remembered:
    """An embedder that embeds each question once: what is timed is what comes after."""

    def __init__(self, embedder: Embedder) -> None:
        self.id = embedder.id
        self._embedder = embedder
        self._vectors: dict[str, Vectors] = {}

    def query(self, text: str) -> Vectors:
        if text not in self._vectors:
            self._vectors[text] = self._embedder.query(text)
        return self._vectors[text]

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.passages(texts)


class OnceFinder(Finder):
    """Finds for a question once, whether it is answered or searched for."""

    _last: tuple[Understood, Found] | None = None

    def find_for(self, question: Understood, started: float | None = None) -> Found:
        if self._last is None or self._last[0] != question:
            self._last = (question, super().find_for(question, started))
        return self._last[1]

    def forget(self) -> None:
        """Find anew, even for the same question."""
        self._last = None


@dataclass(frozen=True)
class Variant:
    """The assistant without one mechanism, or whole (`switch` None)."""

    switch: Switch | None
    finder: OnceFinder
    asker: AssistantAsker


def measure(
    data: Path,
    name: str,
    questions: Sequence[Question],
    switches: Sequence[Switch],
    on_question: Callable[[], None],
) -> Measured:
    """Ask every question of the library in `data` in every way, one question after the other.

    What a question reads for the first time is read before any way of asking it is timed. Raises what
    `Assistant.open` raises, and KeyError for an organisation that the library does not know.
    """
    Assistant.open(data).library.close()
    embedder, store = Remembered(open_embedder()), VectorStore(data)
    library = Library(data)
    whole = _variant(None, library, store, embedder, Usual({}))
    usual = usual_of(whole.finder, store, embedder, questions)
    variants = [
        _variant(s, Library(data) if s.own_library else library, store, embedder, usual) for s in switches
    ]
    asker = whole.asker
    metrics = [
        metric
        for metric in suite(
            stored_text=asker.stored_text,
            organisations_of=asker.organisations_of,
            state_of=asker.state_of,
            top=TOP,
        )
        if metric.name in METRICS
    ]
    measured = Measured(name, questions)
    for question in questions:
        _asked(whole, question, metrics, usual)
        measured.whole.append(_asked(whole, question, metrics, usual))
        for variant in variants:
            if variant.switch is not None:
                if variant.switch.own_library:
                    _asked(variant, question, metrics, usual)
                outcome = _asked(variant, question, metrics, usual)
                measured.without.setdefault(variant.switch.name, []).append(outcome)
        on_question()
    return measured


def usual_of(finder: Finder, store: VectorStore, embedder: Embedder, questions: Sequence[Question]) -> Usual:
    """What is usual of these questions; every one of them is embedded and asked once for it."""
    found = [finder.find(q.question, q.organisation, q.as_of, q.language) for q in questions]
    measures = [row for each in found for row in _measures(each)]
    means = {name: fmean(row[name] for row in measures) for name in measures[0]} if measures else {}
    adapted, plain = (
        [
            cosine
            for vector in vectors
            for level in Level
            for _, cosine in store.search(level, vector, _NEAREST)
        ]
        for vectors in (
            [each.query.vector for each in found],
            [embedder.query(each.question.text) for each in found],
        )
    )
    scale = pstdev(adapted) / (pstdev(plain) or 1.0)
    return Usual(means, scale, fmean(adapted) - scale * fmean(plain))


def _measures(found: Found) -> Iterator[Mapping[str, float]]:
    best = max((c.bm25 for level in found.candidates.values() for c in level), default=0.0)
    for level in found.ranked.values():
        yield from (relevance(ranked.candidate, best) for ranked in level)


def _variant(
    switch: Switch | None, library: Library, store: VectorStore, embedder: Embedder, usual: Usual
) -> Variant:
    ranking = load_ranking()
    with switch.off(usual) if switch else nullcontext():
        finder = OnceFinder(library, store, embedder, switch.ranking(ranking) if switch else ranking)
    return Variant(switch, finder, AssistantAsker(Assistant(finder)))


def _asked(variant: Variant, question: Question, metrics: Sequence[Metric], usual: Usual) -> Outcome:
    with variant.switch.off(usual) if variant.switch else nullcontext():
        variant.finder.forget()
        begun = process_time()
        answer = variant.asker.ask(question)
        milliseconds = (process_time() - begun) * 1000
        results = variant.asker.search(question, TOP)
    measured = {metric.name: metric.measure(question, answer, results) for metric in metrics}
    scores = {name: score.value for name, score in measured.items() if score is not None}
    return Outcome(scores, milliseconds)
