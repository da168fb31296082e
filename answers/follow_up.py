"""A question of a conversation as it is to be asked: whole, with what it takes over from those before it.

Only a question that leans on the ones before it takes anything over (`leaning`); it is then made whole in
the words of both (`completing`), so that it is searched for, answered and shown as one question.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from answers.completing import completed, topic_of
from answers.days import day_asked_for
from answers.earlier import MOST_TURNS, Earlier
from answers.leaning import Lean, bare, leaning_of, topical
from answers.slots import Named, Slot, Slots, amount_in
from answers.understanding import language_told
from hierarchy.ladder import Carried, CarriedKind
from index.analysis import words


@dataclass(frozen=True)
class Asking:
    """A question as it is to be asked; what is None is left to the question itself and to who asks.

    `text`: the whole question as a reader sees it; `searched`: without the place and the day, where
    `organisation` and `as_of` say them. `organisation`: the id whose rules this turn is about, where the
    conversation has moved to another; `as_of` likewise. `stranger`: an organisation that is asked about and
    that the library does not know. `carried`: what was taken over, empty for a question that stands by
    itself; `replaced`: what took the place of something. `kind`: how the question leans.
    """

    text: str
    organisation: str | None = None
    as_of: date | None = None
    language: str | None = None
    stranger: str | None = None
    carried: tuple[Carried, ...] = ()
    replaced: tuple[Carried, ...] = ()
    kind: Lean | None = None
    searched: str = ""


def follow(text: str, after: Sequence[Earlier | str], known: Named, today: date) -> Asking:
    """`text` as it is to be asked after the questions `after`, oldest first.

    A question that stands by itself comes back in its own words. One that has been made whole stands by
    itself: following it again changes nothing.
    """
    before: Asking | None = None
    for turn in after[-MOST_TURNS:]:
        earlier = Earlier(turn) if isinstance(turn, str) else turn
        asked = Asking(earlier.question) if earlier.alone else _after(earlier.question, before, known, today)
        # "Tack!" says nothing, and what was spoken of is still spoken of; "och då?" with nothing before it
        # can't be leant on.
        if asked.carried or earlier.alone or (topical(asked.text) and not _leans(asked.text, known)):
            before = replace(asked, as_of=asked.as_of or day_asked_for(asked.text, today))
    asked = _after(text, before, known, today)
    return replace(asked, searched=_searched(asked, known))


def _leans(text: str, known: Named) -> bool:
    return leaning_of(text, known.slots(bare(text))) is not None


def _searched(asking: Asking, known: Named) -> str:
    """Words that only say whose rules and which day's would find texts where they happen to stand."""
    text = asking.text
    if not asking.carried:
        return text
    places = known.organisations(text)
    said: list[Slot] = [
        s for s in places if s.place and not s.whose and s.organisation.id == asking.organisation
    ]
    day = known.slots(text).day
    said += [day] if day and asking.as_of else []
    for slot in sorted(said, key=lambda slot: -slot.start):
        text = f"{text[: slot.start].rstrip()}{text[slot.end :]}"
    return text


def _after(text: str, before: Asking | None, known: Named, today: date) -> Asking:
    alone = Asking(text)
    if before is None:
        return alone
    named = known.slots(bare(text))
    leaning = leaning_of(text, named)
    if leaning is None:
        return alone
    whole = completed(leaning, named, before.text, known)
    carried = _carried(whole, text, before, named, known) if whole else ()
    if whole is None or not carried:
        return alone
    turn = Asking(
        whole,
        organisation=before.organisation,
        as_of=before.as_of,
        language=language_told(text) or _language_of(before),
        carried=carried,
        replaced=_replaced(named),
        kind=leaning.kind,
        stranger=named.stranger.words if named.stranger else before.stranger,
    )
    return _on_day(_at(turn, before, named, known, leaning.kind), named, today)


def _at(turn: Asking, before: Asking, named: Slots, known: Named, kind: Lean) -> Asking:
    """Whose rules the turn is about: another's where only that was asked ("och i Halland?")."""
    if kind is not Lean.SLOT:
        return turn
    if named.home or named.stranger:
        return replace(turn, organisation=None, stranger=turn.stranger if named.stranger else None)
    if named.organisation is None or named.organisation.whose:
        return turn
    # "Gäller Hallands policy för oss?", "och Dalarnas?": who asks stays who asks.
    if any(slot.whose for slot in known.organisations(before.text)):
        return turn
    return replace(turn, organisation=named.organisation.organisation.id, stranger=None)


def _on_day(turn: Asking, named: Slots, today: date) -> Asking:
    if named.day:
        return replace(turn, as_of=day_asked_for(f"vad gällde {named.day.words}", today) or turn.as_of)
    return replace(turn, as_of=None) if named.now else turn


def _carried(whole: str, text: str, before: Asking, named: Slots, known: Named) -> tuple[Carried, ...]:
    """What of the earlier question is in the whole one, or holds for it; nothing where no words of it are."""
    document = known.document(before.text)
    amount = amount_in(before.text)
    taken: list[Carried] = []
    if document and not named.document and _holds(whole, document.words):
        taken.append(Carried(CarriedKind.DOCUMENT, document.words))
    if amount and not named.amount and _holds(whole, amount.words):
        taken.append(Carried(CarriedKind.AMOUNT, amount.words))
    topic = _topic_kept(topic_of(before.text), whole, bare(text), [carried.value for carried in taken])
    if topic:
        taken.insert(0, Carried(CarriedKind.TOPIC, topic))
    if not taken and (asked := _start_kept(before.text, whole)):
        taken.append(Carried(CarriedKind.QUESTION, asked))
    if not taken:
        return ()
    moved = named.organisation or named.home or named.stranger
    if not moved and (organisation := _place(before, whole, known)):
        taken.append(Carried(CarriedKind.ORGANISATION, organisation))
    if before.as_of and not named.day and not named.now:
        taken.append(Carried(CarriedKind.DAY, before.as_of.isoformat()))
    if language_told(text) is None and _language_of(before) == "en":
        taken.append(Carried(CarriedKind.LANGUAGE, "en"))
    return tuple(taken)


def _topic_kept(topic: str, whole: str, own: str, other: Sequence[str]) -> str:
    """The words of the earlier topic that the whole question has of it, as one phrase where they are one."""
    for value in other:
        topic = topic.replace(value, " ")
    topic = " ".join(topic.split())
    if topic and _holds(whole, topic) and not _holds(own, topic):
        return topic
    terms = {term for _, term in words(whole)} - {term for _, term in words(own)}
    return " ".join(word for word, term in words(topic) if term in terms)


def _start_kept(before: str, whole: str) -> str:
    """The words that both questions begin with."""
    pairs = zip(before.split(), whole.split(), strict=False)
    return " ".join(
        word for word, _ in takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), pairs)
    )


def _place(before: Asking, whole: str, known: Named) -> str | None:
    """The organisation (id) that the conversation had moved to, or that the words taken over name."""
    if before.organisation:
        return before.organisation
    kept = {slot.organisation.id for slot in known.organisations(whole)}
    return next(
        (s.organisation.id for s in known.organisations(before.text) if s.organisation.id in kept), None
    )


def _replaced(named: Slots) -> tuple[Carried, ...]:
    """What the question names in the place of what held before, by its new value."""
    slots = (
        (CarriedKind.DOCUMENT, named.document and named.document.words),
        (CarriedKind.AMOUNT, named.amount and named.amount.words),
        (CarriedKind.ORGANISATION, named.organisation and named.organisation.organisation.id),
        (CarriedKind.DAY, named.day and named.day.words),
    )
    return tuple(Carried(kind, value) for kind, value in slots if value)


def _language_of(asking: Asking) -> str | None:
    return asking.language or language_told(asking.text)


def _holds(text: str, words: str) -> bool:
    return bool(words) and words.casefold() in text.casefold()
