"""One sentence of a rule as a yes or no may rest on it: its force, and which of its words restrict it.

Where `statements.py` asks whether two rules collide, this asks whether one rule decides a case. A sentence
that takes something back, speaks of more than one thing or leaves it to judgement gives nothing: to say
nothing is better than to say yes where the answer is no.
"""

import re
from dataclasses import dataclass

from hierarchy.quantities import Quantity, quantities
from hierarchy.statements import Force

_BETWEEN = r"\s+(?:\w+\s+){0,3}?"
_NOT = r"(?:inte|ej|aldrig)\b"
_FORCES = (
    (
        Force.FORBIDS,
        re.compile(
            rf"\b(?:får|ska|skall|kan){_BETWEEN}{_NOT}|\b(?:är|det)\s+(?:inte|ej)\s+(?:\w+\s+)?tillåt(?:et|en|na)\b|"
            r"\b(?:är|det)\s+(?:alltid\s+)?förbjud(?:et|en|na)\b",
            re.I,
        ),
    ),
    (Force.RELEASES, re.compile(rf"\bbehöver{_BETWEEN}{_NOT}|\bkrävs\s+(?:inte|ej)\b", re.I)),
    (Force.REQUIRES, re.compile(r"\b(?:ska|skall|måste)\b|\bär\s+skyldiga?\s+att\b", re.I)),
    (Force.RECOMMENDS, re.compile(r"\bbör\b", re.I)),
    (Force.PERMITS, re.compile(r"\bfår\b|\bär\s+tillåt(?:et|en|na)\b|\bhar\s+rätt\s+att\b", re.I)),
)
_MODAL = re.compile(
    r"\b(?:får|ska|skall|måste|kan|bör|behöver|behövs|krävs|förbjud(?:et|en|na)|tillåt(?:et|en|na)|"
    r"skyldiga?\s+att|rätt\s+att)\b",
    re.I,
)
_OPERATING = re.compile(r"inte|ej|aldrig|alltid|att|rätt|skyldiga?|(?:förbjud|tillåt)(?:et|en|na)")
# What makes a sentence less than a plain rule.
_HEDGED = re.compile(
    r"\b(?:utom|förutom|undantag\w*|undantas|annars|såvida|om\s+inte|om\s+\w+\s+inte|dock|men|avvik\w+|normalt|"
    r"normalfall\w*|som\s+regel|i\s+regel|i\s+första\s+hand|vanligen|huvudsak\w*|trots|skäl|varken|antingen|"
    r"dispens\w*|möjlig\w*|lämplig\w*|rimlig\w*|vid\s+behov|endast|bara|enbart|först|förrän|särskil\w+|medgivande|"
    r"godkännande|samråd|samtycke|tillstånd)\b",
    re.I,
)
# What in another sentence of the provision may take a rule back.
_TAKES_BACK = re.compile(
    r"\b(?:undantag\w*|undantas|dock|avvik\w+|dispens\w*|gäller\s+inte|tillämpas\s+inte|trots|"
    r"särskilda\s+skäl|synnerliga\s+skäl|i\s+stället|ändå)\b",
    re.I,
)
_SPECIAL_CASE = re.compile(r"^(?:Om|När|Men|Vid)\b")
_PRONOUN = re.compile(
    r"^(?!Det\s+är\s+(?:inte\s+|alltid\s+)?(?:tillåtet|förbjudet))"
    r"(?:Detta|Det|Den(?!\s+som)|De(?!\s+som)|Denna|Dessa|Sådan\w*|Han|Hon|Då|Där|Dit|Därefter)\s"
)
_SECOND_RULE = re.compile(
    r"(?:,\s*|\s+)och\s+(?:får|ska|skall|måste|kan|bör|behöver)\b.*$|\s+och\s+gå\s+att\b.*$", re.I | re.S
)
# Between two main clauses: each has a subject and a verb of its own.
_JOINT = re.compile(
    r"(?<=\w),?\s+och\s+(?=(?!(?:får|ska|skall|måste|kan|bör|behöver)\b)[\w\s]{3,60}?\b(?:får|ska|skall|måste)\b)"
)
_UNDER_CONDITION = re.compile(
    r"\b(?:om|när|då|vid|eftersom|vars|inför)\b|^(?!.*\b(?:får|ska|skall|måste|kan)\b)", re.I
)
_EMPHASIS = re.compile(
    r",\s*(?:oavsett|inte\s+ens|inte\s+heller|till\s+exempel|exempelvis|även)\b[^,.]*", re.I
)
_NEGATIVE = re.compile(r"\b(?:inte|ej|aldrig|ing(?:en|et|a)|varken)\b|\bförbjud", re.I)
_BOUND = re.compile(
    r"\b(?:inte|ej|aldrig)(?:\s+\w+){0,2}\s+(?:överst|överskr|underst|underskr|mer\s|högre\s|längre\s|"
    r"mindre\s|lägre\s|kortare\s)\w*",
    re.I,
)
_MARK = re.compile(r"\s*(?:[•–*-]|\d+[.)])\s+")
# Stands for a time, which what follows it only counts from.
_TIME = "¤"
_WORD = re.compile(rf"[^\W\d_]+|[,;:{_TIME}]")
# What opens a circumstance that says when a rule holds, and one that only says how it is followed.
_LIMITING = frozenset(
    "om när då vid för som utan före efter innan under mellan mot bland där vars över hos än".split()  # noqa: SIM905
)
_TELLING = frozenset("i på av med genom inom enligt till från senast så".split())  # noqa: SIM905
_TIMING = frozenset({"före", "innan", "efter"})
_CONDITIONAL = re.compile(r"\b(?:om|när|då|vid|vars|där)\b[^,]*$", re.I)
_JOINED = frozenset({"och", "eller", "samt", ","})
_LONGEST = 320


@dataclass(frozen=True)
class Measured:
    """A quantity of a clause; `conditional`: it says when the rule holds, and is not itself the limit."""

    quantity: Quantity
    conditional: bool


@dataclass(frozen=True)
class Clause:
    """A plain rule in lower-case words.

    `core`: what is done, and to what. `alternatives`: things it is done to, any one of which the rule holds
    for ("pengar, presentkort och alkohol"). `limiting`: words of the circumstances in which it holds;
    `telling`: words that only tell how. `bounded`: its negation belongs to a bound ("får inte överstiga").
    """

    force: Force
    core: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]
    limiting: tuple[str, ...]
    telling: tuple[str, ...]
    measured: tuple[Measured, ...]
    bounded: bool


def clauses_of(sentence: str) -> list[Clause]:
    """The plain rules of a sentence: its own, or those of two main clauses joined by "och"."""
    joint = _JOINT.search(sentence)
    if joint is None or _HEDGED.search(sentence) or _UNDER_CONDITION.search(sentence[: joint.start()]):
        parts = [sentence]
    else:
        parts = [f"{sentence[: joint.start()]}.", sentence[joint.end() :]]
    return [clause for part in parts if (clause := clause_of(part))]


def clause_of(sentence: str) -> Clause | None:
    """The rule of one sentence, None where it is no plain rule."""
    mark = _MARK.match(sentence)
    text = sentence[mark.end() if mark else 0 :].strip()
    if len(text) > _LONGEST or not text.endswith((".", "!")) or _PRONOUN.match(text):
        return None
    if (second := _SECOND_RULE.search(text)) and _MODAL.search(text[: second.start()]):
        text = f"{text[: second.start()]}."
    text = _EMPHASIS.sub("", text)
    if _HEDGED.search(text):
        return None
    said = next(((force, m) for force, pattern in _FORCES if (m := pattern.search(text))), None)
    if said is None or len(_MODAL.findall(text)) != 1:
        return None
    force, operator = said
    found = quantities(text)
    bounded = bool(found) and force is Force.FORBIDS and bool(_BOUND.search(text))
    if len(_NEGATIVE.findall(text)) != (force in {Force.FORBIDS, Force.RELEASES}):
        return None
    plain = text
    for quantity in reversed(found):
        time = _TIME if quantity.measure == "dagar" else ""
        plain = plain[: quantity.start] + time.ljust(quantity.end - quantity.start) + plain[quantity.end :]
    before, after = plain[: operator.start()], plain[operator.end() :]
    between = [word for word in _tokens(operator.group())[1:] if not _OPERATING.fullmatch(word)]
    core, limiting, telling = _after([*between, *_tokens(after)])
    alternatives, ahead, limits = _before(_tokens(before))
    return Clause(
        force,
        (*ahead, *core),
        alternatives,
        (*limits, *limiting),
        telling,
        tuple(Measured(q, _is_conditional(text, q, operator)) for q in found),
        bounded,
    )


def takes_back(rule: str, others: list[str]) -> bool:
    """Whether `others`, the sentences that follow `rule` in its provision, may take something of it back."""
    if any(_TAKES_BACK.search(other) for other in others):
        return True
    if not others or not _SPECIAL_CASE.match(others[0]):
        return False
    own, special = clause_of(rule), clause_of(others[0])
    return own is None or special is None or own.force is not special.force


def _tokens(text: str) -> list[str]:
    return [token.casefold() for token in _WORD.findall(text)]


def _before(tokens: list[str]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...], tuple[str, ...]]:
    """What stands before the verb: things joined as alternatives, or words that all belong to the rule."""
    tokens = [token for token in tokens if token != _TIME]
    words = [token for token in tokens if token.isalpha()]
    if any(token in _LIMITING | _TELLING for token in tokens):
        return (), (), tuple(words)
    if not any(token in _JOINED for token in tokens):
        return (), tuple(words), ()
    groups: list[list[str]] = [[]]
    for token in tokens:
        if token in _JOINED:
            groups.append([])
        else:
            groups[-1].append(token)
    return tuple(tuple(group) for group in groups if group), (), ()


def _after(tokens: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The words after the verb: what is done, when it holds, and how; after a comma nothing is only how."""
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    inside = parts[0]
    for place, token in enumerate(tokens):
        if token == _TIME or (place and tokens[place - 1] == _TIME and token in _LIMITING | _TELLING):
            inside = parts[2] if inside is not parts[1] else inside
            continue
        if token in _TIMING and inside is not parts[1]:
            inside = parts[2]
        elif token in _LIMITING or not token.isalpha():
            inside = parts[1]
        elif token in _TELLING and inside is not parts[1]:
            inside = parts[2]
        if token.isalpha():
            inside.append(token)
    core, limiting, telling = parts
    return tuple(core), tuple(limiting), tuple(telling)


def _is_conditional(text: str, quantity: Quantity, operator: re.Match[str]) -> bool:
    if quantity.start < operator.start():
        return True
    return bool(_CONDITIONAL.search(text[operator.end() : quantity.start]))
