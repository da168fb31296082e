"""What a document is about, by the words of its title: enough to see that two documents speak of the same."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
# Words that say which document it is rather than what it is about.
# fmt: off
_EMPTY = frozenset((
    "av", "den", "det", "de", "denna", "detta", "dessa", "dokument", "en", "ett", "enligt", "för",
    "förslag", "gällande", "hos", "i", "inom", "med", "ny", "nya", "nytt", "och", "om", "på", "reviderad",
    "reviderade", "reviderat", "samt", "som", "till", "tillhörande", "uppdaterad", "vid", "policy",
    "riktlinje", "riktlinjer", "regel", "regler", "rutin", "rutiner", "instruktion", "instruktioner",
    "anvisning", "anvisningar", "reglemente", "ordning",
))
# fmt: on
_KIND_ENDINGS = (
    *("policyn", "policy", "riktlinjerna", "riktlinjer", "riktlinje", "reglemente", "ordning", "regler"),
    *("instruktion", "anvisningar", "anvisning", "rutin"),
)
_ENDINGS = (
    *("arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "en", "et", "er", "ar", "or"),
    *("n", "s", "a"),
)
_SHORTEST_STEM = 4


def subject_of(title: str, names: Iterable[str] = ()) -> frozenset[str]:
    """The stems of a title's words about its subject; `names` are organisations' and say nothing of it.

    "Inköpspolicy för Region Norr" and "Policy för inköp" have the same subject. Empty where a title
    names no subject at all.
    """
    for name in sorted(names, key=len, reverse=True):
        title = re.sub(rf"(?<!\w){re.escape(name)}s?(?!\w)", " ", title, flags=re.IGNORECASE)
    return frozenset(filter(None, (_stem(word) for word in _WORD.findall(title.casefold()))))


def _stem(word: str) -> str:
    if word in _EMPTY:
        return ""
    for ending in _KIND_ENDINGS:
        # A compound's first part is the subject: "inköps|policy".
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - 1:
            word = word.removesuffix(ending)
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
