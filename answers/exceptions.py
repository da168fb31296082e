"""The exception that stands after a rule: who reads the rule alone reads it wrong, so both are quoted."""

import re
from collections.abc import Sequence

from index.passages import Span, Unit
from index.sentences import sentence_spans

_I = re.IGNORECASE
_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte")
_TURNS = re.compile(
    r"(?:detta|det|den|de|dessa|vad (?:nu|som) \w+(?: \w+){0,4}|\w+(?:en|et|na))\s+"
    r"(?:gäller|behövs|krävs|omfattar|behöver)\s+(?:(?:dock|emellertid|däremot)\s+)?(?:inte|ej|bara om)\b|"
    r"undantag(?!\w* gäller även)\w*\b|(?:dock|däremot|emellertid)\b|utan hinder av\b|"
    r"[^.]{0,80}\b(?:får|ska|gäller|behöver|kan|är|behövs|krävs)\s+(?:(?:\w+)\s+){0,2}dock\b|"
    r"(?:this|that|it) does not apply\b|however\b|exceptions?\b",
    _I,
)
_NAMES_PARAGRAPH = re.compile(
    rf"(?:trots |utan hinder av |bestämmelse\w* i |med undantag från |undantag från |oavsett )?"
    rf"(?P<which>{'|'.join(_ORDINALS)})(?: (?:och|eller) (?P<more>{'|'.join(_ORDINALS)}))? stycke\w*\b",
    _I,
)
_OPENS_EXCEPTION = re.compile(r"(?:trots|utan hinder av|oavsett|(?:med )?undantag)\b", _I)
_NEGATED = re.compile(r"\b(?:gäller|tillämpas|behöver|omfattar)\s+(?:dock\s+)?(?:inte|ej)\b", _I)


def exceptions_to(
    chosen: Sequence[Unit], every: Sequence[Unit], text: str, start: int, end: int
) -> list[Unit]:
    """The units of the provision `text[start:end]` that make an exception from a chosen one.

    `every` are the provision's units. The one right after a chosen unit counts where it turns against it
    ("Detta gäller dock inte …"), one anywhere where it names the paragraph ("Första stycket gäller inte").
    """
    paragraphs = _paragraphs(text, start, end)
    spans = [unit.span for unit in chosen]
    found: list[Unit] = []
    for unit in every:
        if unit.span in spans:
            continue
        said = _first_sentence(unit.span.text_in(text))
        after = max((s for s in spans if s.end <= unit.span.start), key=lambda s: s.end, default=None)
        follows = after is not None and not text[after.end : unit.span.start].strip()
        if (follows and _TURNS.match(said)) or _names_one(said, spans, paragraphs):
            found.append(unit)
    return found


def _names_one(said: str, spans: Sequence[Span], paragraphs: Sequence[Span]) -> bool:
    """Whether a sentence makes an exception from a paragraph, by number, that holds one of the spans."""
    named = _NAMES_PARAGRAPH.match(said)
    if named is None or not (_OPENS_EXCEPTION.match(said) or _NEGATED.search(said)):
        return False
    numbers = [_ORDINALS.index(w.casefold()) for w in (named["which"], named["more"]) if w]
    meant = [paragraphs[number] for number in numbers if number < len(paragraphs)]
    return any(p.start <= span.start < p.end for p in meant for span in spans)


def _first_sentence(said: str) -> str:
    start, end = next(sentence_spans(said), (0, len(said)))
    return said[start:end]


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    position = start
    for paragraph in text[start:end].split("\n\n"):
        if paragraph.strip():
            found.append(Span(position, position + len(paragraph)))
        position += len(paragraph) + 2
    return found
