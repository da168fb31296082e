"""Whom a provision of a statute is addressed to: the highest organs of the state alone, or others too.

The Instrument of Government (RF 1974:152) orders in most of its chapters how the Riksdag, the Government and
the head of state work, and many an act ends by empowering the Government to issue regulations. Nobody who
works at an authority is bound or helped by these, however near their words come to a question.
"""

import re

from index.sentences import sentence_spans

_STATE = re.compile(
    r"\b(?:riksdag|regering(?!sform)|statschef|statsråd|statsminister|talman|kammaren|riket|riksmöte|"
    r"lagrådet|konung|drottning|krig)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:myndighet|kommun|region(?!al)|nämnd|fullmäktige|styrelse|domstol|enskild|anställd|arbetstagar|"
    r"medborgar|leverantör)|\b(?:var och en|ingen (?:får|ska))\b",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"(?:Lag|Förordning) \(\d{4}:\d+\)\.?")
_ASKED = re.compile(
    r"\b(?:riksdag|regering|stat(?:en|ens|lig\w*|s\w+)\b|statsråd|talman|kammaren|rike|riks|lagråd|kung|konung|"
    r"drottning|krig|grundlag|sverige|svensk|land(?:et)?\b|minister|folkomröst|val(?:et)?\b|parti|föreskrift|"
    r"förordning|proposition|parliament|government|constitution|king\b|queen\b|head of state|war\b|"
    r"elect(?!r)|vot(?:e|ing)|swed|regulation)|minister\b",
    re.IGNORECASE,
)


def is_for_the_state_alone(text: str) -> bool:
    """Whether every sentence of a provision is about the highest organs of the state alone."""
    # Most name others, which is soon told.
    if _OTHERS.search(text) or not _STATE.search(text):
        return False
    told = (text[start:end] for start, end in sentence_spans(text))
    return all(_STATE.search(sentence) or _AMENDED.fullmatch(sentence) for sentence in told)


def asks_of_the_state(question: str) -> bool:
    """Whether a question, in Swedish or English, is about the state and what it issues."""
    return _ASKED.search(question) is not None
