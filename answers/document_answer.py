"""What is known of a document, told with its evidence: who decided it, when, whether it is in force."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from answers.comparing import predecessor
from answers.edition_answer import tell_changes
from answers.mentions_answer import tell_mentions
from answers.particulars import DocumentAsked, Particular
from answers.told import Told, cite_end, cite_fields, cite_head, evidence_place, joined_sentences
from answers.understanding import Understood
from answers.wording import Wording
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.editions import replacement, says_it_replaces
from hierarchy.levels import Hierarchy, Level
from hierarchy.validity import Validity, begins_on, state_on
from index.library import Library
from ingest.registrar.check_editions import Editions


@dataclass(frozen=True)
class _Part:
    """One sentence of the answer, and what bears it out.

    `fields` are the document's, `others` those of other documents, `provision` one of the document's own.
    """

    sentence: str
    fields: tuple[str, ...] = ()
    others: tuple[tuple[GoverningDocument, tuple[str, ...]], ...] = ()
    provision: Provision | None = None


def tell_of_document(
    asked: DocumentAsked, question: Understood, library: Library, hierarchy: Hierarchy, wording: Wording
) -> Told | None:
    """What the library knows of the document asked about; None where that is better read in its text.

    A sentence is borne out by the words that its fields were read from; where none of them can be quoted,
    the head of the document is, and the sentence is said to be the register's.
    """
    editions = Editions(tuple(library.documents()), hierarchy)
    teller = _Teller(asked.document, question.as_of, library, editions, wording)
    if Particular.CHANGES in asked.particulars:
        return tell_changes(asked.document, library, editions, wording)
    if Particular.MENTIONS in asked.particulars:
        only = "protokoll" in question.text.casefold() or "minutes" in question.text.casefold()
        mentions = tell_mentions(asked.document, library, hierarchy, wording, only_protocols=only)
        return mentions or _unknown(asked, library, wording)
    told = {particular: teller.tell(particular) for particular in asked.particulars}
    parts = [part for part in told.values() if part is not None]
    if not parts:
        # Who decides on a document is also said in the text of it and of others.
        return None if Particular.DECISION in told else _unknown(asked, library, wording)
    parts += [
        _Part(wording.told(f"no_{particular}", title=asked.document.title))
        for particular, part in told.items()
        if part is None
    ]
    fields = tuple(dict.fromkeys(field for part in parts for field in part.fields))
    citations = cite_fields(library, asked.document, fields)
    for part in parts:
        if part.provision is not None:
            citations.append(cite_end(library, asked.document, part.provision))
        for other, named in part.others:
            citations += cite_fields(library, other, named)
    lead = joined_sentences([part.sentence for part in parts])
    proof = _proof(library, asked.document, fields, wording)
    if not any(c.document.document == asked.document.document for c in citations):
        citations = [*cite_head(library, asked.document), *citations]
    return Told(f"{lead} {proof}".strip(), (), tuple(citations))


def _unknown(asked: DocumentAsked, library: Library, wording: Wording) -> Told:
    """That the library does not hold what is asked for, beside the head where it might have stood."""
    missing = joined_sentences(
        [wording.told(f"no_{p}", title=asked.document.title) for p in asked.particulars]
    )
    return Told("", (), tuple(cite_head(library, asked.document)), missing)


class _Teller:
    """Finds the sentence for each particular of one document; None where nothing is known."""

    def __init__(
        self,
        document: GoverningDocument,
        as_of: date,
        library: Library,
        editions: Editions,
        wording: Wording,
    ) -> None:
        self._document = document
        self._as_of = as_of
        self._library = library
        self._editions = editions
        self._say = wording.told
        self._of: dict[Particular, Callable[[], _Part | None]] = {
            Particular.DECISION: self._decision,
            Particular.VALID_FROM: lambda: self._value("valid_from", document.valid_from),
            Particular.VALID_TO: self._valid_to,
            Particular.STATUS: self._status,
            Particular.STANDING: lambda: self._standing(yes_or_no=True),
            Particular.EDITION: lambda: self._standing(yes_or_no=False),
            Particular.SUPERSEDES: self._supersedes,
            Particular.SUPERSEDED_BY: self._superseded_by,
            Particular.DIARY_NUMBER: self._number,
            Particular.CONTACT: lambda: self._value("contact", document.contact),
            Particular.CHANGED_WHEN: self._changed_when,
        }

    def tell(self, particular: Particular) -> _Part | None:
        return self._of[particular]()

    def _value(self, field: str, value: object) -> _Part | None:
        if not value:
            return None
        return _Part(self._say(field, title=self._document.title, value=value), (field,))

    def _valid_to(self) -> _Part | None:
        """The last day; that none is given is an answer where the first one is known."""
        document = self._document
        if document.valid_to or not document.valid_from:
            return self._value("valid_to", document.valid_to)
        since = self._say("valid_from", title=document.title, value=document.valid_from)
        return _Part(f"{since} {self._say('no_end')}", ("valid_from",))

    def _number(self) -> _Part | None:
        document = self._document
        if document.diary_number:
            return self._value("diary_number", document.diary_number)
        return self._value("number", document.number)

    def _decision(self) -> _Part | None:
        document = self._document
        if document.status in _UNDECIDED:
            return _Part(self._state(), ("status",))
        if not (document.adopted_by or document.date or document.decision):
            return None
        sentence = self._say(
            "decision",
            title=document.title,
            by=self._say("by", body=document.adopted_by) if document.adopted_by else "",
            on=f" {document.date}" if document.date else "",
            section=f", {document.decision}" if document.decision else "",
        )
        missing = [] if document.adopted_by else [self._say("no_body")]
        missing += [] if document.date else [self._say("no_day")]
        if document.date is None and document.valid_from:
            missing.append(self._period())
        fields = ("adopted_by", "date", "decision", *(() if document.date else ("valid_from", "valid_to")))
        doubted = ("status",) if document.status is Status.UNCONFIRMED else ()
        return _Part(joined_sentences([sentence, *missing]), (*fields, *doubted))

    def _status(self) -> _Part:
        decided = self._decision() if self._document.status not in _UNDECIDED else None
        sentences = [self._state(), decided.sentence if decided else ""]
        return _Part(joined_sentences(sentences), ("status", *(decided.fields if decided else ())))

    def _standing(self, *, yes_or_no: bool) -> _Part:
        """Whether the document is the rule on the day asked for, and what it gave way to."""
        later, state = self._later(), self._state_now()
        sentence = self._state()
        if yes_or_no and state not in _NOT_SHOWN:
            sentence = self._say("yes" if state is Validity.IN_FORCE else "no", sentence=sentence)
        sentences = [sentence, self._period() if state in _PERIODS else ""]
        fields = ("status", "valid_from", "valid_to", "conditional_on")
        if later is None:
            return _Part(joined_sentences(sentences), fields)
        sentences.append(self._replaced_by(later))
        return _Part(joined_sentences(sentences), fields, ((later, ("supersedes", "valid_from")),))

    def _period(self) -> str:
        first, last = self._document.valid_from, self._document.valid_to
        ends = (("period_from", first), ("period_to", last))
        days = " ".join(self._say(key, value=day) for key, day in ends if day)
        return self._say("period", days=days) if days else ""

    def _supersedes(self) -> _Part | None:
        """What it replaces; beside it what replaced it, since "vad ersatte …" asks for either."""
        document = self._document
        earlier = [d for d in self._editions.documents if says_it_replaces(document, d)]
        named = "; ".join(self._named(d) for d in earlier) or document.supersedes
        sentences = [self._say("supersedes", title=document.title, value=named)] if named else []
        if not named:
            before = predecessor(document, self._editions)
            sentences = [self._say("earlier_edition", value=self._named(before))] if before else []
            earlier = [before] if before else []
        later = self._later()
        if later is not None:
            sentences.append(self._replaced_by(later))
        if not sentences:
            return None
        others = tuple((d, ("valid_to", "date")) for d in earlier if not document.supersedes)
        return _Part(
            joined_sentences(sentences),
            ("supersedes",),
            (*others, *(((later, ("supersedes",)),) if later else ())),
        )

    def _superseded_by(self) -> _Part | None:
        later = self._later()
        return (
            _Part(self._replaced_by(later), ("valid_to",), ((later, ("supersedes",)),))
            if later
            else self._standing(yes_or_no=False)
        )

    def _changed_when(self) -> _Part | None:
        """The day that this edition took over, or a statute's latest amendment."""
        document = self._document
        if document.level is Level.LAW:
            amended = [p for p in self._library.provisions(document.document) if p.amended_by]
            if not amended:
                return None
            latest = max(amended, key=lambda p: _in_order(p.amended_by or ""))
            sentence = self._say(
                "amended", title=document.title, value=latest.amended_by, section=latest.address
            )
            return _Part(sentence, provision=latest)
        decided, began = self._decision(), self._value("valid_from", document.valid_from)
        before = predecessor(document, self._editions)
        if decided is None and began is None:
            return None
        parts = [part for part in (decided, began) if part]
        sentences = [part.sentence for part in parts]
        sentences.append(self._say("before", value=self._named(before)) if before else self._say("no_before"))
        fields = tuple(field for part in parts for field in part.fields)
        return _Part(joined_sentences(sentences), (*fields, "supersedes"))

    def _state_now(self) -> Validity:
        state = state_on(self._document, self._as_of)
        return Validity.SUPERSEDED if state is Validity.IN_FORCE and self._later() else state

    def _state(self) -> str:
        document = self._document
        return self._say(
            f"state_{self._state_now()}",
            title=document.title,
            date=self._as_of,
            condition=document.conditional_on or "",
            begins=begins_on(document) or "",
        )

    def _later(self) -> GoverningDocument | None:
        """What has taken the document's place on the day asked for."""
        stated = replacement(self._document, self._editions.documents, self._as_of)
        if stated is not None:
            return stated
        if state_on(self._document, self._as_of) not in _PERIODS - {Validity.IN_FORCE}:
            return None
        return next(iter(self._editions.successors(self._document)), None)

    def _replaced_by(self, later: GoverningDocument) -> str:
        return self._say("superseded_by", title=self._document.title, value=self._named(later))

    def _named(self, document: GoverningDocument) -> str:
        """A document by title and first day: editions often have one title."""
        begins = begins_on(document)
        return f"{document.title} ({begins})" if begins else document.title


_UNDECIDED = frozenset({Status.PROPOSED, Status.REFERRED_BACK})
_NOT_SHOWN = frozenset({Validity.UNCONFIRMED, Validity.CONDITIONAL})
_PERIODS = frozenset(
    {Validity.IN_FORCE, Validity.ENDED, Validity.SUPERSEDED, Validity.REPEALED, Validity.WITHDRAWN}
)


def _proof(library: Library, document: GoverningDocument, fields: Iterable[str], wording: Wording) -> str:
    """In brackets where the facts come from: the document's words, a person, or the register alone."""
    known = [(f, document.evidence.get(f)) for f in fields if getattr(document, f, None)]
    said: list[str] = []
    quoted = [f for f, e in known if e and evidence_place(library, document, e)]
    if quoted:
        said.append(wording.told("read"))
    if len(quoted) < len(known):
        source = "register" if document.confirmed else "inferred"
        said.append(wording.told(f"{source}_partly" if quoted else source))
    vouched = dict.fromkeys(
        (e.confirmed_by, e.confirmed_on) for _, e in known if e is not None and e.confirmed_by
    )
    said += [wording.told("confirmed", by=by, on=f" {on}" if on else "").strip() for by, on in vouched]
    return f"({'; '.join(said)}.)" if said else ""


def _in_order(number: str) -> tuple[int, int]:
    year, _, serial = number.partition(":")
    return (int(year) if year.isdecimal() else 0, int(serial) if serial.isdecimal() else 0)
