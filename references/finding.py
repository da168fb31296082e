"""Every reference in a text: addresses joined with the acts that they are in."""

from collections.abc import Iterator
from dataclasses import replace

from references.act_numbers import SERIES
from references.addresses import run_at
from references.articles import articles_at
from references.designations import (
    QUALIFYING,
    Designation,
    Scope,
    designation_at,
    unknown_abbreviation_at,
)
from references.diary import diary_numbers
from references.eu_acts import is_eu_act
from references.lexemes import Lexemes, is_number, lexemes
from references.places import Address, Part, Place, Run
from references.reference import Reference, ReferenceKind

_PREPOSITIONS = frozenset(("i", "av", "ur"))
_UNITS = {"kapitel": Part.CHAPTER, "paragraf": Part.SECTION, "stycke": Part.STYCKE}
_GLOSSES = frozenset(("jfr", "se", "jämför", "jmf"))
_TRANSITIONAL = frozenset(("övergångsbestämmelserna", "ikraftträdandebestämmelserna"))
_MOST_QUALIFIERS = 8
"""So much is said of one run of places at most; each is applied to all of them."""
_BARE_ACT = frozenset(("lagen", "förordningen", "direktivet"))


def find_references(text: str, act: str | None = None) -> tuple[Reference, ...]:
    """The references in a text, in reading order, lists and intervals expanded.

    `act` is the number of the act that the text belongs to: places of no named act are in it. An act
    beside a place in it is part of that reference; by itself it is a reference to the whole act.
    """
    found = [*_Reader(text, act).read(), *diary_numbers(text)]
    return tuple(sorted(_without_overlaps(found), key=lambda reference: reference.start))


def acts_named(text: str) -> tuple[tuple[str, str], ...]:
    """Every act that a text names, in its own words, with the act's number, else its name as written.

    Unlike `find_references` it takes every name for an act's that could be one, places in it or not.
    """
    found, scope = lexemes(text), Scope()
    named: list[tuple[str, str]] = []
    i = 0
    while found[i].start >= 0:
        act = designation_at(found, i, scope)
        if act and act.explicit and act.number:
            words = text[found[act.first].start : found[act.after - 1].end]
            named.append((words, act.number))
        i = act.after if act else i + 1
    return tuple(named)


def _without_overlaps(found: list[Reference]) -> Iterator[Reference]:
    """A diary number inside another reference is none."""
    taken = sorted((r.start, r.end) for r in found if r.kind is not ReferenceKind.DIARY)
    position = 0
    for reference in found:
        if reference.kind is ReferenceKind.DIARY:
            while position < len(taken) and taken[position][1] <= reference.start:
                position += 1
            if position < len(taken) and taken[position][0] < reference.end:
                continue
        yield reference


class _Reader:
    """One pass over a text, remembering what it has named."""

    def __init__(self, text: str, act: str | None) -> None:
        self.text = text
        self.act = act
        self.lexemes: Lexemes = lexemes(text)
        self.scope = Scope()
        self.latest = Address()
        self.latest_act = act
        self._sentence_act: str | None = None
        self._gloss_act: str | None = None
        self._act_until = -1

    def read(self) -> Iterator[Reference]:
        i = 0
        while self.lexemes[i].start >= 0:
            references, after = self._at(i)
            yield from references
            if after == i:
                self._note_sign(i)
                after = i + 1
            i = after

    def _at(self, i: int) -> tuple[list[Reference], int]:
        """What is referred to at lexeme `i`, and the index after it; the index itself where nothing is."""
        if self._is_other_series(i):
            return [], i + 2
        item = self._item(i)
        if item:
            return item
        same = self._same_place(i)
        if same:
            return same
        designation = designation_at(self.lexemes, i, self.scope)
        if designation:
            return self._from_act(designation)
        run = articles_at(self.lexemes, i) or run_at(self.lexemes, i)
        if not run or self._is_heading(i, run):
            return [], run.after
        return self._from_run(i, run)

    def _from_act(self, named: Designation) -> tuple[list[Reference], int]:
        """An act, with the places that follow it: "kommunallagen (2017:725) 6 kap. 38 §"."""
        self._note(named)
        start = named.after
        # "AFS 2023:2, 4 §" is one reference; "enligt köplagen, 4 §" may be two.
        if self.lexemes[start].text == "," and self.lexemes[named.first].text[:1].isupper():
            start += 1
        run = articles_at(self.lexemes, start) or run_at(self.lexemes, start)
        if run and (start == named.after or not self._act_after(run)) and not self._is_heading(start, run):
            after, run = self._qualified(run)
            return self._references(run, named, first=named.first), after
        if not named.alone or named.number is None:
            return [], named.after
        return [self._reference(Place(Address(), *self._span(named.first, named.after)), named.number)], (
            named.after
        )

    def _from_run(self, i: int, run: Run) -> tuple[list[Reference], int]:
        """Places, with the act that follows them: "6 kap. 38 § kommunallagen"."""
        after, run = self._qualified(run)
        run.after = after
        named = self._act_after(run)
        if named is None:
            if run.colon or run.articles:
                return [], run.after
            return self._references(run, None, act=self._gloss_act), run.after
        self._note(named)
        return self._references(run, named), named.after

    def _qualified(self, run: Run) -> tuple[int, Run]:
        """The places with what is said of them after: "i 5 kap.", "samma paragraf", "i denna paragraf"."""
        lexemes, after = self.lexemes, run.after
        for _ in range(_MOST_QUALIFIERS):
            i = after + 1 if lexemes[after].lower in _PREPOSITIONS else after
            word, unit = lexemes[i].lower, lexemes[i + 1].lower
            if word in ("samma", "nämnda") and unit in _UNITS:
                run = run.completed(self.latest.down_to(_UNITS[unit]), lexemes[i + 1].end)
            elif (word, unit) in (("denna", "paragraf"), ("detta", "kapitel"), ("detta", "stycke")):
                run = run.completed(Address(), lexemes[i + 1].end)
            elif lexemes[i].lower in _TRANSITIONAL and run.is_partial:
                return (i + 2 if lexemes[i + 1].lower == "till" else i + 1), run
            elif i > after and (outer := self._outer(run, i)):
                return outer.after, run.joined(outer)
            else:
                break
            after = i + 2
        return after, run

    def _outer(self, run: Run, i: int) -> Run | None:
        """The section that "andra stycket i 5 §" is in, or the chapter of "5 § i 3 kap."."""
        outer = run_at(self.lexemes, i)
        if not outer or outer.colon or outer.is_partial:
            return None
        bare = all(p.address.chapter is None for p in run.places)
        chapter_alone = all(p.address.section is None for p in outer.places)
        return outer if run.is_partial or (bare and chapter_alone) else None

    def _act_after(self, run: Run) -> Designation | None:
        """The act that follows the places, straight on or after "i"."""
        lexemes, i = self.lexemes, run.after
        if lexemes[i].text == "." and run.ends_in_point and lexemes[i + 1].text.islower():
            i += 1
        opened = lexemes[i].text == "("
        if opened and lexemes[i + 1].lower:
            found = designation_at(lexemes, i + 1, self.scope)
            if found and found.number and lexemes[found.after].text == ")":
                return replace(found, after=found.after + 1)
            return None
        preposition = lexemes[i].lower in _PREPOSITIONS
        if preposition:
            i += 1
            while lexemes[i].lower in QUALIFYING and not designation_at(lexemes, i, self.scope):
                i += 1
        named = designation_at(lexemes, i, self.scope)
        if named is None and not preposition:
            return unknown_abbreviation_at(lexemes, i)
        if named is None and lexemes[i].lower in _BARE_ACT:
            latest = [number for number in self.scope.named if is_eu_act(number) is run.articles]
            if latest or not run.articles:
                return Designation(latest[-1] if latest else None, i, i + 1, explicit=False)
        # A sentence that begins with "Lagen (…)" is not what the section above it is in.
        if named and lexemes[i].text[:1].isupper() and lexemes[i].lower in ("lag", "lagen", "förordningen"):
            return None
        return named

    def _references(
        self, run: Run, named: Designation | None, *, first: int | None = None, act: str | None = None
    ) -> list[Reference]:
        number = act if named is None else named.number
        number = self.act if number is None else number
        places = run.places
        if named is not None and len(places) == 1:
            start = places[0].start if first is None else self.lexemes[first].start
            end = max(places[0].end, self.lexemes[named.after - 1].end) if first is None else places[0].end
            places = [replace(places[0], start=start, end=end)]
        if places[-1].address.section or places[-1].address.chapter:
            self.latest, self.latest_act = places[-1].address, number
        return [self._reference(place, number) for place in places]

    def _reference(self, place: Place, number: str | None) -> Reference:
        address = place.address
        return Reference(
            self.text[place.start : place.end],
            place.start,
            place.end,
            number,
            address.chapter,
            address.section,
            address.stycke,
            address.mening,
            address.point,
        )

    def _item(self, i: int) -> tuple[list[Reference], int] | None:
        """ "§ 133/25": an item of a protocol, with the year it was held."""
        lexemes = self.lexemes
        if lexemes[i].text != "§" or lexemes[i + 2].text != "/":
            return None
        if not (is_number(lexemes[i + 1]) and is_number(lexemes[i + 3])):
            return None
        if len(lexemes[i + 3].text) not in (2, 4):
            return None
        start, end = lexemes[i].start, lexemes[i + 3].end
        number = f"{lexemes[i + 1].text}/{lexemes[i + 3].text}"
        written = self.text[start:end]
        return [Reference(written, start, end, section=number, kind=ReferenceKind.ITEM)], i + 4

    def _same_place(self, i: int) -> tuple[list[Reference], int] | None:
        """ "samma paragraf", with what is said of it: the section that the text named last."""
        lexemes = self.lexemes
        unit = lexemes[i + 1].lower
        if lexemes[i].lower != "samma" or unit not in _UNITS:
            return None
        given = self.latest.down_to(_UNITS[unit])
        if given == Address():
            return None
        run = run_at(lexemes, i + 2)
        start = lexemes[i].start
        if run and run.places[0].address.chapter is None:
            places = [Place(p.address.within(given), p.start, p.end) for p in run.places]
            places[0] = replace(places[0], start=start)
            self.latest = places[-1].address
            return [self._reference(p, self.latest_act) for p in places], run.after
        return [self._reference(Place(given, start, lexemes[i + 1].end), self.latest_act)], i + 2

    def _is_other_series(self, i: int) -> bool:
        """Whether a number in another publication follows, "SOU 2017:39"."""
        lexemes = self.lexemes
        following = lexemes[i + 2] if lexemes[i + 1].text == "." else lexemes[i + 1]
        return lexemes[i].lower in SERIES and is_number(following) and len(following.text) == 4

    def _is_heading(self, i: int, run: Run) -> bool:
        """Whether the number of the text's own section or chapter stands here: "2 §   Den som …"."""
        place = run.places[0]
        if len(run.places) > 1 or not self._begins_line(i) or place.address.stycke is not None:
            return False
        word = self.lexemes[run.after]
        if not word.text[:1].isupper() or not word.text[1:].islower() or word.start == place.end:
            return False
        named = designation_at(self.lexemes, run.after, self.scope)
        return named is None or not named.alone or "  " in self.text[place.end : word.start]

    def _begins_line(self, i: int) -> bool:
        return self.lexemes[i].begins_line or self.lexemes[i - 1].text == "("

    def _span(self, first: int, after: int) -> tuple[int, int]:
        return self.lexemes[first].start, self.lexemes[after - 1].end

    def _note(self, named: Designation) -> None:
        if named.number is not None:
            if named.explicit:
                self.scope.name(named.number)
            self._sentence_act = named.number
            self._act_until = named.after

    def _note_sign(self, i: int) -> None:
        """Follow sentences and parentheses: what "(jfr 2 §)" glosses is the act just named."""
        sign, following = self.lexemes[i].text, self.lexemes[i + 1]
        if sign == "." and following.text[:1].isupper():
            self._sentence_act = None
        elif sign == "(" and (following.lower in _GLOSSES or (i == self._act_until and is_number(following))):
            self._gloss_act = self._sentence_act
        elif sign == ")":
            self._gloss_act = None
