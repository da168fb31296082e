"""A reranker changes the order within a level and nothing else."""

from collections.abc import Sequence

import pytest

from answers import reranking
from answers.assistant import Assistant
from answers.finding import Finder
from answers.ranking import Ranked, load_ranking
from answers.reranking import open_reranker, rerank
from hierarchy.levels import Level
from index.embedding import open_embedder
from index.errors import EngineMissing
from index.library import Library
from index.vectors import VectorStore
from tests.answers.making import document, ranked

TEXTS = {"a": "Tåg väljs.", "b": "Gåvor avböjs.", "c": "Blommor får tas emot.", "lag": "Lagen gäller."}


class Preferring:
    """Scores by the place in a list of preferred texts, best first; remembers what it read."""

    def __init__(self, *preferred: str) -> None:
        self._preferred = preferred
        self.read: list[str] = []

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        self.read.extend(texts)
        return [-float(next((i for i, p in enumerate(self._preferred) if p in text), 99)) for text in texts]


def found() -> dict[Level, list[Ranked]]:
    """Three provisions of one level with scores 5, 4 and 3, and one of another."""
    law = ranked(document("lag", Level.LAW), 9, score=1.0, text=TEXTS["lag"])
    rows = [ranked(document(name), n, score=5.0 - n, text=TEXTS[name]) for n, name in enumerate("abc")]
    return {Level.POLICY: rows, Level.LAW: [law]}


def order(by_level: dict[Level, list[Ranked]]) -> dict[Level, list[tuple[int, float]]]:
    return {level: [(r.candidate.id, r.score) for r in rows] for level, rows in by_level.items()}


def test_a_level_is_put_in_the_rerankers_order_and_keeps_its_scores() -> None:
    after = rerank(Preferring("Blommor", "Tåg", "Gåvor"), "får jag?", found(), TEXTS.__getitem__)
    assert order(after) == {Level.POLICY: [(2, 5.0), (0, 4.0), (1, 3.0)], Level.LAW: [(9, 1.0)]}


def test_without_a_preference_everything_stays_as_it_was() -> None:
    assert order(rerank(Preferring(), "får jag?", found(), TEXTS.__getitem__)) == order(found())


def test_what_was_asked_for_outright_keeps_its_place() -> None:
    after = rerank(Preferring("Blommor", "Gåvor"), "får jag?", found(), TEXTS.__getitem__, referred=[0])
    assert order(after)[Level.POLICY] == [(0, 5.0), (2, 4.0), (1, 3.0)]


def test_a_provision_is_read_with_its_headings() -> None:
    reader = Preferring()
    rerank(reader, "får jag?", found(), TEXTS.__getitem__)
    assert "A, Gåvor: Tåg väljs." in reader.read


def test_nothing_found_is_nothing_to_read() -> None:
    assert rerank(Preferring(), "får jag?", {Level.LAW: []}, TEXTS.__getitem__) == {Level.LAW: []}


def test_none_is_opened_unless_one_is_configured() -> None:
    assert open_reranker(None) is None


def test_a_reranker_without_its_package_is_an_error_with_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reranking, "find_spec", lambda name: None)
    with pytest.raises(EngineMissing) as caught:
        open_reranker("någon/modell")
    assert "någon/modell" in caught.value.message
    assert "pip install" in caught.value.remedy


def test_an_assistant_with_a_reranker_searches_in_its_order(sample_assistant: Assistant) -> None:
    data, query = sample_assistant.library.data, "gåvor från leverantörer"
    before = sample_assistant.search(query, organisation="exempel", top=40)
    last = [r for r in before if r.document.level is Level.RULE][-1]
    finder = Finder(
        Library(data), VectorStore(data), open_embedder(), load_ranking(), reranker=Preferring(last.text[:60])
    )
    after = Assistant(finder).search(query, organisation="exempel", top=40)
    first = next(r for r in after if r.document.level is Level.RULE)
    assert first.provision == last.provision
