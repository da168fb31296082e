"""Words that speak of what might be done to a document, or was asked for, without saying that it was done."""

import re

_SUPPOSED = re.compile(
    r"\b(?:föresl(?:å|ag|og)\w*|förslag(?:et|en)?|yrka(?:r|de|t|nde(?:t|n|na)?)|motion(?:en|ären)?"
    r"|bör(?:de)?|skulle|ska(?:ll)?|kan|kunde|måste|kommer\s+att|avse[rs]|plan(?:eras|erar)|överväg\w*|diskutera\w*"
    r"|utred(?:s|er|a|as|de)?|huruvida|därest|ifall|såvida|innan|oklart|osäkert|inte|ej|aldrig)\b"
    r"|(?:^|[,;:]\s*|\b(?:frågan?|oklart|osäkert|undrar|prövar|bedömer|vet)\s+)om\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:avslå(?:s|r|tt|gs|gits)?|avslog(?:s)?|avstyrk(?:s|er|te|tes)|bifalls\s+inte|faller"
    r"|anses?\s+(?:vara\s+)?(?:besvara[dt]|behandla[dt])|lämnas?\s+utan\s+(?:åtgärd|bifall))\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"\b(?:i\s+uppdrag|uppdra(?:s|r|gs|ger)?\s+(?:åt|till)|uppmanas?|be(?:r|s|ds)\b)", re.IGNORECASE
)


def is_supposed(words: str, verb: int) -> bool:
    """Whether the verb that begins at `verb` in a sentence tells of a wish, a question or a plan, or is
    denied.

    Only what stands before the verb counts: "som antogs bör ses över" was adopted.
    """
    return _SUPPOSED.search(words, 0, verb) is not None


def is_rejected(words: str) -> bool:
    """Whether a decision turns down, or lays aside, what its words speak of doing."""
    return _REJECTED.search(words) is not None


def is_charge(words: str, verb: int) -> bool:
    """Whether a decision charges somebody with what the verb that begins at `verb` says, not done yet."""
    return _CHARGED.search(words, 0, verb) is not None
