"""What a document's status and dates make of it on a given day."""

from datetime import date
from enum import StrEnum

from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.levels import Level


class Validity(StrEnum):
    """What a document is on one day. Only `IN_FORCE` may be presented as the rule that applies."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    ENDED = "ended"
    PROPOSED = "proposed"
    REFERRED_BACK = "referred_back"
    CONDITIONAL = "conditional"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    WITHDRAWN = "withdrawn"
    UNCONFIRMED = "unconfirmed"


_NEVER_DECIDED = {
    Status.PROPOSED: Validity.PROPOSED,
    Status.REFERRED_BACK: Validity.REFERRED_BACK,
}
_AFTERWARDS = {
    Status.SUPERSEDED: Validity.SUPERSEDED,
    Status.REPEALED: Validity.REPEALED,
}


def begins_on(document: GoverningDocument) -> date | None:
    """The first day that the document can be in force: its valid-from date, else the day of the decision."""
    return document.valid_from or document.date


def state_on(document: GoverningDocument, as_of: date) -> Validity:
    """What the document is on `as_of`; both ends of its period are inclusive.

    - A document that was taken out of the folder is withdrawn from that day on, whatever else it is.
    - A proposal or a matter that was referred back stays that on every day.
    - A superseded or repealed document whose last day is known was in force up to that day; where it
      isn't known, nothing can be said of earlier days, so it is superseded or repealed on all of them.
    - An adopted document that depends on another decision is `CONDITIONAL` until `conditional_on` is
      removed, which a person does who has seen that decision.
    - A law without dates is in force: consolidated texts hold what applies. Any other document without
      a first day is `UNCONFIRMED`: nothing shows when, or whether, it took effect.
    """
    if document.withdrawn is not None and as_of >= document.withdrawn:
        return Validity.WITHDRAWN
    if document.status in _NEVER_DECIDED:
        return _NEVER_DECIDED[document.status]
    begins, ends = begins_on(document), document.valid_to
    if begins is not None and as_of < begins:
        return Validity.NOT_YET
    if document.status in _AFTERWARDS and (ends is None or as_of > ends):
        return _AFTERWARDS[document.status]
    if ends is not None and as_of > ends:
        return Validity.ENDED
    if document.status is Status.UNCONFIRMED:
        return Validity.UNCONFIRMED
    if document.conditional_on is not None:
        return Validity.CONDITIONAL
    if begins is None and document.level is not Level.LAW:
        return Validity.UNCONFIRMED
    return Validity.IN_FORCE


def is_rule_in_force(document: GoverningDocument, as_of: date) -> bool:
    """Whether the document may be presented as a rule that applies on `as_of`; background never may."""
    return document.level.is_rung and state_on(document, as_of) is Validity.IN_FORCE


def is_worded_so(provision: Provision, as_of: date) -> bool:
    """Whether this wording of a provision is the one that its document has on `as_of`."""
    begun = provision.valid_from is None or provision.valid_from <= as_of
    return begun and (provision.valid_to is None or as_of <= provision.valid_to)
