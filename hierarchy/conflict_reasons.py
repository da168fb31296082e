"""The principles that settle a conflict, and the sentence that says why."""

from hierarchy.clash import ConflictKind
from hierarchy.ladder import Citation

LEX_SUPERIOR = "lex superior"
LEX_POSTERIOR = "lex posterior"
LEX_SPECIALIS = "lex specialis (avgörs av en person)"
POSSIBLE = "möjlig konflikt"
SETTLING = frozenset({LEX_SUPERIOR, LEX_POSTERIOR})
"""The principles that settle a conflict by themselves; with the others a person decides."""

_WHY = {
    "sv": {
        LEX_SUPERIOR: "{differ}. ”{higher}” står på en högre nivå än ”{lower}” och går därför före.",
        LEX_POSTERIOR: "{differ}. ”{lower}” är äldre än ”{higher}” på samma nivå; den senare går före.",
        LEX_SPECIALIS: "{differ}. ”{higher}” är mer speciell än ”{lower}” på samma nivå. Den speciella "
        "regeln går normalt före, men det behöver en person avgöra.",
        POSSIBLE: "{differ}, om ”{higher}” och ”{lower}” avser samma sak. En person behöver avgöra "
        "vilken som gäller; följ den strängare så länge.",
    },
    "en": {
        LEX_SUPERIOR: "{differ}. “{higher}” stands on a higher level than “{lower}” and prevails.",
        LEX_POSTERIOR: "{differ}. “{lower}” is older than “{higher}” on the same level; the later prevails.",
        LEX_SPECIALIS: "{differ}. “{higher}” is more specific than “{lower}” on the same level. The specific "
        "rule usually prevails, but a person has to decide.",
        POSSIBLE: "{differ}, if “{higher}” and “{lower}” are about the same thing. A person has to decide "
        "which applies; follow the stricter until then.",
    },
}
_DIFFER = {
    "sv": {
        ConflictKind.AMOUNT: "Gränserna är olika",
        ConflictKind.DUTY: "Det ena kräver eller förbjuder vad det andra inte gör",
        ConflictKind.BODY: "Olika organ är utpekade som ansvariga",
        ConflictKind.INTERVAL: "Det ska ske olika ofta",
        ConflictKind.DEADLINE: "Tiderna är olika",
    },
    "en": {
        ConflictKind.AMOUNT: "The limits differ",
        ConflictKind.DUTY: "One requires or forbids what the other does not",
        ConflictKind.BODY: "Different bodies are made responsible",
        ConflictKind.INTERVAL: "The intervals differ",
        ConflictKind.DEADLINE: "The times differ",
    },
}


def reason(rule: str, kind: ConflictKind, prevails: Citation, yields: Citation, language: str) -> str:
    """What the two differ in and which goes first, in `language` ("sv" or "en")."""
    return _WHY[language][rule].format(
        differ=_DIFFER[language][kind], higher=prevails.document.title, lower=yields.document.title
    )
