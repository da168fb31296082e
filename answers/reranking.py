"""A second opinion on relevance: a cross-encoder, where one is configured, reads question and provision.

It only changes the order within a level. The scores that stand there are dealt out anew in its order, so
that levels compare as before, and support is still judged by the evidence.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from answers.ranking import Ranked
from hierarchy.levels import Level
from index.embedded_text import context
from index.errors import EngineMissing

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

# Cross-encoders read some 500 word pieces; what comes after is cut off by them anyway.
_READ_CHARACTERS = 2_000


class Reranker(Protocol):
    """`scores` gives one number a text, higher where it answers the question better; any scale."""

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]: ...


class CrossEncoderReranker:
    """Any cross-encoder that `sentence-transformers` loads, by name or folder."""

    def __init__(self, name: str) -> None:
        self._model = _load(name)

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        pairs = [(question, text) for text in texts]
        return [float(score) for score in self._model.predict(pairs, show_progress_bar=False)]


def open_reranker(name: str | None) -> Reranker | None:
    """The cross-encoder of that name or folder, None for none. Raises EngineMissing."""
    return CrossEncoderReranker(name) if name else None


def rerank(
    reranker: Reranker,
    question: str,
    ranked: Mapping[Level, Sequence[Ranked]],
    text_of: Callable[[str], str],
    referred: Collection[int] = (),
) -> dict[Level, list[Ranked]]:
    """Every level in the reranker's order; what was asked for outright (`referred` ids) keeps its place."""
    judged = [r for found in ranked.values() for r in found if r.candidate.id not in referred]
    scores = reranker.scores(question, [_text(r, text_of) for r in judged]) if judged else []
    opinion = {r.candidate.id: score for r, score in zip(judged, scores, strict=True)}
    return {level: _dealt(found, opinion) for level, found in ranked.items()}


def _dealt(found: Sequence[Ranked], opinion: Mapping[int, float]) -> list[Ranked]:
    """The places of those with an opinion, with their scores, dealt out in its order; ties as they were."""
    best_first = iter(
        sorted((r for r in found if r.candidate.id in opinion), key=lambda r: -opinion[r.candidate.id])
    )
    return [replace(next(best_first), score=r.score) if r.candidate.id in opinion else r for r in found]


def _text(ranked: Ranked, text_of: Callable[[str], str]) -> str:
    document, provision = ranked.candidate.document, ranked.candidate.provision
    heading = ", ".join([document.title, *context(document, provision)])
    return f"{heading}: {text_of(document.document)[provision.start : provision.end][:_READ_CHARACTERS]}"


def _load(name: str) -> "CrossEncoder":
    if find_spec("sentence_transformers") is None:
        raise EngineMissing(
            f"Modellen ”{name}” kräver paketet sentence-transformers, som inte är installerat.",
            "Installera det med: pip install 'regelstegen[models]'",
        )
    from sentence_transformers import CrossEncoder

    try:
        return CrossEncoder(name)
    except (OSError, ValueError) as error:
        raise EngineMissing(
            f"Modellen ”{name}” kunde inte läsas in: {str(error).splitlines()[0]}",
            "Kontrollera namnet eller mappen i inställningen reranker.",
        ) from error
