"""How a text names acts: by number, name, abbreviation, or by what it has named before ("samma lag")."""

from dataclasses import dataclass, field

from references.acts import abbreviations, known_act_at, title_end
from references.eu_acts import eu_act_at
from references.lexemes import Lexemes, is_number, touching

_GENERIC = frozenset(
    "lagen lag förordningen förordning kungörelsen kungörelse tillkännagivandet tillkännagivande stadgan stadga"
    " instruktionen balken taxan".split()
)
# The words that the names of acts are made with, indefinite and definite; only some are names without a number.
_DEFINITE = {
    "lag": "lagen", "förordning": "förordningen", "balk": "balken", "kungörelse": "kungörelsen",
    "stadga": "stadgan", "ordning": "ordningen", "form": "formen", "instruktion": "instruktionen",
}  # fmt: skip
_ENDINGS = (*_DEFINITE, *_DEFINITE.values())
_BARE_ENDINGS = ("lagen", "förordningen", "balken", "kungörelsen", "stadgan")
# Words that end as the names of acts do and name none.
_NO_ACTS = tuple(
    "anslagen förslagen avslagen inslagen utslagen uppslagen omslagen beslagen nedslagen påslagen tillslagen"
    " genomslagen underlagen bolagen pålagen avlagen inlagen upplagen sammanslagen överslagen".split()
)
_SAME = frozenset(("samma", "nämnda", "sagda", "förstnämnda", "sistnämnda", "den"))
_OWN = frozenset(("denna", "förevarande"))
# What may stand between "i" and the act: "i den numera upphävda kommunallagen".
QUALIFYING = frozenset(
    "den gamla nya tidigare dåvarande äldre upphävda numera nu gällande fortsatt tillämpliga".split()
)
# Publications whose numbers look like those of Svensk författningssamling.
SERIES = frozenset(
    "prop proposition propositionen bet rskr skr sou ds dir nja hfd rå rh ad md möd mig jo jk arn mot motion yttr"
    " rapport nr dnr diarienr sid s".split()
)
_LONGEST_TITLE = 14


@dataclass(frozen=True)
class Designation:
    """An act as named from lexeme `first` up to `after`.

    `number` is the act's number, else its name as written; None for the text's own act ("denna lag").
    `alone`: the words refer to the act even where no place in it is given. `explicit`: the act is named
    here, so that "samma lag" may mean it.
    """

    number: str | None
    first: int
    after: int
    alone: bool = True
    explicit: bool = True


@dataclass
class Scope:
    """What the text has named so far: names and abbreviations that it gives acts, and acts in order."""

    names: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)

    def name(self, number: str) -> None:
        """Take note that the text names an act; only the two latest are ever asked for."""
        if not self.named or self.named[-1] != number:
            self.named = [*self.named[-1:], number]


def designation_at(lexemes: Lexemes, i: int, scope: Scope) -> Designation | None:
    """The act that is named at lexeme `i`; what the naming defines is noted in `scope`."""
    lexeme = lexemes[i]
    if lexeme.text == "(":
        return _parenthesised(lexemes, i) or _eu(lexemes, i)
    if is_number(lexeme):
        return _bare_number(lexemes, i) or _eu(lexemes, i)
    if not lexeme.lower:
        return None
    return (
        _relative(lexemes, i, scope)
        or _collection(lexemes, i)
        or _eu(lexemes, i)
        or _by_name(lexemes, i, scope)
        or _abbreviated(lexemes, i, scope)
    )


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


def _in_parenthesis(lexemes: Lexemes, i: int, scope: Scope | None = None) -> tuple[str, int] | None:
    """ "(2016:1145)", "(SFS 2016:1145)", "(2016:1145, LOU)" with the index after it."""
    if lexemes[i].text != "(":
        return None
    i += 1
    short = None
    if lexemes[i + 1].text in (",", ";") and lexemes[i].lower:
        short, i = lexemes[i].text, i + 2
    pair = number_pair_at(lexemes, i + 1 if lexemes[i].lower == "sfs" else i)
    if pair is None:
        return None
    number, i = pair
    if lexemes[i].text in (",", ";"):
        j = i + 1
        while lexemes[j].lower in ("förkortad", "nedan", "härefter", "kallad"):
            j += 1
        if lexemes[j].lower and lexemes[j + 1].text == ")":
            short, i = lexemes[j].text, j + 1
    if lexemes[i].text != ")":
        return None
    if scope is not None and short is not None and _is_abbreviation(short):
        scope.abbreviations[short] = number
    return number, i + 1


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 8 and sum(letter.isupper() for letter in word) >= 2


def _parenthesised(lexemes: Lexemes, i: int) -> Designation | None:
    found = _in_parenthesis(lexemes, i)
    if found is None or _names_series(lexemes, i - 1):
        return None
    return Designation(found[0], i, found[1])


def _bare_number(lexemes: Lexemes, i: int) -> Designation | None:
    pair = number_pair_at(lexemes, i)
    if pair is None or (i and (_names_series(lexemes, i - 1) or lexemes[i - 1].text in ("/", ":"))):
        return None
    return Designation(pair[0], i, pair[1])


def _names_series(lexemes: Lexemes, i: int) -> bool:
    """Whether the word before a number is a publication other than Svensk författningssamling."""
    if i >= 0 and lexemes[i].text == ".":
        i -= 1
    return i >= 0 and lexemes[i].lower in SERIES


def _relative(lexemes: Lexemes, i: int, scope: Scope) -> Designation | None:
    """ "samma lag", "den förstnämnda lagen", "denna förordning", "den lagen"."""
    word = lexemes[i].lower
    if word in _OWN and lexemes[i + 1].lower in _GENERIC:
        return Designation(None, i, i + 2, alone=False, explicit=False)
    if word not in _SAME or not scope.named:
        return None
    after, first_named = i, False
    while lexemes[after].lower in _SAME:
        first_named = first_named or lexemes[after].lower == "förstnämnda"
        after += 1
    told = lexemes[after - 1].lower in ("förstnämnda", "sistnämnda")
    if lexemes[after].lower in _GENERIC and number_or_title_follows(lexemes, after + 1) is False:
        after += 1
    elif not told:
        return None
    number = scope.named[0] if first_named else scope.named[-1]
    return Designation(number, i, after, alone=word == "samma", explicit=False)


def number_or_title_follows(lexemes: Lexemes, i: int) -> bool:
    """Whether a generic word ("lagen") goes on to say which act: a number, or "om …"."""
    return _in_parenthesis(lexemes, i) is not None or lexemes[i].lower in ("om", "med", "angående")


def _collection(lexemes: Lexemes, i: int) -> Designation | None:
    """A regulation by its own collection ("HSLF-FS 2017:37"), with the authority's name or without."""
    lexeme = lexemes[i]
    if lexeme.lower == "sfs":
        pair = number_pair_at(lexemes, i + 1)
        return Designation(pair[0], i, pair[1]) if pair else None
    if lexeme.text.isupper() and lexeme.text.endswith("FS") or lexeme.text == "AFS":
        pair = number_pair_at(lexemes, i + 1)
        return Designation(f"{lexeme.text} {pair[0]}", i, pair[1]) if pair else None
    first = i if lexeme.lower in ("föreskrifter", "föreskrifterna") else i + 1
    if lexemes[first].lower not in ("föreskrifter", "föreskrifterna") or (
        first > i and not lexeme.text.istitle()
    ):
        return None
    for after in range(first + 1, first + 1 + 2 * _LONGEST_TITLE):
        word = lexemes[after]
        if word.text in (".", ";", "§", "") or is_number(word):
            return None
        if word.lower != "sfs" and word.text.isupper() and word.text.endswith("FS"):
            found = _collection(lexemes, after)
            if found is None:
                return None
            closed = found.after + 1 if lexemes[found.after].text == ")" else found.after
            return Designation(found.number, i, closed)
    return None


def _eu(lexemes: Lexemes, i: int) -> Designation | None:
    found = eu_act_at(lexemes, i)
    return Designation(found[0], i, found[1]) if found else None


def _by_name(lexemes: Lexemes, i: int, scope: Scope) -> Designation | None:
    known = known_act_at(lexemes, i)
    if known:
        act, after = known
        return _numbered(lexemes, i, after, act.number, scope) or Designation(act.number, i, after)
    word = lexemes[i].lower
    if word in _GENERIC:
        found = _numbered(lexemes, i, i + 1, None, scope)
        return found or _titled(lexemes, i)
    after = i + 1
    if word.endswith("-") and lexemes[i + 1].lower in ("och", "eller"):
        after = i + 3
    name = lexemes[after - 1].lower
    if not name or name in _GENERIC:
        return None
    if name.removesuffix("s").endswith(_ENDINGS):
        found = _numbered(lexemes, i, after, None, scope)
        if found:
            return found
    base = name.removesuffix("s")
    if base.endswith(_NO_ACTS) or not base.endswith(_BARE_ENDINGS):
        return None
    written = _written(lexemes, i, after)
    number = scope.names.get(_stem(written))
    return Designation(number, i, after) if number else Designation(written, i, after, alone=False)


def _numbered(lexemes: Lexemes, i: int, after: int, known: str | None, scope: Scope) -> Designation | None:
    """The name with the number in parenthesis after it, which from then on is what the name means."""
    found = _in_parenthesis(lexemes, after, scope)
    if found is None:
        return None
    number, end = found
    if lexemes[after - 1].lower not in _GENERIC:
        scope.names[_stem(_written(lexemes, i, after))] = number
    end = title_end(lexemes, end, number)
    _note_abbreviation(lexemes, end, number, scope)
    return Designation(number, i, end)


def _note_abbreviation(lexemes: Lexemes, i: int, number: str, scope: Scope) -> None:
    """ "lagen (2003:460) om etikprövning (EPL)": the text's own abbreviation."""
    for j in range(i, i + _LONGEST_TITLE):
        lexeme = lexemes[j]
        if lexeme.text == "(":
            if lexemes[j + 2].text == ")" and _is_abbreviation(lexemes[j + 1].text):
                scope.abbreviations.setdefault(lexemes[j + 1].text, number)
            return
        if lexeme.lower != lexeme.text or not lexeme.lower:
            return


def _titled(lexemes: Lexemes, i: int) -> Designation | None:
    """ "lagen om hotell- och pensionatrörelse": an act that only its title names, as far as it can be told."""
    if lexemes[i + 1].lower not in ("om", "med", "angående"):
        return None
    after = i + 2
    while after < i + _LONGEST_TITLE and lexemes[after].lower and lexemes[after].lower not in _ENDS_TITLE:
        after += 1
    return Designation(_written(lexemes, i, after), i, after, alone=False) if after > i + 2 else None


_ENDS_TITLE = frozenset(
    "är har ska skall får kan bör måste gäller finns framgår föreskrivs anges som att när om inte och eller samt"
    " tillämpas regleras innehåller enligt har hade var blir".split()
)


def _abbreviated(lexemes: Lexemes, i: int, scope: Scope) -> Designation | None:
    word = lexemes[i].text
    number = scope.abbreviations.get(word) or abbreviations().get(word)
    if number is None and word.endswith("s"):
        number = scope.abbreviations.get(word[:-1]) or abbreviations().get(word[:-1])
    if number is None and lexemes[i + 1].text == ":" and lexemes[i + 2].lower == "s":
        return None
    if number is None:
        return None
    after = i + 1
    if lexemes[after].text == ":" and lexemes[after + 1].lower == "s" and touching(lexemes, i, i + 2):
        after += 2
    given = _in_parenthesis(lexemes, after)
    if given:
        return Designation(given[0], i, given[1])
    # RF is also regionfullmäktige, FL a table: two letters name an act only beside a place in it.
    return Designation(number, i, after, alone=len(word) > 2)


def _stem(name: str) -> str:
    """A name without the endings that grammar gives it: "kommunallagens" → "kommunallag"."""
    name = name.lower().removesuffix("s")
    for indefinite, definite in _DEFINITE.items():
        if name.endswith(definite):
            return name.removesuffix(definite) + indefinite
    return name


def _written(lexemes: Lexemes, i: int, after: int) -> str:
    return " ".join(lexeme.text for lexeme in lexemes[i:after])
