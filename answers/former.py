"""Whether a question asks for a rule that was, or for what happened: today's rules tell neither."""

import re

# What a rule, or the text that holds it, is called; an old chair and last year are none.
_RULE_NOUN = (
    r"(?:[\w-]*(?:polic|riktlinj|regel|regl|rutin|anvisning|bestämmels|paragraf|föreskrift|förordning|"
    r"lagstiftning|beslut|dokument|docum|version|utgåv|lydelse|gräns|belopp|ordning|reglement|delegation|handbok|strategi|"
    r"uppförandekod|guideline|rule|regulation|edition|limit|threshold)|"
    r"(?:[\w-]*lag(?:en|ar|arna)?|LOU|LUF|LUK|act|laws?|code)\b)"
)
_OLD = (
    r"gamla|gammal|gammalt|tidigare|förra|föregående|ersatta|upphävda|old|previous|former|superseded|repealed"
)
_BETWEEN = r"(?:(?!(?:enligt|i|på|för|av|med|från|till|om|under|according|to|of|for|in)\b)[\w-]+ ){0,2}?"
_FORMER = re.compile(
    rf"\b(?:{_OLD}) {_BETWEEN}{_RULE_NOUN}|"
    r"\b(?:den|det|de|the) (?:gamla|förra|föregående|tidigare|old|previous|former)(?: ones?)?\s*(?:[?.!]|$)|"
    r"\b(?:old|previous|former) ones?\b|"
    r"\b(?:gällde|stod|löd|sades?|var|hade|fick|fanns|was|were|said|applied)\b.{0,60}\b"
    r"(?:tidigare|förut|förr|previously|formerly)\s*(?:[?.!]|$)|"
    r"\b(?:gällde|stod|löd)\b.{0,20}\b(?:tidigare|förut|förr)\b|"
    r"\b(?:tidigare|förut|förr) (?:gällde|stod|löd)\b",
    re.IGNORECASE,
)
# "Vilka blev …", "hur många upphandlingar pågick …": the verb stands by what asks, and no rule is named.
_HAPPENED = re.compile(
    r"^\W*(?:vem|vilk\w+|vad|hur (?:många|mycket|stor|stort|stora)|who|what|which|how (?:many|much))\b"
    r"(?:\s+\w+){0,1}?\s+"
    r"(?:blev|kom|tog|gav|drog|hände|vann|sa|sade|pågick|anställdes|gick|became|happened|won|\w{4,}ade|\w{4,}ades)\b",
    re.IGNORECASE,
)
_OF_RULES = re.compile(
    rf"\b{_RULE_NOUN}|\b(?:tröskel|krav|rätt(?!ad)|skyldig|behörig|befogen|gällde|behövde|traktament|"
    r"avgift|tid(?:en)?\b)|\w(?:gräns|tröskel|krav)",
    re.IGNORECASE,
)


def asks_former(text: str) -> bool:
    """Whether the question is about an old edition of a rule: "den gamla policyn", "vad gällde tidigare?"."""
    return _FORMER.search(text) is not None


def asks_what_happened(text: str) -> bool:
    """Whether the question is about something that happened, and about no rule: "vilka blev valda?"."""
    return _HAPPENED.search(text) is not None and _OF_RULES.search(text) is None
