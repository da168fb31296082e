"""Where in an act: "2 kap. 3 § första stycket 2 och 4, 5–7 §§" as the places that it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from references.lexemes import Lexemes, is_number, touching
from references.numbers import (
    CHAPTER_WORDS,
    DASHES,
    ORDINALS,
    Value,
    letter_at,
    lettered_between,
    number_at,
    ordinal_at,
    separator_end,
    values_at,
)
from references.places import Address, Part, Place, Run

_SECTION_WORDS = frozenset(("§", "§§", "paragraf", "paragrafen", "paragraferna", "paragrafer"))
_STYCKE_WORDS = frozenset(("stycket", "styckena", "stycke", "stycken"))
_STYCKE_SHORT = frozenset(("st", "stycke", "stycket"))
_MENING_WORDS = frozenset(("meningen", "meningarna", "mening", "meningar"))
_MENING_SHORT = frozenset(("men", "meningen"))
_POINT_WORDS = frozenset(("punkten", "punkterna", "punkt", "punkter"))
_POINT_SHORT = frozenset(("p", "punkten", "punkt", "punkterna"))
_MOMENT_WORDS = frozenset(("mom", "moment", "momentet"))
# What a number after a section counts when it is no point of it.
_UNITS = """
dagar dagars dag veckor veckors månader månaders månad år års timmar procent kronor kr tkr mkr mnkr miljoner
euro personer ledamöter exemplar
januari februari mars april maj juni juli augusti september oktober november december
"""
_COUNTED = frozenset(_UNITS.split())
_AGENDA = frozenset(("dagordningen", "föredragningslistan", "ärendelistan"))


@dataclass(frozen=True)
class _Group:
    """Values of one part, from lexeme `first` (the sign or word before them, where one stands) to `after`."""

    part: Part
    values: Sequence[Value]
    after: int
    first: int


def run_at(lexemes: Lexemes, i: int) -> Run:
    """The addresses that begin at lexeme `i`, as long as they go on."""
    run = Run(after=i)
    if not _may_begin(lexemes, i):
        return run
    last: Part | None = None
    separated, dashed = False, False
    position = i
    while True:
        groups = _colon_at(lexemes, position) if separated or last is None else []
        run.colon = run.colon or bool(groups)
        group = None if groups else _group_at(lexemes, position, last, separated)
        if group:
            groups = [group]
        if not groups:
            break
        for group in groups:
            _extend(run, group, lexemes, separated, dashed)
            separated = dashed = False
        last = groups[-1].part
        run.after = position = _past_moment(lexemes, groups[-1].after, run)
        joined = separator_end(lexemes, position)
        if joined is not None:
            position, separated = joined, True
        elif lexemes[position].text in DASHES:
            position, separated, dashed = position + 1, True, True
        elif lexemes[position].lower == "anvisningarna" and last is Part.SECTION:
            position += 1
    if not run.places:
        run.after = _past_plain_list(lexemes, i)
    return run


def _may_begin(lexemes: Lexemes, i: int) -> bool:
    lexeme = lexemes[i]
    if lexeme.lower:
        return lexeme.lower in ORDINALS or lexeme.lower in _POINT_SHORT or lexeme.text[0] == "§"
    # The end of a fraction, a decimal number or a case's number is no section.
    within = i > 0 and lexemes[i - 1].text in ("/", ".", ",", ":") and touching(lexemes, i - 1, i)
    return is_number(lexeme) and not within


def _past_plain_list(lexemes: Lexemes, i: int) -> int:
    """The last of a list of numbers or ordinals that count nothing here, so that it is read only once."""
    values = values_at(lexemes, i, number_at) or values_at(lexemes, i, ordinal_at)
    return values[-1].first if len(values) > 1 else i


def _extend(run: Run, group: _Group, lexemes: Lexemes, separated: bool, dashed: bool) -> None:
    """Add what a group names: a part of the place before it, or further places beside it."""
    before = run.places[-1] if run.places else None
    base, start = Address(), None
    if before and not separated and _refines(before.address, group.part):
        base, start = run.places.pop().address, before.start
    elif before:
        base = before.address.above(group.part)
    previous: Value | None = None
    for index, value in enumerate(group.values):
        begins = lexemes[value.first if index else group.first].start
        ends = lexemes[(group.after if index == len(group.values) - 1 else value.after) - 1].end
        if value.dashed and previous:
            over = (run.places[-1].start, ends)
            _fill(run, base, group.part, previous.text, value.text, over)
        elif dashed and before and index == 0 and before.address.says(group.part):
            first = getattr(before.address, group.part.name.lower())
            _fill(run, base, group.part, str(first), value.text, (before.start, ends))
        run.places.append(Place(base.at(group.part, value.text), begins if start is None else start, ends))
        previous, start = value, None


def _fill(run: Run, base: Address, part: Part, first: str, last: str, over: tuple[int, int]) -> None:
    """What lies between the ends of an interval, each marked with all of it."""
    run.places.extend(Place(base.at(part, value), *over) for value in lettered_between(first, last))


def _refines(address: Address, part: Part) -> bool:
    if address.says(part):
        return False
    if part is Part.SECTION:
        return address == Address(chapter=address.chapter)
    return part > Part.SECTION


def _group_at(lexemes: Lexemes, i: int, last: Part | None, separated: bool) -> _Group | None:
    word = lexemes[i].lower
    if word in _POINT_SHORT or (word and word in _STYCKE_SHORT and last is not None):
        return _named_first(lexemes, i, last)
    if lexemes[i].text[:1] == "§":
        values = values_at(lexemes, i + 1, number_at)
        if values and lexemes[values[-1].after].text != "/":
            return _Group(Part.SECTION, values, values[-1].after, i)
        return None
    ordinals = values_at(lexemes, i, ordinal_at)
    if ordinals:
        part_after = _ordinal_unit(lexemes, ordinals[-1].after)
        return _Group(part_after[0], ordinals, part_after[1], i) if part_after else None
    numbers = values_at(lexemes, i, number_at, parenthesis=last is not None)
    if numbers:
        return _numbered(lexemes, numbers, last, separated)
    if last is not None and not separated and last >= Part.SECTION:
        letters = values_at(lexemes, i, letter_at, parenthesis=True)
        if letters:
            return _Group(Part.POINT, letters, letters[-1].after, i)
    return None


def _named_first(lexemes: Lexemes, i: int, last: Part | None) -> _Group | None:
    """ "punkterna 2–4", "st. 2", "p 3"."""
    word = lexemes[i].lower
    part = Part.POINT if word in _POINT_SHORT else Part.STYCKE
    if last is None and word == "p":
        return None
    after = i + 2 if lexemes[i + 1].text == "." else i + 1
    values = values_at(lexemes, after, number_at)
    if not values and part is Part.POINT:
        values = values_at(lexemes, after, letter_at)
    if not values or (part is Part.STYCKE and not all(v.text.isdigit() for v in values)):
        return None
    end = values[-1].after
    if last is None and any(lexemes[end + k].lower in _AGENDA for k in range(3)):
        return None
    return _Group(part, values, end, i)


def _ordinal_unit(lexemes: Lexemes, i: int) -> tuple[Part, int] | None:
    word = lexemes[i].lower
    for part, words in (
        (Part.STYCKE, _STYCKE_WORDS),
        (Part.MENING, _MENING_WORDS),
        (Part.POINT, _POINT_WORDS),
        (Part.CHAPTER, CHAPTER_WORDS),
        (Part.SECTION, _SECTION_WORDS),
    ):
        if word in words:
            return part, i + 1
    return (Part.STYCKE, _past_stop(lexemes, i)) if word == "st" else None


def _numbered(lexemes: Lexemes, numbers: list[Value], last: Part | None, separated: bool) -> _Group | None:
    """What a list of numbers counts, by the word after it; without one, points of what stands before."""
    first, end = numbers[0].first, numbers[-1].after
    word = lexemes[end].lower or lexemes[end].text
    points_first = last is not None and last >= Part.SECTION and not separated
    if word in CHAPTER_WORDS or word in _SECTION_WORDS:
        if points_first and len(numbers) == 1:
            return None
        if points_first:
            kept = _leading_points(numbers, many=word == "§§")
            return _Group(Part.POINT, kept, kept[-1].after, first)
        part = Part.CHAPTER if word in CHAPTER_WORDS else Part.SECTION
        return _Group(part, numbers, _past_stop(lexemes, end) if part is Part.CHAPTER else end + 1, first)
    if last is None or last < Part.SECTION:
        return None
    if word in _STYCKE_SHORT and all(n.text.isdigit() for n in numbers):
        return _Group(Part.STYCKE, numbers, _past_stop(lexemes, end), first)
    if word in _MENING_SHORT and all(n.text.isdigit() for n in numbers):
        return _Group(Part.MENING, numbers, _past_stop(lexemes, end), first)
    if word in _POINT_SHORT and not is_number(lexemes[end + 1]):
        return _Group(Part.POINT, numbers, _past_stop(lexemes, end), first)
    if word in _MOMENT_WORDS:
        return None
    if separated and not (last is Part.POINT and lexemes[end - 1].text == ")"):
        return None
    return _points(lexemes, numbers)


def _leading_points(numbers: list[Value], *, many: bool) -> list[Value]:
    """Of "2 eller 3 eller 14 a §" the first two: numbers straight after a section are its points."""
    if not many:
        return numbers[:-1]
    kept = len(numbers) - 2
    while kept > 1 and _leads(numbers[kept - 1]) < _leads(numbers[kept]):
        kept -= 1
    return numbers[: max(kept, 1)]


def _leads(value: Value) -> int:
    return int(value.text.split()[0])


def _points(lexemes: Lexemes, numbers: list[Value]) -> _Group | None:
    after = lexemes[numbers[-1].after]
    if after.lower in _COUNTED or after.text == "%" or is_number(after) or after.text == "§":
        numbers = numbers[:-1]
    if not numbers:
        return None
    first = numbers[0].first
    # A line that begins "1." or "1)" is an item of a list, not a point of the section above it.
    if (
        lexemes[first].begins_line
        and lexemes[numbers[0].after].text in (".", ")")
        and _is_capital(lexemes, numbers[0].after + 1)
    ):
        return None
    return _Group(Part.POINT, numbers, numbers[-1].after, first)


def _is_capital(lexemes: Lexemes, i: int) -> bool:
    return lexemes[i].text[:1].isupper()


def _past_stop(lexemes: Lexemes, i: int) -> int:
    """The index after an abbreviated word and its full stop ("kap.", "st.")."""
    return (
        i + 2
        if lexemes[i + 1].text == "." and lexemes[i].lower in ("kap", "st", "p", "men", "mom")
        else i + 1
    )


def _past_moment(lexemes: Lexemes, i: int, run: Run) -> int:
    """Older acts divide sections into moment ("2 mom."): part of the reference, though not of its address."""
    if number_at(lexemes, i) and lexemes[i + 1].lower in _MOMENT_WORDS and run.places[-1].address.section:
        i = _past_stop(lexemes, i + 1)
        run.places[-1] = replace(run.places[-1], end=lexemes[i - 1].end)
    return i


def _colon_at(lexemes: Lexemes, i: int) -> list[_Group]:
    """ "6:38", "19 a:2": chapter and section."""
    chapter = number_at(lexemes, i)
    if not chapter or lexemes[chapter.after].text != ":":
        return []
    section = number_at(lexemes, chapter.after + 1)
    if not section or not touching(lexemes, chapter.after - 1, section.first):
        return []
    after = section.after + 1 if lexemes[section.after].text == "§" else section.after
    return [
        _Group(Part.CHAPTER, [chapter], chapter.after, i),
        _Group(Part.SECTION, [section], after, section.first),
    ]
