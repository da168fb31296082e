"""How long things take, with a peer on the same machine: `python -m evals.bench [--data DIR] [--corpus DIR]`.

For the sample region, and for a second folder (`--corpus`, else the real documents beside the project where
they are), it prints:

- embedding a question and answering it warm: median and 95th percentile, and both against the median of
  embedding; and the same over a library ten times the size (`evals.enlarge` says what that is);
- the time and the memory that opening the library and a first answer take, in a process of its own;
- reading the folder into an empty library against the part of it that was embedding, and reading it again;
- LlamaIndex's own quick-start pipeline (its splitter, its in-memory vectors, no language model) over the same
  stored texts with the same embedder: its time a question, and its recall@8 beside ours.

Libraries are kept in `data-bench/`; a folder that was read there before is only read again, unless `--fresh`.
`--data` names a library of the second folder that is there already; then nothing is read. Without it the
first time takes some ten minutes more, for embedding; making the enlarged library takes two or three.
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from llama_index.core import Document, VectorStoreIndex

from answers.assistant import Assistant
from evals.enlarge import TIMES, enlarge
from evals.intervals import percentile
from evals.matching import is_expected
from evals.opening import opening_of
from evals.questions import Question, load_questions
from evals.wording import decimal
from index.embedding import Embedder, open_embedder
from index.llama import EmbedderAdapter
from index.schema import LIBRARY_FILE
from index.update import update_library
from ingest.governance import load_governance

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
LIBRARIES = ROOT / "data-bench"
TOP = 8
ANSWER_TARGET, LATE_TARGET, INGEST_TARGET, AGAIN_TARGET = 3.0, 6.0, 1.3, 2.0
# The first questions load what is loaded once; what a user waits for afterwards is what counts.
_WARM_UP = 5

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Place:
    """A folder of documents, the folder of what is kept by hand about it, and questions on it."""

    name: str
    corpus: Path
    governance: Path
    questions: Sequence[Question]

    @property
    def library(self) -> Path:
        return LIBRARIES / self.name


class EmbeddingClock:
    """Ingest progress that keeps the seconds of the embedding stage, from loading the model to caching."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._begun: float | None = None

    def begin(self, stage: str, total: int) -> None:
        now = perf_counter()
        if self._begun is not None:
            self.seconds += now - self._begun
        self._begun = now if stage == "embed" else None

    def advance(self, steps: int = 1) -> None: ...


def sample_region() -> Place:
    """What ships with the project."""
    questions = load_questions(ROOT / "evals/sample/questions.yaml")
    return Place("sample", ROOT / "corpus", ROOT / "corpus", questions)


def second_place(corpus: Path) -> Place:
    """The real documents with their own questions; any other folder is asked the sample region's."""
    if corpus.resolve() != (SHARED / "corpus").resolve():
        return Place(corpus.resolve().name, corpus, corpus, sample_region().questions)
    gold = sorted((SHARED / "gold").glob("questions*.yaml"))
    questions = [question for path in gold for question in load_questions(path)]
    return Place("real", corpus, ROOT / "evals/real", questions or sample_region().questions)


def ingest_lines(place: Place) -> Iterator[str]:
    """Read the folder, when there is no library of it yet, and once more."""
    governance = load_governance(place.governance)
    if not place.library.is_dir():
        clock = EmbeddingClock()
        whole, report = _timed(lambda: update_library(place.library, [place.corpus], governance, clock))
        yield _line("inläsning", f"{decimal(whole, 1)} s, varav inbäddning {decimal(clock.seconds, 1)} s")
        yield _line("  dokument, stycken", f"{len(report.read)}, {report.embedded}")
        if clock.seconds:
            yield _line("  inläsning / inbäddning", _against(whole / clock.seconds, INGEST_TARGET))
    again, _ = _timed(lambda: update_library(place.library, [place.corpus], governance, EmbeddingClock()))
    yield _line("inläsning igen, sekunder", _against(again, AGAIN_TARGET))


def answer_lines(assistant: Assistant, embedder: Embedder, questions: Sequence[Question]) -> Iterator[str]:
    """Every question embedded and then answered, so that both meet the machine in the same mood."""
    # As the server does when it opens the library.
    assistant.prepare()
    for question in questions[:_WARM_UP]:
        _ask(assistant, question)
    embedding, answering = [], []
    for question in questions:
        embedding.append(_milliseconds(embedder.query, question.question))
        answering.append(_milliseconds(_ask, assistant, question))
    yield _line("inbäddning av en fråga", _spread(embedding))
    yield _line("svar, varmt", _spread(answering))
    usual = median(embedding)
    yield _line("  median / inbäddning", _against(median(answering) / usual, ANSWER_TARGET))
    yield _line("  p95 / inbäddning", _against(percentile(answering, 95) / usual, LATE_TARGET))


def opening_lines(data: Path) -> Iterator[str]:
    """What it takes to open the library and answer once."""
    opened = opening_of(data)
    yield _line("öppna och svara en gång", f"{decimal(opened.seconds, 1)} s, {opened.megabytes:.0f} MB")


def larger_lines(place: Place, data: Path) -> Iterator[str]:
    """The same questions over a library some times as large, made where it is not there or of another."""
    larger = LIBRARIES / f"{place.name}-x{TIMES}"
    of, source = larger / "made-of.txt", f"{data.resolve()} {_modified(data)}"
    if not of.is_file() or of.read_text("utf-8") != source:
        # Cut short it would pass for a whole one: it gets its name when it is one.
        made = larger.with_name(f"{larger.name}-new")
        for old in (made, larger):
            shutil.rmtree(old, ignore_errors=True)
        LIBRARIES.mkdir(exist_ok=True)
        seconds, _ = _timed(lambda: enlarge(data, made, TIMES))
        (made / of.name).write_text(source, "utf-8")
        made.rename(larger)
        yield _line(f"förstoring {TIMES} gånger", f"{decimal(seconds, 0)} s")
    yield f"{place.name}, {TIMES} gånger så stort (ändrade kopior, se evals/enlarge.py)"
    yield from opening_lines(larger)
    yield from answer_lines(Assistant.open(larger), open_embedder(), place.questions)


def _modified(data: Path) -> float:
    """When a library was last written; long ago where there is none."""
    file = data / LIBRARY_FILE
    return file.stat().st_mtime if file.is_file() else 0.0


def peer_lines(assistant: Assistant, embedder: Embedder, questions: Sequence[Question]) -> Iterator[str]:
    """LlamaIndex's quick-start pipeline over the texts of the same library."""
    library = assistant.library
    texts = [
        Document(text=library.text(held.document), metadata={"document": held.document})
        for held in library.documents()
    ]
    adapter = EmbedderAdapter(embedder)
    built, index = _timed(lambda: VectorStoreIndex.from_documents(texts, embed_model=adapter))
    retriever = index.as_retriever(similarity_top_k=TOP)
    yield _line("LlamaIndex, bygge", f"{decimal(built, 1)} s")
    times, own_times = [], []
    for question in questions:
        times.append(_milliseconds(retriever.retrieve, question.question))
        own_times.append(_milliseconds(_search, assistant, question))
    yield _line("sökning, LlamaIndex", _spread(times))
    yield _line("sökning, Regelstegen", _spread(own_times))
    theirs = _recall(
        questions,
        lambda question: [
            (str(node.metadata["document"]), node.text) for node in retriever.retrieve(question.question)
        ],
    )
    ours = _recall(questions, lambda question: _search(assistant, question))
    yield _line(f"  recall@{TOP}, LlamaIndex", theirs)
    yield _line(f"  recall@{TOP}, Regelstegen", ours)


def _recall(questions: Sequence[Question], find: Callable[[Question], Sequence[tuple[str, str]]]) -> str:
    """The share of answerable questions with an expected quote whole in one of the texts found."""
    answerable = [question for question in questions if question.expect.sources]
    hits = [
        any(is_expected(question.expect.sources, document, "", text) for document, text in find(question))
        for question in answerable
    ]
    return f"{decimal(sum(hits) / len(hits), 3)} ({len(hits)} frågor)" if hits else "inga frågor med svar"


def _ask(assistant: Assistant, question: Question) -> object:
    return assistant.ask(
        question.question,
        organisation=_own(assistant, question),
        as_of=question.as_of,
        language=question.language,
        after=question.after,
    )


def _search(assistant: Assistant, question: Question) -> list[tuple[str, str]]:
    results = assistant.search(
        question.question,
        organisation=_own(assistant, question),
        as_of=question.as_of,
        language=question.language,
        after=question.after,
        top=TOP,
    )
    return [(result.document.document, result.text) for result in results]


def _own(assistant: Assistant, question: Question) -> str | None:
    """The question's organisation, none where another folder's questions are lent to this one."""
    known = assistant.hierarchy.organisation(question.organisation) if question.organisation else None
    return known.id if known else None


def _timed(call: Callable[[], _Result]) -> tuple[float, _Result]:
    begun = perf_counter()
    result = call()
    return perf_counter() - begun, result


def _milliseconds(call: Callable[..., object], *arguments: object) -> float:
    return _timed(lambda: call(*arguments))[0] * 1000


def _spread(milliseconds: Sequence[float]) -> str:
    middle, late = decimal(median(milliseconds), 1), decimal(percentile(milliseconds, 95), 1)
    return f"median {middle} ms, p95 {late} ms"


def _against(figure: float, target: float) -> str:
    verdict = "uppnått" if figure <= target else "INTE uppnått"
    return f"{decimal(figure, 2)} (mål högst {decimal(target, 1)}: {verdict})"


def _line(what: str, figure: str) -> str:
    return f"  {what:<28} {figure}"


def measure(place: Place, data: Path | None, *, peer: bool, larger: bool = False) -> Iterator[str]:
    """Every line about one place, as soon as it is known. Raises LibraryError and GovernanceError."""
    yield f"{place.name}: {place.corpus}, {len(place.questions)} frågor"
    if data is None:
        yield from ingest_lines(place)
    library = data or place.library
    embedder = open_embedder()
    assistant = Assistant.open(library)
    yield from opening_lines(library)
    yield from answer_lines(assistant, embedder, place.questions)
    if peer:
        yield from peer_lines(assistant, embedder, place.questions)
    if larger:
        yield from larger_lines(place, library)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description="Mät hur lång tid det tar.")
    parser.add_argument("--corpus", type=Path, help="en andra mapp med dokument, förutom exempelregionen")
    parser.add_argument("--data", type=Path, help="ett färdigt bibliotek av den andra mappen")
    parser.add_argument("--fresh", action="store_true", help="läs mapparna från början")
    parser.add_argument("--no-peer", action="store_true", help="hoppa över LlamaIndex")
    chosen = parser.parse_args(arguments)
    corpus = chosen.corpus or (SHARED / "corpus" if (SHARED / "corpus").is_dir() else None)
    if chosen.fresh:
        shutil.rmtree(LIBRARIES, ignore_errors=True)
    places: list[tuple[Place, Path | None]] = [(sample_region(), None)]
    if corpus is not None:
        places.append((second_place(corpus), chosen.data))
    for place, data in places:
        # The largest there is, made ten times as large.
        larger = place is places[-1][0]
        for line in measure(place, data, peer=not chosen.no_peer, larger=larger):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
