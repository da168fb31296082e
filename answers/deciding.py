"""Whether a rule decides a question by yes or no: the same act on the same thing, and no condition unmet.

Every word of the question has to be said by the rule or its heading, and every word that restricts the rule
by the question. Whatever is left over may be what makes the difference, and then nothing is decided.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answers.polar import Asked, Polar
from answers.setting import Setting
from hierarchy.amounts import Comparator
from hierarchy.clauses import Clause, Measured
from hierarchy.quantities import Quantity, quantities
from hierarchy.ranges import range_of
from hierarchy.rule_words import TURNING, is_body, is_empty
from hierarchy.rule_words import stem as rule_stem
from hierarchy.statements import Force
from index.analysis import STOP_WORDS, stem, words
from index.vocabulary import JOINED, SYNONYM, QueryWord

# A yes or a no rests on at least this many of the question's words.
_FEWEST_WORDS = 2
# Words of a question that only ask, or name the asker.
_ASKING = frozenset(
    """
    tillåtet tillåten tillåtna okej ok okay lagligt möjligt obligatoriskt skyldig skyldiga tvungen tvungna
    tvunget förbjudet förbjuden förbjudna medarbetare medarbetaren anställd anställda personal personalen
    kr kronor krona sek tkr mnkr moms mervärdesskatt exklusive inklusive exkl inkl
    allowed permitted required obliged mandatory forbidden prohibited illegal possible need needs employee
    employees staff one going use used using
    """.split()  # noqa: SIM905
)
# Whom every rule of an organisation is for.
_ANYONE = frozenset(
    "medarbetare medarbetaren anställd anställda personal personalen alla samtliga varje du ni vi man".split()  # noqa: SIM905
)
_WHEN = frozenset({"före", "innan", "efter"})
_WORD = re.compile(r"[^\W\d_]+")
# "Upphandlingen" in a rule on direct procurement is the direct procurement.
_PROCURED = re.compile(r"upphandling(?:en|ens|s)?$")
_NUMERAL = re.compile(
    r"\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.I,
)


@dataclass(frozen=True)
class Asking:
    """A yes/no question ready to be held against rules.

    `meanings`: for each of its words the terms that say it. `quantity`: what it measures, None where it
    measures nothing. `turning`: its words that turn a circumstance round.
    """

    polar: Polar
    meanings: tuple[frozenset[str], ...]
    quantity: Quantity | None
    turning: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        return frozenset().union(*self.meanings)

    @property
    def procures(self) -> bool:
        return any("upphandl" in term for term in self.terms)


def asking(polar: Polar, read: Iterable[QueryWord]) -> Asking | None:
    """The question with the library's words for its own; None where it holds a number that is no quantity."""
    found = quantities(polar.clause)
    rest = polar.clause
    for quantity in reversed(found):
        rest = rest[: quantity.start] + " " + rest[quantity.end :]
    if len(found) > 1 or _NUMERAL.search(rest):
        return None
    said = {word for word, _ in words(rest)}
    meanings = tuple(
        meanings_of(word)
        for word in read
        if word.word.rstrip("-") in said and word.word not in _ASKING and not word.word[0].isdigit()
    )
    turning = TURNING & set(re.findall(r"[^\W\d_]+", rest.casefold()))
    return Asking(polar, meanings, found[0] if found else None, frozenset(turning))


def meanings_of(word: QueryWord) -> frozenset[str]:
    """The terms that say the same as a word: its forms and synonyms, not the parts of a compound."""
    own = forms(word.word)
    return own.union(
        term
        for term, weight in word.terms.items()
        if weight >= JOINED or (weight >= SYNONYM and not any(term in form for form in own))
    )


def forms(word: str) -> frozenset[str]:
    """A word as terms: with its ending cut off in either way, so that "hotellet" is "hotell"."""
    return frozenset({stem(word), stem(rule_stem(word))})


def decides(asked: Asking, rule: Clause, setting: Setting) -> bool | None:
    """Yes or no by one rule, None where it does not decide; `setting` is where it stands."""
    if len(asked.meanings) < _FEWEST_WORDS or not same_matter(asked, rule, setting):
        return None
    if asked.quantity is None:
        return None if _restricted_by_measure(rule) else _by_force(asked.polar, rule.force)
    return _by_measure(asked.polar, asked.quantity, rule)


def covers(asked: Asking, said: str, setting: Setting) -> bool:
    """Whether a text and its headings say every word of the question."""
    present = _terms(_WORD.findall(said.casefold())) | _terms(setting.nearest)
    return all(not meaning.isdisjoint(present) for meaning in asked.meanings)


def same_matter(asked: Asking, rule: Clause, setting: Setting) -> bool:
    """Whether a rule speaks of the same act and thing, and the question meets all that restricts it."""
    things = [(group, _restricting(group)) for group in rule.alternatives]
    meant = [group for group, words in things if words and _asked_about(asked, words)]
    if not meant and any(words for _, words in things):
        return False
    plain = [*rule.core, *rule.limiting, *rule.telling, *(word for group in meant for word in group)]
    own, headings = _terms(plain), _terms(setting.nearest)
    if not all(not meaning.isdisjoint(own | headings) for meaning in asked.meanings):
        return False
    # More than half of it is the rule's own: a heading only tells what a rule is about.
    if 2 * sum(not meaning.isdisjoint(own) for meaning in asked.meanings) < len(asked.meanings):
        return False
    turning = (TURNING & {*rule.core, *rule.limiting, *rule.telling}) - asked.turning
    # When a duty is done tells nothing of whether it is one.
    if asked.turning - {*rule.core, *rule.limiting, *rule.telling} or turning - (
        _WHEN if rule.force is Force.REQUIRES else frozenset()
    ):
        return False
    needed = [*rule.core, *rule.limiting]
    if rule.force is not Force.REQUIRES:
        needed += rule.telling
    elif asked.polar.personal and any(is_body(word) for word in rule.telling):
        return False
    if not _asked_about(asked, _restricting(needed)):
        return False
    return _fits_its_heading(_restricting(plain), setting, asked)


def _fits_its_heading(own: Sequence[str], setting: Setting, asked: Asking) -> bool:
    """Whether the heading restricts a rule to nothing but what is asked about.

    Where it sets the rule apart from its neighbours that has to be asked about too, and a short rule leans
    on it in any case.
    """
    about = _terms(own) | asked.terms
    if any(forms(word).isdisjoint(about) for word in setting.apart):
        return False
    heading = _restricting(setting.nearest)
    return len(own) > _FEWEST_WORDS or not heading or not _terms(heading).isdisjoint(about)


def _by_force(polar: Polar, force: Force) -> bool | None:
    by_force = {
        Asked.ALLOWED: {Force.FORBIDS: False, Force.PERMITS: True},
        Asked.REQUIRED: {Force.REQUIRES: True, Force.RELEASES: False},
        Asked.FORBIDDEN: {Force.FORBIDS: True, Force.PERMITS: False},
    }
    # "Ska det göras?" is answered by "det ska inte göras", "måste det?" is not.
    if polar.asked is Asked.REQUIRED and force is Force.FORBIDS:
        return False if re.search(r"\b(?:ska|skall)\b", polar.clause, re.I) else None
    return by_force[polar.asked].get(force)


def _restricted_by_measure(rule: Clause) -> bool:
    """Whether a rule holds only for some amounts; a deadline to a duty only tells when it is done."""
    if rule.force is not Force.REQUIRES:
        return bool(rule.measured)
    return any(m.conditional or m.quantity.measure not in {"dagar", "period"} for m in rule.measured)


def _by_measure(polar: Polar, asked: Quantity, rule: Clause) -> bool | None:
    own = [m for m in rule.measured if m.quantity.measure == asked.measure]
    others = [m for m in rule.measured if m.quantity.measure != asked.measure]
    if len(own) != 1 or any(m.quantity.measure != "dagar" or m.conditional for m in others):
        return None
    measured = own[0]
    if measured.quantity.per != asked.per or _other_vat(measured.quantity, asked):
        return None
    allowed = _inside(asked, measured)
    if polar.asked is Asked.ALLOWED:
        return _if_allowed(rule, measured, allowed)
    if polar.asked is not Asked.REQUIRED:
        return None
    if rule.force is Force.RELEASES:
        return False if measured.conditional and allowed else None
    if rule.force is not Force.REQUIRES:
        return None
    if measured.conditional or measured.quantity.measure == "kr":
        return True if allowed and measured.quantity.comparator else None
    return _if_as_required(asked, measured.quantity)


def _if_allowed(rule: Clause, measured: Measured, inside: bool | None) -> bool | None:
    side = measured.quantity.comparator
    if rule.force is Force.PERMITS and side in {Comparator.AT_MOST, Comparator.UNDER}:
        if inside:
            return True
        return False if inside is False and not measured.conditional else None
    if rule.force is Force.FORBIDS and side is not None:
        # "Får inte överstiga 300" leaves room up to 300, "över 300 får inte" begins there.
        if rule.bounded:
            return False if inside is False else None
        return False if inside and measured.conditional else None
    return None


def _if_as_required(asked: Quantity, required: Quantity) -> bool | None:
    """A time or a share that a duty sets: just that is required, and nothing stricter."""
    if asked.comparator not in {None, required.comparator}:
        return None
    if asked.value == required.value:
        return True
    stricter = {
        Comparator.AT_MOST: asked.value < required.value,
        Comparator.AT_LEAST: asked.value > required.value,
    }
    return False if required.comparator and stricter.get(required.comparator) else None


def _inside(asked: Quantity, measured: Measured) -> bool | None:
    """Whether what is asked about lies within what the rule measures; None where only a part of it does."""
    # "Får vi köpa för upp till 50 000?" asks of just that much.
    upto = asked.comparator in {Comparator.AT_MOST, Comparator.UNDER}
    values = range_of(asked.value, None if upto and not measured.conditional else asked.comparator)
    rule = range_of(measured.quantity.value, measured.quantity.comparator)
    return True if values.within(rule) else False if values.outside(rule) else None


def _other_vat(rule: Quantity, asked: Quantity) -> bool:
    return asked.with_vat is not None and rule.with_vat is not None and asked.with_vat != rule.with_vat


def _asked_about(asked: Asking, said: Sequence[str]) -> bool:
    return all(
        not forms(word).isdisjoint(asked.terms) or (_PROCURED.match(word) and asked.procures) for word in said
    )


def _restricting(said: Sequence[str]) -> list[str]:
    """The words of a rule that say what it is about, and so limit it."""
    return [
        word
        for word in said
        if word not in _ANYONE
        and word not in STOP_WORDS
        and (not is_empty(word) or word.startswith("upphandling"))
    ]


def _terms(said: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(forms(word) for word in said))
