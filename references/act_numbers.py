"""Numbers in Svensk författningssamling, and what only looks like one."""

from references.lexemes import Lexemes, is_number, touching

# Publications whose numbers look like those of Svensk författningssamling.
_SERIES = """
prop proposition propositionen bet rskr skr sou ds dir nja hfd rå rh ad md möd mig jo jk arn mot motion yttr
rapport nr dnr diarienr sid s
"""
SERIES = frozenset(_SERIES.split())


def number_pair_at(lexemes: Lexemes, i: int) -> tuple[str, int] | None:
    """ "2016:1145", or an old act's "1736:0123 s. 2", with the index after it."""
    year, colon, serial = lexemes[i : i + 3]
    if colon.text != ":" or not (is_number(year) and len(year.text) == 4 and year.text[0] in "12"):
        return None
    if not is_number(serial) or len(serial.text) > 4 or not touching(lexemes, i, i + 2):
        return None
    number, after = f"{year.text}:{serial.text}", i + 3
    if lexemes[after].lower == "s" and lexemes[after + 1].text == "." and is_number(lexemes[after + 2]):
        return f"{number} s. {lexemes[after + 2].text}", after + 3
    if (
        len(serial.text) == 4
        and serial.text[0] == "0"
        and is_number(lexemes[after])
        and len(lexemes[after].text) == 1
    ):
        return f"{number} {lexemes[after].text}", after + 1
    return number, after


def names_series(lexemes: Lexemes, i: int) -> bool:
    """Whether the word before a number is a publication other than Svensk författningssamling."""
    if i >= 0 and lexemes[i].text == ".":
        i -= 1
    return i >= 0 and lexemes[i].lower in SERIES
