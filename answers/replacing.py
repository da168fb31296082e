"""Parts of a question put in the place of others: another organisation, amount, day, document, noun."""

import re
from collections.abc import Callable

from answers.follow_up_words import EDITION, PREPOSITION, WHICH, is_part, only_asks
from answers.slots import Named, Slot, Slots, amount_in, sections_in
from answers.understanding import language_told
from hierarchy.levels import Organisation

_I = re.IGNORECASE
_WORD = re.compile(r"[^\W_]+(?:[-:][^\W_]+)*")
_FOR = re.compile(r"(?:för|till|på|for|of)\s+", _I)
_OF_EDITION = re.compile(rf"^(?:den |det |vår |the |our )?{WHICH}\s+|^(?:den |det |the )(?=\w)", _I)
_FORMS = tuple(
    re.compile(rf"(?:{endings})$") for endings in ("erna|orna|arna", "or|ar|er", "en|et", "ing|ion", "s")
)
"""Endings of plural, definite and abstract nouns: one may stand where another of its form stood."""

_SHARED_ENDING = 5
_SHORTEST_NOUN = 4


def with_slots(text: str, named: Slots, known: Named) -> str:
    """`text` with what `named` names in the place of what it named of the same kind, or after it."""
    if named.document:
        text = _of_document(text, named.document, known)
    if named.section:
        former = next(iter(sections_in(text)), None)
        text = _replaced(text, former, named.section.words, lambda words: f"enligt {words}")
    if named.organisation:
        text = _at(text, named.organisation.organisation, named.organisation.place, known)
    if named.stranger:
        text = _at(text, named.stranger.words, None, known)
    if named.home:
        for slot in reversed(known.organisations(text)):
            text = f"{text[: slot.start]} {text[slot.end :]}"
    if named.amount:
        text = _for_amount(text, named.amount.words)
    if named.day or named.now:
        text = _on_day(text, named.day.words if named.day else "", known)
    return text


def of_edition(text: str, words: str, document: Slot) -> str:
    """`text` about another edition of the `document` that it names: "den gamla inköpspolicyn"."""
    which = re.sub(
        r"^(?:i|enligt|med|in|under)\s+|\s+(?:utgåvan|versionen|upplagan|edition|version|one)$",
        "",
        words,
        flags=_I,
    )
    article = "" if re.match(r"(?:den|det|the)\s", which, _I) else "den "
    named = _OF_EDITION.sub("", document.words)
    return f"{text[: document.start]}{article}{which} {named}{text[document.end :]}"


def with_phrase(text: str, phrase: str, *, same: bool) -> str | None:
    """The phrase in the place of a word like its own in `text`, or after the text.

    A bare noun that nothing in the text is like, and that is no part which rules tell apart, is a subject of
    its own: None, unless the `same` is said to be asked of it.
    """
    own = [match for match in _WORD.finditer(phrase) if not only_asks(match.group())]
    if not own:
        return f"{text} {phrase}"
    preposition = phrase.split()[0].casefold() if PREPOSITION.match(phrase) else None
    if len(own) == 1:
        for word in reversed(list(_WORD.finditer(text))):
            if _is_like(word, own[0].group(), text, preposition):
                return f"{text[: word.start()]}{phrase[own[0].start() :]}{text[word.end() :]}"
    if preposition and preposition != "om":
        return f"{text} {phrase}"
    return f"{text}, {phrase}" if same or any(is_part(match.group()) for match in own) else None


def _replaced(text: str, former: Slot | None, words: str, added: Callable[[str], str]) -> str:
    if former is None:
        return f"{text} {added(words)}"
    return f"{text[: former.start]}{words}{text[former.end :]}"


def _of_document(text: str, document: Slot, known: Named) -> str:
    former = known.document(text)
    kind = _OF_EDITION.sub("", document.words)
    edition = document.words[: -len(kind)].strip()
    # "den förra policyn" after "inköpspolicyn" is the former of the same.
    if former and EDITION.fullmatch(edition) and former.words.casefold().endswith(kind.casefold()):
        return of_edition(text, edition, former)
    return _replaced(text, former, document.words, lambda words: f"enligt {words}")


def _at(text: str, whose: Organisation | str, place: str | None, known: Named) -> str:
    english = language_told(text) == "en"
    name = whose if isinstance(whose, str) else whose.name_en if english else whose.name_sv
    former = next(iter(known.organisations(text)), None)
    if former is None:
        return f"{text} {place or ('in' if english else 'i')} {name}"
    preposition = f"{former.place} " if former.place else ""
    owns = "s" if former.whose and not name.endswith("s") else ""
    return f"{text[: former.start]}{preposition}{name}{owns}{text[former.end :]}"


def _for_amount(text: str, words: str) -> str:
    former = amount_in(text)
    if former is None:
        case = "if the amount is " if language_told(text) == "en" else "om beloppet är "
        return f"{text} {'' if _FOR.match(words) else case}{words}"
    lead = _FOR.match(former.words)
    amount = f"{lead.group() if lead else ''}{_FOR.sub('', words, count=1)}"
    return f"{text[: former.start]}{amount}{text[former.end :]}"


def _on_day(text: str, words: str, known: Named) -> str:
    former = known.slots(text)
    for slot in sorted((s for s in (former.day, former.now) if s), key=lambda s: -s.start):
        text = f"{text[: slot.start].rstrip()} {text[slot.end :]}".rstrip()
    return f"{text} {words}"


def _is_like(word: re.Match[str], head: str, text: str, preposition: str | None) -> bool:
    """Whether the noun `head` may take the place of a word of the text.

    It has the same last part of a compound, or the same form and, where a preposition stands before it, the
    same one.
    """
    before = text[: word.start()].split()
    one, other = word.group().casefold(), head.casefold()
    # The first word asks, and the one after it is mostly a verb: "Vem beslutar", "Hur avropar".
    if len(before) <= 1 or only_asks(one) or one == other or min(len(one), len(other)) < _SHORTEST_NOUN:
        return False
    if one[-_SHARED_ENDING:] == other[-_SHARED_ENDING:]:
        return True
    if preposition and before[-1].casefold() == preposition:
        return True
    form = next((form for form in _FORMS if form.search(one)), None)
    return form is not None and form.search(other) is not None and form is not _FORMS[-1]
