"""Articles of EU acts: "artikel 9.2 h och 9.3", "artiklarna 101 och 102"."""

from references.lexemes import Lexemes, is_number
from references.numbers import ORDINALS, interval, letter_at, separator_end
from references.places import Address, Place, Run

_WORDS = frozenset(("artikel", "artikeln", "artiklarna", "artiklar", "art"))
_MOST_DIGITS = 3


def articles_at(lexemes: Lexemes, i: int) -> Run:
    """The articles named at lexeme `i`: each as a section, its paragraph and letter as the point ("2 h")."""
    run = Run(after=i, articles=True)
    if lexemes[i].lower not in _WORDS:
        return run
    start = lexemes[i].start
    i += 2 if lexemes[i].lower == "art" and lexemes[i + 1].text == "." else 1
    while True:
        place = _article(lexemes, i, start)
        if place is None:
            break
        previous = run.places[-1].address.section if run.places else None
        if run.places and lexemes[i - 1].text in "-–—" and previous and place[0].address.section:
            whole = (run.places[-1].start, place[0].end)
            for between in interval(previous, place[0].address.section):
                run.places.append(Place(Address(section=between), *whole))
        run.places.append(place[0])
        run.after = place[1]
        joined = separator_end(lexemes, run.after)
        if joined is None and lexemes[run.after].text in ("-", "–", "—"):
            joined = run.after + 1
        if joined is None:
            break
        i = joined
        start = lexemes[i].start
    return run


def _article(lexemes: Lexemes, i: int, start: int) -> tuple[Place, int] | None:
    if not is_number(lexemes[i]) or len(lexemes[i].text) > _MOST_DIGITS:
        return None
    section, points = lexemes[i].text, []
    i += 1
    letter = letter_at(lexemes, i)
    while lexemes[i].text == "." and is_number(lexemes[i + 1]) and lexemes[i].end == lexemes[i + 1].start:
        points.append(lexemes[i + 1].text)
        i += 2
        letter = letter_at(lexemes, i)
    if letter:
        points.append(letter.text)
        i += 1
    elif lexemes[i].text == "(" and letter_at(lexemes, i + 1) and lexemes[i + 2].text == ")":
        points.append(lexemes[i + 1].text)
        i += 3
    stycke = None
    if lexemes[i].lower in ORDINALS and lexemes[i + 1].lower == "stycket":
        stycke, i = ORDINALS[lexemes[i].lower], i + 2
    address = Address(section=section, stycke=stycke, point=" ".join(points) or None)
    return Place(address, start, lexemes[i - 1].end), i
