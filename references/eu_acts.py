"""Acts of the European Union by their numbers: "förordning (EU) 2016/679", "direktiv 2014/24/EU"."""

from references.lexemes import Lexemes, is_number

_COMMUNITIES = frozenset(("EU", "EG", "EEG", "Euratom", "EUT"))
_KINDS = """
förordning förordningen direktiv direktivet beslut beslutet genomförandeförordning genomförandeförordningen
rekommendation rekommendationen
"""
_ACTS = frozenset(_KINDS.split())
_MAKERS = frozenset(("europaparlamentets", "rådets", "kommissionens", "och", "delegerade"))


def is_eu_act(number: str) -> bool:
    """Whether a number is an EU act's rather than one in a Swedish collection."""
    return "/" in number or number.endswith("fördraget")


def eu_act_at(lexemes: Lexemes, i: int) -> tuple[str, int] | None:
    """The EU act named at lexeme `i`, by its own number, and the index after the name."""
    start = i
    while i < start + 5 and lexemes[i].lower in _MAKERS:
        i += 1
    if lexemes[i].lower in _ACTS:
        i += 1
    elif lexemes[i].lower or i > start:
        return None
    if lexemes[i].text == "(" and lexemes[i + 1].text in _COMMUNITIES:
        return _regulation(lexemes, i)
    if lexemes[i].lower == "nr":
        i += 1
    return _directive(lexemes, i)


def _regulation(lexemes: Lexemes, i: int) -> tuple[str, int] | None:
    """ "(EU) 2016/679", "(EG) nr 1049/2001"."""
    community = lexemes[i + 1].text
    j = i + 2
    while lexemes[j].text == "," or lexemes[j].text in _COMMUNITIES:
        j += 1
    if lexemes[j].text != ")":
        return None
    serial = lexemes[j + 1].lower == "nr"
    number = _fraction(lexemes, j + 2 if serial else j + 1)
    if number is None:
        return None
    return f"({community}) {'nr ' if serial else ''}{number[0]}", _past_date(lexemes, number[1])


def _directive(lexemes: Lexemes, i: int) -> tuple[str, int] | None:
    """ "2014/24/EU", "92/49/EEG"."""
    number = _fraction(lexemes, i)
    if number is None or lexemes[number[1]].text != "/" or lexemes[number[1] + 1].text not in _COMMUNITIES:
        return None
    return f"{number[0]}/{lexemes[number[1] + 1].text}", _past_date(lexemes, number[1] + 2)


def _fraction(lexemes: Lexemes, i: int) -> tuple[str, int] | None:
    first, slash, second = lexemes[i : i + 3]
    if is_number(first) and slash.text == "/" and is_number(second):
        return f"{first.text}/{second.text}", i + 3
    return None


def _past_date(lexemes: Lexemes, i: int) -> int:
    """The index after "av den 27 april 2016"."""
    if lexemes[i].lower == "av" and lexemes[i + 1].lower == "den" and is_number(lexemes[i + 2]):
        return i + 5 if is_number(lexemes[i + 4]) else i
    return i
