"""How a text names acts: by number, name, abbreviation, or by what it has named before ("samma lag")."""

from dataclasses import dataclass, field

from references.act_numbers import names_series, number_pair_at
from references.acts import abbreviations, known_act_at, title_end
from references.eu_acts import eu_act_at
from references.lexemes import Lexemes, is_number, touching

_KINDS = """
lagen lag förordningen förordning kungörelsen kungörelse tillkännagivandet tillkännagivande stadgan stadga
instruktionen balken taxan
"""
_GENERIC = frozenset(_KINDS.split())
# The words that the names of acts are made with, indefinite and definite; some need a number to be names.
_DEFINITE = {
    "lag": "lagen", "förordning": "förordningen", "balk": "balken", "kungörelse": "kungörelsen",
    "stadga": "stadgan", "ordning": "ordningen", "form": "formen", "instruktion": "instruktionen",
}  # fmt: skip
_ENDINGS = (*_DEFINITE, *_DEFINITE.values())
_BARE_ENDINGS = ("lagen", "förordningen", "balken", "kungörelsen", "stadgan")
# Words that end as the names of acts do and name none.
_OTHER_NOUNS = """
anslagen förslagen avslagen inslagen utslagen uppslagen omslagen beslagen nedslagen påslagen tillslagen
genomslagen underlagen bolagen pålagen avlagen inlagen upplagen sammanslagen överslagen
"""
_NO_ACTS = tuple(_OTHER_NOUNS.split())
_SAME = frozenset(("samma", "nämnda", "sagda", "förstnämnda", "sistnämnda", "den"))
_OWN = frozenset(("denna", "förevarande"))
# What may stand between "i" and the act: "i den numera upphävda kommunallagen".
_ADJECTIVES = "den gamla nya tidigare dåvarande äldre upphävda numera nu gällande"
QUALIFYING = frozenset(_ADJECTIVES.split())
_LONGEST_TITLE = 14
# What names an act only beside a place in it, as two letters do: RF is also regionfullmäktige.
_OTHER_MEANINGS = frozenset(("URL", "MDR", "LEK"))


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
    """What the text has named so far: names and abbreviations that it gives acts, and acts in order.

    `explaining` holds the lexemes where an abbreviation is given rather than used.
    """

    names: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    explaining: set[int] = field(default_factory=set)

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
    if found is None or names_series(lexemes, i - 1):
        return None
    return Designation(found[0], i, found[1])


def _bare_number(lexemes: Lexemes, i: int) -> Designation | None:
    pair = number_pair_at(lexemes, i)
    if pair is None or (i and (names_series(lexemes, i - 1) or lexemes[i - 1].text in ("/", ":"))):
        return None
    return Designation(pair[0], i, pair[1])


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
    if lexeme.text.isupper() and lexeme.text.endswith("FS"):
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
        numbered = _numbered(lexemes, i, after, scope)
        if numbered:
            return numbered
        number = scope.names.get(_stem(_written(lexemes, i, after)), act.number)
        _note_abbreviation(lexemes, after, number, scope)
        return Designation(number, i, after)
    word = lexemes[i].lower
    if word in _GENERIC:
        found = _numbered(lexemes, i, i + 1, scope)
        return found or _titled(lexemes, i)
    after = i + 1
    if word.endswith("-") and lexemes[i + 1].lower in ("och", "eller"):
        after = i + 3
    name = lexemes[after - 1].lower
    if not name or name in _GENERIC:
        return None
    if name.removesuffix("s").endswith(_ENDINGS):
        found = _numbered(lexemes, i, after, scope)
        if found:
            return found
    base = name.removesuffix("s")
    if base.endswith(_NO_ACTS) or not base.endswith(_BARE_ENDINGS):
        return None
    written = _written(lexemes, i, after)
    given = scope.names.get(_stem(written))
    return Designation(given, i, after) if given else Designation(written, i, after, alone=False)


def _numbered(lexemes: Lexemes, i: int, after: int, scope: Scope) -> Designation | None:
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
                scope.explaining.add(j + 1)
            return
        if lexeme.lower != lexeme.text or not lexeme.lower:
            return


def _titled(lexemes: Lexemes, i: int) -> Designation | None:
    """ "lagen om hotell- och pensionatrörelse": an act that its title alone names, as far as that shows."""
    if lexemes[i + 1].lower not in ("om", "med", "angående"):
        return None
    after = i + 2
    while after < i + _LONGEST_TITLE and lexemes[after].lower and lexemes[after].lower not in _ENDS_TITLE:
        after += 1
    return Designation(_written(lexemes, i, after), i, after, alone=False) if after > i + 2 else None


_CLAUSE_WORDS = """
är har ska skall får kan bör måste gäller finns framgår föreskrivs anges som att när om inte eller samt
tillämpas regleras innehåller enligt hade var blir
"""
_ENDS_TITLE = frozenset(_CLAUSE_WORDS.split())


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
    alone = len(word) > 2 and word not in _OTHER_MEANINGS and i not in scope.explaining
    return Designation(number, i, after, alone=alone)


def unknown_abbreviation_at(lexemes: Lexemes, i: int) -> Designation | None:
    """What must be an act's abbreviation right after a place in it, though not a known one ("4 § XyL")."""
    word = lexemes[i].text
    before = lexemes[i - 1].text
    if before in ("§", "§§") and _is_abbreviation(word) and word.isalpha() and word[-1] in "LFB":
        return Designation(word, i, i + 1, alone=False)
    return None


def _stem(name: str) -> str:
    """A name without the endings that grammar gives it: "kommunallagens" → "kommunallag"."""
    name = name.lower().removesuffix("s")
    for indefinite, definite in _DEFINITE.items():
        if name.endswith(definite):
            return name.removesuffix(definite) + indefinite
    return name


def _written(lexemes: Lexemes, i: int, after: int) -> str:
    return " ".join(lexeme.text for lexeme in lexemes[i:after])
