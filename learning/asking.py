"""Questions on what a provision says, made of its own words: "Vem beslutar om …?", "Inom vilken tid ska …?".

A Swedish main clause has its verb second. So a question is made by putting the asked-for part first as a
question word, the verb after it, and the rest in its order. Where that does not hold for certain (two
clauses, a list, a part inside a subordinate clause), no question is made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hierarchy.rule_words import is_body
from learning.carriers import MEASURED, Carrier, CarrierKind, carriers
from learning.course import Item, Kind, made_item
from learning.material import Material, Sentence
from learning.options import Options, Said

_MODAL = re.compile(r"\b(?:ska|skall|får|måste|bör)\b")
_ANY_MODAL = re.compile(r"\b(?:ska|skall|får|måste|bör|kan|behöver)\b")
_OPENS_ASIDE = re.compile(
    r"^(?:Vid|När|Om|För|I|Inom|Under|Efter|Innan|Före|Inför|Till|Från|På|Utöver|Enligt|Med|"
    r"Senast|Över|Mellan|Då|Hos|Utan|Genom|Samtidigt|Inte|Endast|Bara)\b"
)
_BARRIER = re.compile(
    r"[,;()–]|\b(?:som|att|om|när|då|där|vilk\w+|och|eller|samt|utan|men|än|innan|förrän|"
    r"endast|bara|högst en gång|dels)\b"
)
_LINK = re.compile(
    r"(?P<link>(?:\b(?P<word>inom|i|under|senast|med|till|på|av|från|för)\s+(?:en\s+tid\s+av\s+)?)?"
    r"(?P<side>\b(?:minst|högst|längst|lägst|max|maximalt|tidigast|cirka)\s+)?)$",
    re.I,
)
_MOVED = re.compile(r"^\s+(?:före|efter|innan|från)\b[^,]*$")
_WHICH = re.compile(r"^\s+som\b")
_THING = re.compile(r"^\s+(?P<thing>[^\W\d_]+(?:\s+[^\W\d_]{4,})?)")
_WHO = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\w-]*(?:\s[\w-]+){0,2}?)\s(?P<verb>beslutar|fastställer|ansvarar|svarar|godkänner|utser|prövar|"
    r"antar|attesterar|tecknar|undertecknar|leder|genomför|bereder|ska|får|måste|bör)\s(?P<rest>.+)\.$"
)
_SELF = re.compile(
    r"\b(?:sin|sitt|sina|sig|dess|hans|hennes|deras|själv|inte|dock|även|gemensamt|endast)\b", re.I
)
_NO_DEED = re.compile(
    r"^(?:vara|bestå|kunna|ha|ingå|finnas|inte|sammanträda|anses|utses|väljas|bli)\b|\bsom\b.*,|,.*\bsom\b|\boch\s\w+\s(?:kan|ska|får)\b"
)
_CONDITION_LATER = re.compile(
    r"[,;]|\boch\b|\bom (?:inte|det|den|de|myndigheten)\b|\beller inom\b|\bpå det sätt\b"
)
_LONGEST_REST = 150
_LONGEST_ASIDE = 100
_FEWEST_TO_ASK = 3


def questions(sentence: Sentence, material: Material, options: Options) -> list[Item]:
    """The questions that a sentence answers; the right option stands verbatim in it."""
    found = [*_who(sentence, options), *_how_much(sentence, options)]
    source = material.source(sentence)
    named = f"Enligt ”{sentence.document.title}”"
    return [
        made_item(Kind.SAYS, f"{named}{asked.aside}: {asked.question}", asked.right, asked.wrong, source)
        for asked in found
    ]


@dataclass(frozen=True)
class _Asked:
    """`aside`: when it holds (", vid köp under 30 000 kronor"), empty where it always does."""

    question: str
    right: str
    wrong: list[str]
    aside: str = ""


def _who(sentence: Sentence, options: Options) -> Iterator[_Asked]:
    """ "Inköpschefen beslutar om undantag." asks "Vem beslutar om undantag?"."""
    match = _WHO.match(sentence.text)
    if match is None or _SELF.search(match["rest"]) or _NO_DEED.search(match["rest"]):
        return
    if len(match["rest"]) > _LONGEST_REST or len(match["rest"].split()) < _FEWEST_TO_ASK:
        return
    named = match["who"]
    if len(named.split()) > 1 or not is_body(named.casefold()):
        return
    body = next((c for c in carriers(sentence.text) if c.kind is CarrierKind.BODY and c.start == 0), None)
    if body is None:
        return
    if wrong := options.wrong_for(sentence, body, _subject_alone):
        yield _Asked(f"vem {match['verb']} {match['rest']}?", named, wrong)


def _subject_alone(said: Said) -> str | None:
    """A body that is itself what a sentence begins with, so that it is no part of a longer name."""
    match = _WHO.match(said.sentence.text)
    return said.carrier.text if match and match["who"] == said.carrier.text else None


def _how_much(sentence: Sentence, options: Options) -> Iterator[_Asked]:
    """ "Kvitton ska lämnas inom tio dagar." asks "Inom vilken tid ska kvitton lämnas?"."""
    text = sentence.text
    modal = _MODAL.search(text)
    if modal is None or len(_ANY_MODAL.findall(text)) > 1:
        return
    measured = [c for c in carriers(text) if c.kind in MEASURED and c.start > modal.end()]
    if len(measured) != 1:
        return
    carrier = measured[0]
    if carrier.kind is not CarrierKind.PERIOD and carrier.text.casefold().startswith(("nästa", "dagen")):
        return
    before, between = text[: modal.start()].strip(), text[modal.end() : carrier.start]
    after = text[carrier.end :].rstrip(".")
    if _BARRIER.search(between) or _CONDITION_LATER.search(after):
        return
    asked = _question_word(carrier, between, after)
    if asked is None:
        return
    word, between, after = asked
    rest = " ".join(f"{between} {after}".split())
    opens = _OPENS_ASIDE.match(before)
    aside = ""
    if opens and len(before) <= _LONGEST_ASIDE:
        aside = f", {_lower(before.rstrip(','))}"
        question = f"{word} {modal[0]} {rest}?"
    elif not opens and "," not in before and not _BARRIER.search(before):
        question = f"{word} {modal[0]} {_uncapitalised(before)} {rest}".rstrip() + "?"
    else:
        return
    if wrong := options.wrong_for(sentence, carrier):
        yield _Asked(question, carrier.text, wrong, aside)


def _question_word(carrier: Carrier, between: str, after: str) -> tuple[str, str, str] | None:
    """The question word for a measure, with what is left before and after it."""
    link = _LINK.search(between)
    assert link is not None
    left = between[: link.start("link")]
    word, side = (link["word"] or "").casefold(), (link["side"] or "").strip().casefold()
    moved = ""
    if found := _MOVED.match(after):
        if not left.strip():
            return None
        moved, after = found[0], ""
    lead = " ".join(part for part in (word, side) if part)
    match carrier.kind:
        case CarrierKind.PERIOD:
            asked = "hur ofta" if not word else None
        case CarrierKind.TIME if word == "inom" and not side:
            asked = "inom vilken tid"
        case CarrierKind.TIME if word in {"", "i", "under", "senast", "inom", "med"}:
            asked = f"{lead} hur lång tid"
        case CarrierKind.SHARE if word in {"", "med", "till", "på"}:
            asked = f"{lead} hur många procent"
        case CarrierKind.AMOUNT if word in {"", "för", "till", "på", "med"}:
            asked = (
                f"{lead} hur mycket"
                if re.search(r"\b(?:kosta|vara|uppgå|överstiga|debitera)\w*\s*$", left)
                else None
            )
        case CarrierKind.NUMBER if (thing := _THING.match(after)) and not thing["thing"].endswith("s"):
            noun = after.split()[0]
            after = after[after.index(noun) + len(noun) :]
            asked = f"{lead} hur många {noun}"
            # A clause that tells which they are goes with them.
            if _WHICH.match(after):
                asked, after = f"{asked}{after}", ""
        case _:
            asked = None
    if asked is None:
        return None
    return f"{asked.strip()}{moved}", left, after


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _uncapitalised(text: str) -> str:
    """A sentence's beginning as it stands within one; names of organisations and initials keep theirs."""
    first = text.split()[0]
    keeps = first in {"Region", "Högskolan", "Sverige", "Upphandlingsmyndigheten"} or not first[1:].islower()
    return text if keeps and len(first) > 1 else _lower(text)
