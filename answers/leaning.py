"""Whether a question leans on the ones before it, and in what way. Pure, and of words alone.

A question that can be understood by itself is never said to lean: to carry something over that was not meant
is worse than to carry nothing. A pronoun counts only where nothing in the question itself stands for it, a
lack of words only where what is left is asked of anything ("vem beslutar?", "finns det undantag?").
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from answers import follow_up_words as told
from answers.follow_up_words import is_generic
from answers.slots import Slots
from index.analysis import STOP_WORDS, words

_MOST_IN_PHRASE = 6
_MOST_TOPICAL = 2
"""Words of its own about a topic: a question with more is understood whatever its pronouns stand for."""


class Lean(StrEnum):
    """How a question leans.

    `SLOT`: it names another organisation, amount, day, document or section and nothing else. `EDITION`:
    another edition ("och den gamla?"). `ASKED`: another thing is asked of the same ("av vem?"). `CONDITION`:
    a case is added ("och om det brådskar?"). `PHRASE`: something else takes a part ("och för tjänster?").
    `POINTING`: a pronoun stands for what was spoken of. `TOPICLESS`: it says what is asked for, and not of
    what.
    """

    SLOT = "slot"
    EDITION = "edition"
    ASKED = "asked"
    CONDITION = "condition"
    PHRASE = "phrase"
    POINTING = "pointing"
    TOPICLESS = "topicless"


@dataclass(frozen=True)
class Leaning:
    """`words`: the question without what only ties it to the one before ("och …", "… då?")."""

    kind: Lean
    words: str


def leaning_of(text: str, named: Slots) -> Leaning | None:
    """How `text` leans on what was asked before; None where it stands by itself.

    `named`: what `bare(text)` names.
    """
    if _says_what_is_meant(text):
        return None
    left = bare(text)
    kind = _elliptical(left, named, led=len(left) < len(_plain(text)))
    if kind is None and _points(left):
        kind = Lean.POINTING
    if kind is None and _is_topicless(left, named):
        kind = Lean.TOPICLESS
    return Leaning(kind, left) if kind else None


def bare(text: str) -> str:
    """The question without what only ties it to another: "Och för tjänster då?" → "för tjänster"."""
    plain = _plain(text)
    lead = told.LEAD.match(plain)
    left = told.TRAIL.sub("", plain[lead.end() if lead else 0 :]).strip(" ,.–-")
    return left or plain


def topical(text: str) -> list[str]:
    """The words that say what a text is about: no function words, nothing that is asked of anything."""
    return [word for word, _ in words(text) if not is_generic(word)]


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ?!.")


def _says_what_is_meant(text: str) -> bool:
    """What a pronoun stands for is said in brackets at the end."""
    return re.search(r"\([^()]*\w[^()]*\)[^()?]*\??$", text) is not None


def _elliptical(left: str, named: Slots, *, led: bool) -> Lean | None:
    """What is left out of a question that is no whole clause."""
    if named.any and not told.AROUND_SLOT.sub("", named.rest).strip(" ,"):
        return Lean.SLOT
    if led and told.EDITION.fullmatch(left):
        return Lean.EDITION
    if told.INTERROGATIVE.fullmatch(left):
        return Lean.ASKED
    if told.CONDITION.match(left) and not told.MAIN_CLAUSE.search(left):
        return Lean.CONDITION
    likeness = told.LIKENESS.match(left)
    phrase = left[likeness.end() :] if likeness else left
    introduced = led or likeness or told.PREPOSITION.match(left)
    return Lean.PHRASE if introduced and _is_phrase(phrase) else None


def _is_phrase(text: str) -> bool:
    """A few words with something to speak of and no clause: "tjänster", "för små inköp", "vid sjukdom"."""
    if not any(True for _ in words(text)) or told.FINITE.search(text):
        return False
    first = told.VERB_FIRST.match(text)
    if first and not (told.PREPOSITION.match(text) or told.PREPOSITION.match(f"{first['next']} ")):
        return False
    return len(text.split()) <= _MOST_IN_PHRASE


def _points(text: str) -> bool:
    """Whether a pronoun stands for something that the question itself does not say."""
    own = topical(text)
    if len(own) > _MOST_TOPICAL:
        return False
    sure = [m.start() for pattern in (told.POINTERS, told.THEN, told.IT_LAST) for m in pattern.finditer(text)]
    sure += [match.start("it") for match in told.DEN.finditer(text) if _is_pronoun(match)]
    if any(not _has_antecedent(text, at) for at in sure):
        return True
    if told.IN_CASE.match(text) and len(own) <= 1:
        return True
    it = told.IT.search(text)
    if it is None or told.EXPLETIVE.search(text):
        return False
    if told.ARTICLE.match(text, it.start()) and not told.MODAL.fullmatch(text[: it.start()].strip()):
        return False
    asks = told.QUESTION_WORD.search(text) is not None
    return asks and len(own) <= 1 and not _has_antecedent(text, it.start())


def _is_pronoun(match: re.Match[str]) -> bool:
    """Whether "den", "de" stands by itself and is no article: "får den förlängas", not "den upphandlande"."""
    following = (match["next"] or "").casefold()
    if not following or following in told.AFTER_PRONOUN:
        return True
    if following in told.NOT_AFTER_PRONOUN or following.isdigit() or told.NOMINAL.fullmatch(following):
        return False
    if following in STOP_WORDS or is_generic(following) or re.search(r"[ateon]s$", following):
        return True
    return following.endswith("a") and told.MODAL.fullmatch(match["before"] or "") is not None


def _has_antecedent(text: str, at: int) -> bool:
    """Whether an earlier clause of the question speaks of something that a pronoun at `at` may stand for."""
    ends = [match.start() for match in told.CLAUSES.finditer(text, 0, at)]
    return bool(ends) and bool(topical(text[: ends[-1]]))


def _is_topicless(text: str, named: Slots) -> bool:
    """Whether it says what is asked for and not of what: "vem beslutar i Halland?", "vad säger policyn?"."""
    asks_of_document = told.ASKS_OF_DOCUMENT.match(text)
    left = named.rest if named.document is None or asks_of_document else text
    left = told.DOCUMENT_KIND.sub("", left) if asks_of_document else left
    return not topical(left) and told.QUESTION_WORD.search(left) is not None
