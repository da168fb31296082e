"""A question that leans on another made whole, in the words of both, so that a reader sees what was meant."""

import re

from answers.follow_up_words import LIKENESS, only_asks
from answers.leaning import Lean, Leaning, topical
from answers.replacing import of_edition, with_phrase, with_slots
from answers.slots import Named, Slot, Slots, amount_in

_I = re.IGNORECASE
_WORD = re.compile(r"[^\W_]+(?:[-:][^\W_]+)*")
_ADVERBIAL = (
    r"(?:(?:av|till|från|för|hos|med|by|to|from|for) (?:vem|vilka|whom)|när|var|varför|på vilket sätt|when|"
    r"where|hur (?:länge|ofta|snart|snabbt|fort|lång tid)|"
    r"hur(?! \w*(?:mycket|många|stor|hög|lång|gammal|få))|"
    r"why|how (?:long|often|soon)|how(?! (?:much|many|large|high)))"
)
_BEGINS_WITH = re.compile(rf"{_ADVERBIAL}(?=\s)", _I)
_ONLY = re.compile(_ADVERBIAL, _I)
_VERB_FIRST = re.compile(
    r"(?:får|måste|kan|ska|skall|bör|behöver|gäller|gör|har|är|blir|krävs|may|must|can|should|do|does|is|are)\s",
    _I,
)
_POINTER = re.compile(
    r"\b(?:(?:den|det)(?: (?:här|där))? (?:policyn|riktlinjen|dokumentet|reglementet|lagen|ordningen)|"
    r"dokumentet|den(?: (?:här|där))?|det|the document|it|this|that|(?P<whose>dess|its))\b"
    r"(?!\s+(?:gamla|nya|förra))",
    _I,
)
_DECIDED = {
    verb: passive
    for passive, verbs in {
        "beslutades": ("beslutar", "beslutade", "beslutat"),
        "fastställdes": ("fastställer", "fastställde", "fastställt"),
        "antogs": ("antar", "antog", "antagit"),
        "godkändes": ("godkänner", "godkände", "godkänt"),
    }.items()
    for verb in verbs
}
_WHO_DECIDES = re.compile(rf"(?:vem|vilka)(?: har)? (?P<verb>{'|'.join(_DECIDED)})(?: om)?(?= )", _I)
_CASE = re.compile(
    r"[\s,]+(?:(?:även )?om|ifall|if|when|när) "
    r"(?:det|vi|man|jag|den|de|någon|bara|värdet|köpet|beloppet|it|we|you|i|the)\b[^?]*$",
    _I,
)
_ROLE = re.compile(r"\b(?P<role>option|förläng|extension)", _I)
_NEUTER = re.compile(r"(?:et|protokoll|beslut|reglemente)\b", _I)
_MOST_TOPIC_WORDS = 18


def completed(leaning: Leaning, named: Slots, before: str, known: Named) -> str | None:
    """The whole question that `leaning` makes of the whole question `before`; None where it stands alone.

    `named`: what the leaning question's words name.
    """
    whole, words = before.strip().rstrip(" ?!."), leaning.words
    text: str | None
    match leaning.kind:
        case Lean.SLOT:
            text = with_slots(whole, named, known)
        case Lean.EDITION:
            document = known.document(whole)
            text = of_edition(whole, words, document) if document else None
        case Lean.ASKED:
            text = _asked_otherwise(whole, words, known)
        case Lean.CONDITION:
            text = _in_case(whole, words)
        case Lean.PHRASE:
            likeness = LIKENESS.match(words)
            phrase = words[likeness.end() :] if likeness else words
            text = with_phrase(whole, phrase, same=bool(likeness and likeness["same"]))
        case Lean.POINTING:
            text = _pointing(whole, words, known)
        case Lean.TOPICLESS:
            text = _about(words, whole, known)
    return None if text is None else f"{_capital(' '.join(text.split()))}?"


def topic_of(text: str) -> str:
    """What a question is about, in its own words: without what it asks, and no longer than a line or two."""
    inside = re.sub(r"\s*\(([^()]*)\)", r" \1", text.strip().rstrip(" ?!."))
    start = next((m.start() for m in _WORD.finditer(inside) if not only_asks(m.group())), None)
    return "" if start is None else " ".join(inside[start:].split()[:_MOST_TOPIC_WORDS])


def _about(words: str, before: str, known: Named) -> str:
    """What is asked, and in brackets what it is asked of; a document simply by its name."""
    topic, document = topic_of(before), known.document(before)
    if document and _is_of_document_alone(before, document):
        topic = document.words
        return (
            f"{words} för {topic}"
            if re.search(r"(?:person|personen|nummer|numret|undantag)$", words)
            else f"{words} {topic}"
        )
    return f"{words} ({topic})"


def _asked_otherwise(text: str, words: str, known: Named) -> str:
    """ "När antogs policyn" and "av vem" make "Av vem antogs policyn"."""
    if _ONLY.fullmatch(words):
        begins = _BEGINS_WITH.match(text)
        if begins:
            return f"{words}{text[begins.end() :]}"
        if _VERB_FIRST.match(text):
            return f"{words} {_lower(text)}"
        # "Vem fastställde policyn" and "när" make "När fastställdes policyn".
        decides = _WHO_DECIDES.match(text) if known.document(text) else None
        if decides:
            return f"{words} {_DECIDED[decides['verb'].casefold()]}{text[decides.end() :]}"
    return f"{words} ({topic_of(text)})"


def _in_case(text: str, words: str) -> str:
    """The case in the place of the one that the text has, with its amount for the text's."""
    former = _CASE.search(text)
    if former and former.start() > 0:
        text = text[: former.start()]
    if amount_in(words):
        text = _without_amount_of_role(text, _ROLE.search(words))
    return f"{text} {_lower(re.sub(r'^what ', '', words, flags=_I))}"


def _without_amount_of_role(text: str, role: re.Match[str] | None) -> str:
    """The text without the amount that a case tells anew: the option's for an option's, else the price."""
    if role is None:
        old = amount_in(text)
        return f"{text[: old.start].rstrip()} {text[old.end :].lstrip()}".strip() if old else text
    # What an option costs changes nothing of the price.
    former = re.search(
        rf"[\s,]+(?:och |plus |med |and |with )*(?:en |ett |an? )?{role['role']}\w*\b", text, _I
    )
    old = amount_in(text[former.end() :]) if former else None
    if former is None or old is None:
        return text
    return f"{text[: former.start()]} {text[former.end() + old.end :].lstrip()}".strip()


def _pointing(text: str, words: str, known: Named) -> str:
    """The document's name where a pronoun stands for it, else what was spoken of in brackets."""
    document = known.document(text)
    pointer = _POINTER.search(words)
    if document and pointer and _may_be(pointer, document, text):
        whose = "s" if pointer["whose"] and not document.words.endswith("s") else ""
        return f"{words[: pointer.start()]}{document.words}{whose}{words[pointer.end() :]}"
    return f"{words} ({topic_of(text)})"


def _may_be(pointer: re.Match[str], document: Slot, text: str) -> bool:
    """Whether a pronoun may stand for the document: "det" for no policy, "it" for nothing else spoken of."""
    word = pointer.group().casefold()
    if word in ("det", "this", "that"):
        return _NEUTER.search(document.words) is not None
    return word != "it" or _is_of_document_alone(text, document)


def _is_of_document_alone(text: str, document: Slot) -> bool:
    """Whether a question is about a document and of nothing else: "när beslutades inköpspolicyn"."""
    return {*topical(text)} <= {*topical(document.words)}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
