"""From a question to ranked candidates: understand, search every rung, read the best closely."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from answers.absent import absent_from
from answers.days import as_on_its_day
from answers.earlier import Earlier
from answers.follow_up import follow
from answers.purchases import limits_asked_for, weighed
from answers.ranking import Ranked, Ranking, rank
from answers.reranking import Reranker, rerank
from answers.scope import LeftOut, Scope, scope_of
from answers.slots import Named
from answers.understanding import Understood, detect_language, is_of_kind, understand
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.levels import Level
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.purchase import Outcome
from hierarchy.validity import Validity, is_worded_so, state_on
from index.acts import is_issued, issued_under
from index.embedding import Embedder
from index.lexicon import load_lexicon
from index.library import Library
from index.query_adapter import load_adapter
from index.references import Referred, follow_references
from index.retrieval import NEAREST_PASSAGES, Candidate, Query, retrieve
from index.spelling import Reread, Spelling
from index.thresholds import checked_thresholds
from index.vectors import VectorStore
from index.vocabulary import Vocabulary
from ingest.outline import TITLE_BLOCK

# Places of so many terms are read ahead: what stands in many provisions is what takes long to read.
_COMMON_TERMS = 200


@dataclass(frozen=True)
class Found:
    """Everything that a question found, before anything is chosen.

    `timings_ms`: understand (the question and its vector) and retrieve (search and reading). `purchase`: what
    a purchase whose price the question tells requires.
    """

    question: Understood
    query: Query
    scope: Scope
    referred: Referred
    candidates: Mapping[Level, Sequence[Candidate]]
    ranked: Mapping[Level, Sequence[Ranked]]
    timings_ms: Mapping[str, float]
    purchase: Outcome | None = None


class Finder:
    """A library with its vectors and an embedder. Safe to share between threads that read."""

    def __init__(
        self,
        library: Library,
        store: VectorStore,
        embedder: Embedder,
        ranking: Ranking,
        today: Callable[[], date] = date.today,
        reranker: Reranker | None = None,
    ) -> None:
        self.library = library
        self.ranking = ranking
        self._store = store
        self._embedder = embedder
        self.today = today
        self._reranker = reranker
        self._checked: dict[date, tuple[Checked, ...]] = {}
        self._adapter = load_adapter(embedder.id)
        self._vocabulary = Vocabulary(
            library.term_frequencies(), library.count_provisions(), library.synonyms
        )
        names = [n for o in library.hierarchy.organisations for n in (o.name_sv, *o.names)]
        name_words = [word for name in names for word in name.split()]
        self._spelling = Spelling(library.spelling(), library.synonyms, name_words, self._vocabulary)

    @cached_property
    def issued_under(self) -> dict[str, frozenset[str]]:
        """The acts that each regulation and announcement of the library is issued under, by document."""
        issued = [d.document for d in self.library.documents() if is_issued(d)]
        return {document: issued_under(self.library.text(document)) for document in issued}

    def prepare(self) -> None:
        """Read what the first questions of a server would otherwise wait for."""
        load_lexicon()
        self._store.prepare()
        _ = self.issued_under
        self.limits(self.today())
        self.library.postings.prepare(self._vocabulary.commonest(_COMMON_TERMS))

    def understand(
        self,
        text: str,
        organisation: str | None,
        as_of: date | None,
        language: str | None,
        after: Sequence[Earlier | str] = (),
    ) -> Understood:
        """The question as it was meant, and as understood after the questions `after`, oldest first.

        Raises KeyError for an unknown organisation id.
        """
        documents, today = self.library.documents(), self.today()
        reread = self._reread(text)
        asking = follow(
            reread.text,
            [self._earlier(turn) for turn in after],
            Named(self.library.hierarchy, documents),
            today,
        )
        question = understand(
            asking.searched,
            self.library.hierarchy,
            documents,
            organisation=asking.organisation or organisation,
            as_of=asking.as_of or as_of,
            language=language or asking.language,
            today=today,
        )
        question = replace(question, typed=text, reread=reread.changes)
        if not asking.carried:
            return question
        return replace(
            question,
            stranger=asking.stranger or question.stranger,
            asked=asking.text,
            carried=asking.carried,
            replaced=asking.replaced,
        )

    def _earlier(self, turn: Earlier | str) -> Earlier:
        earlier = Earlier(turn) if isinstance(turn, str) else turn
        return replace(earlier, question=self._reread(earlier.question).text)

    def _reread(self, text: str) -> Reread:
        return self._spelling.reread(text, swedish=detect_language(text) == "sv")

    def find(
        self,
        text: str,
        organisation: str | None,
        as_of: date | None,
        language: str | None,
        after: Sequence[Earlier | str] = (),
    ) -> Found:
        """The ranked candidates of every level. Raises KeyError for an unknown organisation id."""
        started = time.perf_counter()
        return self.find_for(self.understand(text, organisation, as_of, language, after), started)

    def find_for(self, question: Understood, started: float | None = None) -> Found:
        """The ranked candidates of every level for a question that has been understood.

        `started`: when reading the question began, by `time.perf_counter`, where that is to be counted.
        """
        start = time.perf_counter() if started is None else started
        scope = scope_of(question, self.library.documents_on(question.as_of).values(), self.issued_under)
        numbers = [
            d.number for d in self.library.documents() if d.number and d.document in scope.all and d.valid_to
        ]
        text = as_on_its_day(question.text, self.today(), numbers)
        vector = self._embedder.query(text)
        query = Query(self._vocabulary.read(text), self._adapter.turned(vector) if self._adapter else vector)
        understood = time.perf_counter()
        purchase, limits = self._purchase(question)
        named = follow_references(text, self.library, scope.all)
        referred = replace(named, provisions=(*named.provisions, *limits))
        looked_up = (*referred.provisions, *self._title_blocks(question, scope))
        retrieved = self._retrieved(question, query, scope.documents, looked_up)
        candidates = {
            level: [c for c in found if _may_answer(c.provision, question)]
            for level, found in retrieved.items()
        }
        absent = absent_from(question, scope)
        ranked = rank(
            self.ranking,
            question,
            query.words,
            candidates,
            self.library.text,
            referred.provisions,
            absent,
            scope.named_acts,
        )
        if self._reranker:
            ranked = rerank(self._reranker, text, ranked, self.library.text, referred.provisions)
        timings = {
            "understand": (understood - start) * 1000,
            "retrieve": (time.perf_counter() - understood) * 1000,
        }
        return Found(question, query, scope, referred, candidates, ranked, timings, purchase)

    def _retrieved(
        self,
        question: Understood,
        query: Query,
        eligible: Mapping[Level, Collection[str]],
        also: Collection[int] = (),
    ) -> dict[Level, list[Candidate]]:
        """What `retrieve` finds, each document as it stands among its editions on the day asked for."""
        documents = self.library.documents_on(question.as_of)
        return retrieve(self.library, self._store, query, eligible, documents, also)

    def _purchase(self, question: Understood) -> tuple[Outcome | None, list[int]]:
        """What a purchase told in the question requires, and the provisions whose limits decide it."""
        known = [organisation.id for organisation in self.library.hierarchy.organisations]
        outcome = weighed(question, lambda: self.limits(question.as_of), known)
        if outcome is None:
            return None, []
        places = limits_asked_for(question, outcome)
        return outcome, [self.library.provision_ids(document)[address] for document, address in places]

    def limits(self, day: date) -> tuple[Checked, ...]:
        """The limits as they stand on a day, held against their sources once."""
        if day not in self._checked:
            self._checked[day] = checked_thresholds(self.library, day)
        return self._checked[day]

    def near_but_ended(self, found: Found) -> list[GoverningDocument]:
        """The documents left out as past with a passage as near as any that may answer.

        Told by the search that has been made, and by another of the levels where nothing may answer.
        """
        left = {document for document, why in found.scope.left_out.items() if why is LeftOut.PAST}
        if not left:
            return []
        documents = self.library.documents_on(found.question.as_of)
        nearest = found.query.nearest
        # Where nothing of a level may answer, it hasn't been searched.
        for level in {documents[document].level for document in left} - {level for level, _ in nearest}:
            nearest[level, NEAREST_PASSAGES] = self._store.search(level, found.query.vector, NEAREST_PASSAGES)
        beside: dict[str, float] = {}
        best = 0.0
        # Each list begins with the nearest: past the first that may answer, nothing is as near.
        for hits in nearest.values():
            for number, cosine in hits:
                passage = self.library.passages_by_id([number]).get(number)
                document = self.library.document_of[passage.provision] if passage else ""
                if document in found.scope.all:
                    best = max(cosine, best)
                    break
                if document in left:
                    beside[document] = max(cosine, beside.get(document, 0.0))
        return [documents[document] for document, cosine in beside.items() if cosine >= best]

    def ranked_with(self, found: Found, documents: Collection[GoverningDocument]) -> list[Ranked]:
        """What was found, ranked anew together with what these `documents` hold, best first."""
        eligible: dict[Level, set[str]] = {level: set() for level in Level}
        for document in documents:
            eligible[document.level].add(document.document)
        question = found.question
        more = self._retrieved(question, found.query, eligible)
        together = {
            level: [*candidates, *(c for c in more[level] if c.provision.valid_to is None)]
            for level, candidates in found.candidates.items()
        }
        ranked = rank(
            self.ranking,
            question,
            found.query.words,
            together,
            self.library.text,
            named_acts=found.scope.named_acts,
        )
        return sorted((r for level in ranked.values() for r in level), key=lambda r: -r.score)

    def find_abroad(self, found: Found) -> list[Ranked]:
        """What other organisations' documents in force hold of the question, best first.

        Nothing without an asker: then no organisation is another.
        """
        question = found.question
        if question.organisation is None:
            return []
        eligible: dict[Level, set[str]] = {level: set() for level in Level}
        for document in self.library.documents_on(question.as_of).values():
            foreign = found.scope.left_out.get(document.document) is LeftOut.FOREIGN
            if foreign and state_on(document, question.as_of) is Validity.IN_FORCE:
                eligible[document.level].add(document.document)
        candidates = self._retrieved(question, found.query, eligible)
        ranked = rank(self.ranking, question, found.query.words, candidates, self.library.text)
        return sorted((r for level in ranked.values() for r in level), key=lambda r: -r.score)

    def _title_blocks(self, question: Understood, scope: Scope) -> list[int]:
        """Where documents tell who adopted them, when and under what number, for a question about that."""
        if not (question.asks_identity and question.kinds):
            return []
        return [
            blocks[TITLE_BLOCK]
            for document in self.library.documents()
            if document.document in scope.all and any(is_of_kind(document, kind) for kind in question.kinds)
            if TITLE_BLOCK in (blocks := self.library.provision_ids(document.document))
        ]


def _may_answer(provision: Provision, question: Understood) -> bool:
    """A wording that is yet to come never answers, one that has ended only a question about former rules."""
    ended = provision.valid_to is not None and provision.valid_to < question.as_of
    return is_worded_so(provision, question.as_of) or (ended and question.wants_former)
