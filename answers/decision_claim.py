"""A question that takes for granted who adopted a document: "visst beslutar inköpsnämnden om policyn?"."""

import re
from dataclasses import dataclass, replace

from answers.claims import claim_in
from answers.understanding import Understood
from answers.wording import Wording
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import Answer, Premise
from hierarchy.rule_words import is_body, same_body, stem, words

_CLAIMED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"^(?P<who>\S+(?: \S+)?) (?:beslutar|beslutade|fastställer|fastställde|antar|antog|godkänner|"
        r"godkände)(?: om)? (?P<what>.+)$",
        r"^(?P<what>.+?) (?:beslutas|beslutades|fastställs|fastställdes|antas|antogs|godkänns|godkändes) av "
        r"(?P<who>\S+(?: \S+)?)$",
        r"^(?P<who>(?:the )?\w+(?: \w+)?) (?:adopts|adopted|approves|approved|decides on|decided on) "
        r"(?P<what>.+)$",
        r"^(?P<what>.+?) (?:is|was) (?:adopted|approved|decided) by (?P<who>(?:the )?\w+(?: \w+)?)$",
    )
)
_ASKED = {"sv": "Vem beslutade {what}?", "en": "Who adopted {what}?"}
# Bodies and offices by the ending of their Swedish names.
_ENGLISH = {
    "board": "styrelse",
    "council": "fullmäktige",
    "assembly": "fullmäktige",
    "committee": "nämnd",
    "director": "direktör",
    "manager": "chef",
    "head": "chef",
}


@dataclass(frozen=True)
class DecisionClaim:
    """`who` is said to have adopted a document; `asked` is the question of who did."""

    who: str
    asked: Understood


def decision_claim(question: Understood) -> DecisionClaim | None:
    """What the whole question takes for granted of who adopted something; None where it takes nothing so."""
    claim = claim_in(question.text)
    if claim is None or not claim.whole:
        return None
    match = next((m for pattern in _CLAIMED if (m := pattern.search(claim.text))), None)
    if match is None or not _bodies(match["who"]):
        return None
    text = _ASKED.get(question.language, _ASKED["sv"]).format(what=match["what"])
    return DecisionClaim(match["who"], replace(question, text=text))


def set_right(answer: Answer, claim: DecisionClaim, document: GoverningDocument, wording: Wording) -> Answer:
    """The answer of who adopted `document`, with the claim contradicted where a quote names another body."""
    body = document.adopted_by
    adopted = document.status is Status.ADOPTED
    if answer.abstained or not adopted or not body or not _bodies(body) or _agree(claim.who, body):
        return answer
    quoting = [i for i, c in enumerate(answer.citations) if body.casefold() in c.quote.casefold()]
    if not quoting:
        return answer
    premise = Premise(claim.who, body, quoting[0], answer.citations[quoting[0]].quote)
    said = wording.say("premise", claimed=claim.who, stated=body)
    return replace(answer, text=f"{said} {answer.text}", premise=premise)


def _agree(claimed: str, stated: str) -> bool:
    return any(same_body(a, b) or same_body(b, a) for a in _bodies(claimed) for b in _bodies(stated))


def _bodies(text: str) -> list[str]:
    named = [_ENGLISH.get(word, word) for word in words(text)]
    return [stem(word) for word in named if is_body(word)]
