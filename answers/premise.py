"""A premise contradicted: the deciding rule states another amount, time, body or permission for the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answers.claims import claim_in
from answers.deciding import Asking, asking, forms, same_matter
from answers.polar import Asked, Polar, claimed
from answers.understanding import Understood
from answers.verdict import Shown, binding, decided, quoted_sentences
from hierarchy.amounts import Comparator
from hierarchy.clauses import Clause, clauses_of
from hierarchy.ladder import Citation, Premise
from hierarchy.quantities import Quantity, quantities
from hierarchy.rule_words import is_body, is_empty, same_body, stem, words
from hierarchy.statements import Force, Statement, statements
from index.vocabulary import QueryWord

_UPPER = frozenset({Comparator.AT_MOST, Comparator.UNDER})
_LIMIT = re.compile(r"\b(?:\w*gräns(?:en)?|\w*belopp(?:et)?|tak(?:et)?|limit|är|is|uppgår)\b", re.I)
_COMPARING = re.compile(
    r"(?:\b(?:högst|minst|lägst|längst|inom|över|under|upp till|senast|tidigast|överstig\w+|understig\w+|max|"
    r"mer än|mindre än|at most|at least|over|under|within|up to)\s+)+$",
    re.I,
)
_SECOND_CLAUSE = re.compile(r"\s+och\s+\w+(?:ar|er)\b.*$", re.S)


def contradicted_premise(question: Understood, read: Sequence[QueryWord], shown: Shown) -> Premise | None:
    """What the question takes for granted and a rule of the deciding rung says otherwise.

    None where the two agree, or may be about different things. `read` are the question's words in the
    library's.
    """
    taken = claim_in(question.text)
    if taken is None or question.others or question.wants_former or question.wants_proposal:
        return None
    claim = taken.text
    disputed = {index for c in shown.conflicts for index in (c.prevails, c.yields)}
    indexes = [index for index in binding(shown, question) if index not in disputed]
    found = _measures(claim, read, shown, indexes) or _bodies(claim, shown, indexes)
    if found:
        return found[0]
    polar = claimed(claim)
    asked = asking(polar, read) if polar else None
    against = decided(asked, question, shown) if asked else None
    if against is None or against.yes or against.citation in disputed:
        return None
    stated = " ".join(against.sentence.split())
    return Premise(claim, stated, against.citation, against.sentence)


def _measures(claim: str, read: Sequence[QueryWord], shown: Shown, indexes: Sequence[int]) -> list[Premise]:
    """Rules that measure the same thing otherwise; none where one of them measures it as claimed."""
    asked = asking(claimed(claim) or Polar(Asked.ALLOWED, claim, personal=False), read)
    if asked is None or asked.quantity is None:
        return []
    # "Gränsen för direktupphandling" is what a rule on direct procurement sets without saying the word.
    measured = asked.quantity
    said = {form for word in words(claim) if not is_empty(word) for form in forms(word)}
    asked = replace(asked, meanings=tuple(meaning for meaning in asked.meanings if meaning & said))
    found: list[Premise] = []
    for index in indexes:
        citation = shown.citations[index]
        for quoted in quoted_sentences(citation, shown.text(index)):
            named = [q for sentence in quoted.provision for q in quantities(sentence)]
            if any((q.measure, q.value) == (measured.measure, measured.value) for q in named):
                return []
            for rule in clauses_of(quoted.sentence):
                if asked.meanings and same_matter(asked, rule, shown.setting(index)):
                    found += _otherwise(claim, asked, rule, quoted.sentence, index)
    return found


def _otherwise(claim: str, asked: Asking, rule: Clause, sentence: str, index: int) -> Iterator[Premise]:
    quantity = asked.quantity
    facing = [m for m in rule.measured if quantity and _facing(quantity, m.quantity)]
    if quantity is None or len(facing) != 1:
        return
    stated, more = facing[0].quantity, quantity.value > facing[0].quantity.value
    upper = stated.comparator in _UPPER
    names_limit = quantity.comparator is not None or bool(_LIMIT.search(claim))
    if facing[0].conditional and rule.force is not Force.PERMITS:
        # What is required from a higher value is not required from the lower one that is claimed.
        contradicts = more if upper else not more
    elif rule.force is Force.REQUIRES:
        contradicts = True
    else:
        contradicts = names_limit or more is upper
    if contradicts:
        own = next(q for q in quantities(sentence) if (q.measure, q.value) == (stated.measure, stated.value))
        yield Premise(_with_comparison(claim, quantity), _with_comparison(sentence, own), index, sentence)


def _facing(claim: Quantity, rule: Quantity) -> bool:
    """Whether two quantities bound the same side of the same measure."""
    if claim.measure != rule.measure or claim.per != rule.per or claim.with_vat not in {None, rule.with_vat}:
        return False
    if rule.comparator is None:
        return False
    return claim.comparator is None or (claim.comparator in _UPPER) == (rule.comparator in _UPPER)


def _with_comparison(text: str, quantity: Quantity) -> str:
    before = _COMPARING.search(text[: quantity.start])
    start = before.start() if before else quantity.start
    return " ".join(text[start : quantity.end].split())


def _bodies(claim: str, shown: Shown, indexes: Sequence[int]) -> list[Premise]:
    """Rules that make another body decide the same; none where one of them makes the one that is claimed."""
    said = _competence(claim)
    found: list[Premise] = []
    for index in indexes:
        citation = shown.citations[index]
        for quoted in quoted_sentences(citation, shown.text(index)):
            rule = _competence(_SECOND_CLAUSE.sub("", quoted.sentence))
            if (
                said is None
                or rule is None
                or rule.competence != said.competence
                or not _same_thing(said, rule, citation)
            ):
                continue
            if any(same_body(a, b) for a in rule.bodies for b in said.bodies):
                return []
            found.append(Premise(_body(claim, said), _body(quoted.sentence, rule), index, quoted.sentence))
    return found


def _competence(sentence: str) -> Statement | None:
    """The one body that a sentence makes decide something; None where it is none or several."""
    text = sentence.strip().rstrip(".") + "."
    found = [statement for statement in statements(text[:1].upper() + text[1:]) if statement.bodies]
    return found[0] if len(found) == 1 and len(found[0].bodies) == 1 and found[0].room is None else None


def _same_thing(said: Statement, rule: Statement, citation: Citation) -> bool:
    title = {stem(word) for word in words(citation.document.title)}
    return bool(said.about) and said.about <= rule.about | title and rule.about <= said.about | title


def _body(text: str, statement: Statement) -> str:
    said = [match.group() for match in re.finditer(r"\w+", text)]
    return next(w for w in said if is_body(w.casefold()) and stem(w.casefold()) in statement.bodies)
