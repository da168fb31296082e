"""Whom a sentence makes responsible, and by which verb."""

import re

from hierarchy.rule_words import is_body, stem, words

_DECIDES = re.compile(
    r"\b(?P<verb>(?:besluta|fastställ|anta|godkänn|utse|ansvara|underteckn|teckna|bevilja|tillsätt|attestera|"
    r"utfärda|pröva|fatta)(?:r|s|er|as|)|ansvarig(?:a)?|ansvaret|svarar)\b",
    re.I,
)


def deciding(sentence: str) -> re.Match[str] | None:
    """Where a sentence says that somebody decides or answers for something; the group "verb" says how."""
    return _DECIDES.search(sentence)


def actors(sentence: str) -> set[str]:
    """Stems of every body, office and role that is named."""
    return {stem(word) for word in words(sentence) if is_body(word)}


def responsible(sentence: str, decides: re.Match[str] | None) -> tuple[frozenset[str], str]:
    """Those whom a sentence makes responsible and by which verb; who is only heard is none of them."""
    if decides is None or re.search(
        r"\b(?:samråd|förslag|delegera\w*|beredning|på uppdrag|tillsammans|(?:inom|bland) sig)\b", sentence
    ):
        return frozenset(), ""
    verb = decides["verb"].casefold()
    before, after = words(sentence[: decides.start()]), words(sentence[decides.end() :])
    if verb in {"ansvarig", "ansvariga", "ansvaret"}:
        named = [word for word in (*before, *after) if is_body(word)]
    elif verb.endswith("s") and not verb.endswith("ss"):
        named = [
            word for at, word in enumerate(after) if is_body(word) and "av" in after[max(0, at - 3) : at]
        ]
    else:
        named = [word for word in before if is_body(word)] or [word for word in after[:2] if is_body(word)]
    return frozenset(stem(word) for word in named), stem(verb)
