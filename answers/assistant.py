"""The way in: open a library, ask it questions, search it."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Self

from answers.abstaining import abstain
from answers.answering import answer_from
from answers.choice import Choice, choose
from answers.earlier import Earlier
from answers.ended_rules import ended_rule
from answers.explaining import Explanation, explain, explain_told
from answers.finding import Finder
from answers.later_rules import rules_of_later
from answers.looked_up import look_up
from answers.naming import with_edition
from answers.next_questions import Suggestion, of_document, suggestions
from answers.ranking import load_ranking
from answers.reranking import open_reranker
from answers.search import SearchResult
from answers.warnings import OCR_LIMIT
from hierarchy.ladder import Answer
from hierarchy.levels import Hierarchy
from index.embedding import DEFAULT_EMBEDDER, engine_id, open_embedder
from index.errors import StaleIndex
from index.following import catch_up
from index.library import INGEST_AGAIN, Library
from index.parallels import Parallels
from index.vectors import VectorStore

_MOST_NEXT = 3
_MOST_TRIED = 8
_MOST_REMEMBERED = 20_000
# How many more objects have been made than let go before the garbage collector looks for cycles among them.
_COLLECT_AFTER = 20_000


class Assistant:
    """An open library with an embedder, ready for questions. Safe to share between threads that read."""

    def __init__(self, finder: Finder, contact: str | None = None, ocr_limit: float = OCR_LIMIT) -> None:
        self.finder = finder
        self.library = finder.library
        self.hierarchy: Hierarchy = finder.library.hierarchy
        self._contact = contact
        self._ocr_limit = ocr_limit
        self._parallels = Parallels(finder.library)
        self._answered: dict[tuple[object, ...], bool] = {}

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
        # What is open now stays, and what a question leaves behind dies by itself: going through it all for
        # cycles every few hundred objects is what the slowest answers waited for.
        gc.freeze()
        gc.set_threshold(_COLLECT_AFTER)
        return cls(finder, contact, ocr_limit)

    def prepare(self) -> None:
        """Load what the first questions would otherwise wait for; worth it where many are asked.

        Raises sqlite3.ProgrammingError when the library is closed meanwhile.
        """
        self.finder.prepare()
        self._parallels.prepare()

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
        looked_up = look_up(question, self.finder, self._contact, self._ocr_limit)
        if looked_up:
            total = (time.perf_counter() - started) * 1000
            timings = (("understand", 0.0), ("retrieve", 0.0), ("answer", total), ("total", total))
            timed = replace(looked_up.answer, timings_ms=timings)
            return timed, partial(explain_told, question, looked_up.asked, timed)
        documents = self.library.documents()
        found = self.finder.find_for(with_edition(question, documents, self.hierarchy), started)
        referred = frozenset(found.referred.provisions)
        choice = choose(
            self.finder.ranking,
            found.question,
            found.ranked,
            referred,
            leads_nowhere=bool(found.referred.missing),
        )
        later = rules_of_later(found, choice, self.finder)
        ended = None if later else ended_rule(found, choice, self.finder)
        if later or ended:
            choice = Choice({}, [*([ended] if ended else []), *choice.related])
        answer = (
            abstain(found, choice, self.finder, self._contact, later, ended)
            if choice.abstains
            else answer_from(found, choice, self.finder, self._parallels, self._ocr_limit)
        )
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

    def next_questions(self, answer: Answer, within: float = 0.3) -> list[str]:
        """At most three questions to go on with, each of which the library answers from where it was made.

        That is found by asking them. `within`: seconds that may be spent on it; what has been found is
        remembered, so that a busy server gives those it knows.
        """
        ends = time.perf_counter() + within
        found: list[str] = []
        for tried, suggestion in enumerate(self._suggestions(answer)):
            if len(found) == _MOST_NEXT or tried == _MOST_TRIED:
                break
            key = (suggestion, answer.organisation, answer.as_of, answer.language)
            if key not in self._answered and time.perf_counter() < ends:
                if len(self._answered) >= _MOST_REMEMBERED:
                    self._answered.clear()
                self._answered[key] = self._answers(suggestion, answer)
            if self._answered.get(key):
                found.append(suggestion.question)
        return found[1:] + found[:1]

    def _suggestions(self, answer: Answer) -> list[Suggestion]:
        """Of the document that decides, and then by the headings near what was cited."""
        cited = [answer.citations[index] for rung in answer.rungs for index in rung.citations]
        documents = list({c.document.document: c.document for c in cited}.values())
        near = ((d, self.library.provisions(d.document)) for d in documents)
        by_heading = list(islice(suggestions(answer, near), _MOST_TRIED))
        own = [s for d in documents[:1] for s in of_document(d, answer.language) if d.level.is_rung]
        # What the register knows is looked up, and so costs least to try.
        return [*own, *by_heading]

    def _answers(self, suggestion: Suggestion, answer: Answer) -> bool:
        """Whether the suggested question is answered from the provision or document that it was made of."""
        given = self.ask(
            suggestion.question,
            organisation=answer.organisation,
            as_of=answer.as_of,
            language=answer.language,
        )
        return not given.abstained and any(
            citation.document.document == suggestion.document
            and suggestion.address in (None, citation.provision.address)
            for citation in given.citations
        )
