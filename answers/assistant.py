"""The way in: open a library, ask it questions, search it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Self

from answers.answered import answer_to
from answers.choice import Choice, choose
from answers.cite import citations_of, once
from answers.compose import compose, compose_abstention
from answers.disputes import settle
from answers.document_answer import tell_of_document
from answers.earlier import Earlier
from answers.explaining import Explanation, explain, explain_told
from answers.finding import Finder, Found
from answers.particulars import DocumentAsked, document_asked_of
from answers.ranking import load_ranking
from answers.reranking import open_reranker
from answers.search import SearchResult
from answers.told import answer_told
from answers.understanding import Understood
from answers.verify import verified
from answers.warnings import OCR_LIMIT, warnings_for
from answers.wording import wording_of
from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy, Level
from hierarchy.precedence import applicable
from index.embedding import DEFAULT_EMBEDDER, engine_id, open_embedder
from index.errors import StaleIndex
from index.following import catch_up
from index.library import INGEST_AGAIN, Library
from index.vectors import VectorStore


class Assistant:
    """An open library with an embedder, ready for questions. Safe to share between threads that read."""

    def __init__(self, finder: Finder, contact: str | None = None, ocr_limit: float = OCR_LIMIT) -> None:
        self.finder = finder
        self.library = finder.library
        self.hierarchy: Hierarchy = finder.library.hierarchy
        self._contact = contact
        self._ocr_limit = ocr_limit

    @classmethod
    def open(
        cls,
        data: Path,
        *,
        embedder: str = DEFAULT_EMBEDDER,
        reranker: str | None = None,
        chroma_url: str | None = None,
        contact: str | None = None,
        ocr_limit: float = OCR_LIMIT,
    ) -> Self:
        """Open the library in `data`; scanned text read with less confidence than `ocr_limit` is warned of.

        Vectors that had not followed when an ingest was cut short do so now. Raises LibraryMissing,
        StaleIndex, LibraryBusy while an ingest lets them follow, LibraryUnwritable, EngineMissing and
        VectorsUnreachable.
        """
        library = Library(data)
        engine = engine_id(embedder)
        if library.meta.get("engine") != engine:
            library.close()
            raise StaleIndex(
                f"Biblioteket är byggt med inbäddaren {library.meta.get('engine')}, "
                f"men inställningen är {engine}.",
                INGEST_AGAIN,
            )
        if not library.is_in_step():
            library.close()
            catch_up(data, engine, chroma_url)
            library = Library(data)
        store = VectorStore(data, chroma_url)
        finder = Finder(
            library, store, open_embedder(embedder), load_ranking(), reranker=open_reranker(reranker)
        )
        return cls(finder, contact, ocr_limit)

    def ask(
        self,
        question: str,
        *,
        organisation: str | None = None,
        as_of: date | None = None,
        language: str | None = None,
        after: Sequence[Earlier | str] = (),
    ) -> Answer:
        """Answer a question, or abstain. Raises KeyError for an unknown organisation id.

        `after`: the questions of the conversation before it, oldest first. What the question takes over from
        them is in the answer's `carried`.
        """
        return self._asked(question, organisation, as_of, language, after)[0]

    def explained(
        self,
        question: str,
        *,
        organisation: str | None = None,
        as_of: date | None = None,
        language: str | None = None,
        after: Sequence[Earlier | str] = (),
    ) -> tuple[Answer, Explanation]:
        """The answer that `ask` gives, and the way to it. Raises KeyError for an unknown organisation id."""
        answer, explanation = self._asked(question, organisation, as_of, language, after)
        return answer, explanation()

    def _asked(
        self,
        text: str,
        organisation: str | None,
        as_of: date | None,
        language: str | None,
        after: Sequence[Earlier | str],
    ) -> tuple[Answer, Callable[[], Explanation]]:
        """An answer, and its explanation for whoever wants it made."""
        started = time.perf_counter()
        question = self.finder.understand(text, organisation, as_of, language, after)
        documents = self.library.documents()
        asked = document_asked_of(question, documents, self.hierarchy)
        told = self._of_a_document(asked, question) if asked else None
        if asked and told:
            total = (time.perf_counter() - started) * 1000
            timings = (("understand", 0.0), ("retrieve", 0.0), ("answer", total), ("total", total))
            timed = replace(told, timings_ms=timings)
            return timed, partial(explain_told, question, asked, timed)
        found = self.finder.find_for(question, started)
        referred = frozenset(found.referred.provisions)
        choice = choose(
            self.finder.ranking,
            found.question,
            found.scope,
            found.ranked,
            referred,
            leads_nowhere=bool(found.referred.missing),
        )
        answer = self._abstain(found, choice) if choice.abstains else self._answer(found, choice)
        total = (time.perf_counter() - started) * 1000
        rest = total - sum(found.timings_ms.values())
        answer = replace(answer, timings_ms=(*found.timings_ms.items(), ("answer", rest), ("total", total)))
        return answer, partial(explain, found, choice, answer, self.finder.ranking, documents)

    def search(
        self,
        query: str,
        *,
        organisation: str | None = None,
        as_of: date | None = None,
        language: str | None = None,
        top: int = 10,
        after: Sequence[Earlier | str] = (),
    ) -> list[SearchResult]:
        """The provisions nearest to a query over all levels, best first; `after` as in `ask`.

        Raises KeyError for an unknown organisation id.
        """
        found = self.finder.find(query, organisation, as_of, language, after)
        referred = frozenset(found.referred.provisions)
        ranked = sorted(
            (r for level in found.ranked.values() for r in level),
            key=lambda r: (r.candidate.id not in referred, -r.score),
        )
        return [
            SearchResult(
                r.candidate.document,
                r.candidate.provision,
                r.score,
                self.library.text(r.candidate.document.document)[
                    r.candidate.provision.start : r.candidate.provision.end
                ],
            )
            for r in ranked[:top]
        ]

    def example_questions(self, organisation: str | None, language: str) -> list[str]:
        """Questions to start from, as the organisation's hierarchy file gives them."""
        chosen = self.hierarchy.organisation(organisation) if organisation else None
        asked = [chosen] if chosen else list(self.hierarchy.organisations)
        return [q for o in asked for q in (o.examples_en if language == "en" else o.examples_sv)][:6]

    def _of_a_document(self, asked: DocumentAsked, question: Understood) -> Answer | None:
        """The answer to a question about a document itself; None where it is better read in the text."""
        wording = wording_of(question.language)
        told = tell_of_document(asked, question, self.library, self.hierarchy, wording)
        if told is None:
            return None
        return answer_told(told, question, self.library, self.hierarchy, self._contact, self._ocr_limit)

    def _answer(self, found: Found, choice: Choice) -> Answer:
        question = found.question
        drafted = [
            citation
            for level in Level
            for place, ranked in enumerate(choice.answering.get(level, ()))
            for citation in citations_of(self.library, ranked, first=place == 0)
        ]
        citations = verified(once(drafted), self.library.text)
        wording = wording_of(question.language)
        disputed = settle(self.library, question, citations, found.ranked)
        citations, conflicts = list(disputed.citations), disputed.conflicts
        ladder = applicable(
            citations, question.organisation, question.as_of, range(disputed.answering), conflicts
        )
        warnings = warnings_for(citations, question, self.hierarchy, wording, self._ocr_limit)
        # Documents that can't decide here (foreign, ended) still inform: they stand with the background.
        background = (*ladder.background, *ladder.aside)
        first = ladder.citation if ladder.citation is not None else background[0]
        text = compose(
            wording,
            question.organisation,
            citations,
            ladder.rungs,
            [i for i in background if i < disputed.answering],
            conflicts,
            warnings,
            question.language,
            first,
        )
        return replace(
            answer_to(question, text),
            applicable_level=ladder.level,
            applicable_citation=ladder.citation,
            rungs=ladder.rungs,
            background=background,
            citations=tuple(citations),
            conflicts=tuple(conflicts),
            warnings=warnings,
        )

    def _abstain(self, found: Found, choice: Choice) -> Answer:
        question = found.question
        wording = wording_of(question.language)
        related = [
            citation
            for ranked in choice.related
            for citation in citations_of(self.library, ranked, first=False)
        ]
        text = compose_abstention(
            wording,
            [act.name for act in found.scope.missing_acts],
            found.referred.missing,
            question.stranger,
            self._contact,
        )
        return replace(
            answer_to(question, text, abstained=True),
            related=tuple(verified(once(related), self.library.text)),
        )
