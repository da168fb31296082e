"""The same question in other writings, made by program: what people type is not what one wrote."""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

from hierarchy.amounts import Amount, amounts
from hierarchy.numerals import figure, number_word
from index.analysis import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 6
"""Letters of the shortest word that is misspelt: in a shorter one nobody could tell what was meant."""

_SHORTEST_PART = 4
_HOLDS_NOW = re.compile(r"\b(?:är|gäller|får|ska|måste|kan|behöver|krävs|räcker)\b", re.IGNORECASE)
_KEYS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_NEIGHBOURS = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _KEYS
    for place, key in enumerate(row)
}

Rewrite = Callable[[str, random.Random], str]
"""A question and a source of chance; the same text where there is nothing to write otherwise."""


@dataclass(frozen=True)
class Writing:
    """A way to write, and what the table calls it."""

    name: str
    rewrite: Rewrite

    def of(self, question: str) -> str:
        """The question so written; the same every time."""
        return self.rewrite(question, random.Random(f"{self.name} {question}"))


def writings(vocabulary: frozenset[str], synonyms: Mapping[str, tuple[str, ...]]) -> tuple[Writing, ...]:
    """Every writing. `vocabulary`: words in lower case that a compound may fall into."""
    made: list[tuple[str, Rewrite]] = [
        ("a, a, o", lambda q, _: _translated(q, "åäöÅÄÖ", "a a o A A O".split())),  # noqa: SIM905
        ("aa, ae, oe", lambda q, _: _translated(q, "åäöÅÄÖ", "aa ae oe Aa Ae Oe".split())),  # noqa: SIM905
        *((f"skrivfel: {name}", partial(_misspelt, err)) for name, err in _ERRORS.items()),
        ("gement utan tecken", lambda q, _: _bare(q)),
        ("särskrivet", partial(_split, vocabulary)),
        ("hopskrivet", _joined),
        *((f"belopp: {shown}", partial(_amounts, write)) for shown, write in _AMOUNTS.items()),
        ("tal i ord", lambda q, _: re.sub(r"(?<![\w.,:/§-])\d{1,2}(?= [a-zåäö]{3})", _in_words, q)),
        ("tal i siffror", lambda q, _: _WORD.sub(_in_figures, q)),
        ("förkortat", lambda q, _: _exchanged(q, _SHORT)),
        ("utskrivet", lambda q, _: _exchanged(q, {short: long for long, short in _SHORT.items()})),
        *((f"tid: {said}", partial(_now_said, said)) for said in ("just nu", str(date.today().year))),
        ("vardagligt", partial(_everyday, _everyday_words(synonyms))),
    ]
    return tuple(Writing(name, rewrite) for name, rewrite in made)


def _now_said(said: str, question: str, _: random.Random) -> str:
    """A question in the present tense with the present said: "vad gäller för gåvor just nu?"."""
    now = (
        question.endswith("?")
        and _HOLDS_NOW.search(question)
        and not re.search(r"\b(?:19|20)\d\d\b", question)
    )
    return f"{question[:-1]} {said}?" if now else question


def _translated(question: str, letters: str, others: Iterable[str]) -> str:
    return question.translate(dict(zip(map(ord, letters), others, strict=True)))


def _bare(question: str) -> str:
    return " ".join(re.sub(r"(?<!\d)[.,]|[.,](?!\d)|[?!;”\"()–]", " ", question.lower()).split())


def _content_words(question: str, shortest: int) -> list[re.Match[str]]:
    """Words that carry the question; names and abbreviations are written as they are."""
    return [
        match
        for match in _WORD.finditer(question)
        if len(match[0]) >= shortest and match[0].lower() not in STOP_WORDS and match[0][1:].islower()
    ]


def _misspelt(err: Callable[[str, int, random.Random], str], question: str, chance: random.Random) -> str:
    found = _content_words(question, _SHORTEST)
    if not found:
        return question
    match = chance.choice(found)
    return (
        question[: match.start()]
        + err(match[0], chance.randrange(1, len(match[0]) - 1), chance)
        + question[match.end() :]
    )


def _neighbour(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + chance.choice(_NEIGHBOURS.get(word[at], word[at])) + word[at + 1 :]


_ERRORS: dict[str, Callable[[str, int, random.Random], str]] = {
    "bokstav borta": lambda word, at, _: word[:at] + word[at + 1 :],
    "bokstav dubbel": lambda word, at, _: word[:at] + word[at] + word[at:],
    "omkastade": lambda word, at, _: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    "granntangent": _neighbour,
}


def _split(vocabulary: frozenset[str], question: str, _: random.Random) -> str:
    """The longest compound that falls into two known words, written as two."""
    for match in sorted(_content_words(question, 2 * _SHORTEST_PART), key=lambda match: -len(match[0])):
        word = match[0]
        for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first, second = word[:at].lower(), word[at:].lower()
            if second in vocabulary and (first in vocabulary or first.removesuffix("s") in vocabulary):
                return f"{question[: match.start()]}{word[:at]} {word[at:]}{question[match.end() :]}"
    return question


def _joined(question: str, _: random.Random) -> str:
    """ "gräns för avtal" as "avtalsgräns", else the first two words that may be written as one."""
    found = _content_words(question, _SHORTEST_PART)
    for first, second in pairwise(found):
        between = question[first.end() : second.start()]
        if between in (" för ", " av ") and first[0].islower() and second[0].islower():
            link = "" if second[0].endswith("s") else "s"
            return question[: first.start()] + second[0] + link + first[0] + question[second.end() :]
    for first, second in pairwise(found):
        if question[first.end() : second.start()] == " " and second[0].islower():
            return question[: first.end()] + question[second.start() :]
    return question


def _amounts(write: Callable[[Decimal], str | None], question: str, _: random.Random) -> str:
    def place(amount: Amount) -> str:
        return write(amount.sek) or question[amount.start : amount.end]

    for amount in reversed(amounts(question)):
        question = question[: amount.start] + place(amount) + question[amount.end :]
    return question


def _grouped(value: Decimal, gap: str) -> str:
    return f"{value:,.0f}".replace(",", gap)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


_AMOUNTS: dict[str, Callable[[Decimal], str | None]] = {
    "80 000 kr": lambda sek: f"{_grouped(sek, ' ')} kr",
    "80000:-": lambda sek: f"{sek:.0f}:-",
    "80 tkr": lambda sek: f"{_plain(sek / 1_000)} tkr",
    "80k": lambda sek: f"{sek / 1_000:.0f}k" if sek % 1_000 == 0 else None,
    "0,08 mnkr": lambda sek: f"{_plain(sek / 1_000_000)} mnkr",
    "1,2 miljoner": lambda sek: f"{_plain(sek / 1_000_000)} miljoner kronor",
    "SEK 80,000": lambda sek: f"SEK {_grouped(sek, ',')}",
    "åttio tusen": lambda sek: _spoken(sek),
}


def _spoken(sek: Decimal) -> str | None:
    if sek == 500_000:
        return "en halv miljon kronor"
    if sek == 1_500_000:
        return "en och en halv miljon kronor"
    millions, thousands = divmod(int(sek), 1_000_000)
    if millions and not thousands and millions < 20:
        return f"{'en miljon' if millions == 1 else f'{spelt(millions)} miljoner'} kronor"
    if not millions and thousands % 1_000 == 0 and thousands:
        return f"{spelt(thousands // 1_000)} tusen kronor"
    return None


def spelt(number: int) -> str:
    """A whole number from 1 to 999 in words."""
    return next(word for word in _all_spelt() if (1 if word == "ett" else number_word(word)) == number)


def _all_spelt() -> Iterable[str]:
    units = "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton".split()  # noqa: SIM905, E501
    tens = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split()  # noqa: SIM905
    small = [*units, *(ten + unit for ten in tens for unit in ("", *units[:9]))]
    yield from small
    for hundred in units[:9]:
        yield from (f"{hundred}hundra{rest}" for rest in ("", *small))


def _in_words(match: re.Match[str]) -> str:
    number = int(figure(match[0]))
    return spelt(number) if 1 < number < 100 else match[0]


def _in_figures(match: re.Match[str]) -> str:
    number = number_word(match[0].lower())
    return match[0] if number is None else str(number)


_SHORT = {
    "lagen om offentlig upphandling": "LOU",
    "upphandlingslagen": "LOU",
    "lagen om upphandling inom försörjningssektorerna": "LUF",
    "lagen om upphandling av koncessioner": "LUK",
    "kommunallagen": "KL",
    "förvaltningslagen": "FL",
    "regeringsformen": "RF",
    "offentlighets- och sekretesslagen": "OSL",
    "direktupphandling": "DU",
    "regionstyrelsen": "RS",
    "regionfullmäktige": "RF",
    "diarienummer": "dnr",
    "inklusive": "inkl",
    "exklusive": "exkl",
    "stycken": "st",
    "mervärdesskatt": "moms",
    "enligt": "enl",
    "cirka": "ca",
    "till exempel": "t.ex.",
    "och så vidare": "osv",
    "med mera": "m.m.",
}


def _exchanged(question: str, others: Mapping[str, str]) -> str:
    for word, other in others.items():
        # RF and RS mean this only as they stand: "rs" is no one's writing of a board.
        flags = re.IGNORECASE if word.islower() else 0
        question = re.sub(rf"(?<![\w.]){re.escape(word)}(?!\w)", other, question, flags=flags)
    return question


def _everyday_words(synonyms: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Everyday words by the official one."""
    words: dict[str, list[str]] = {}
    for everyday, officials in sorted(synonyms.items()):
        for official in officials:
            words.setdefault(official, []).append(everyday)
    return words


def _everyday(words: Mapping[str, list[str]], question: str, chance: random.Random) -> str:
    """One official word exchanged for an everyday one."""
    found = [match for match in _WORD.finditer(question) if match[0].lower() in words]
    if not found:
        return question
    match = chance.choice(found)
    return question[: match.start()] + chance.choice(words[match[0].lower()]) + question[match.end() :]
