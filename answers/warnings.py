"""What a reader must be told about the documents that an answer cites."""

from collections.abc import Iterator, Sequence

from answers.understanding import Understood
from answers.wording import Wording
from hierarchy import ladder
from hierarchy.documents import GoverningDocument, Status
from hierarchy.ladder import Citation, WarningCode
from hierarchy.levels import Hierarchy, Level
from hierarchy.validity import Validity, begins_on, state_on

_OF_STATE = {
    Validity.PROPOSED: WarningCode.PROPOSAL,
    Validity.REFERRED_BACK: WarningCode.REFERRED_BACK,
    Validity.SUPERSEDED: WarningCode.SUPERSEDED,
    Validity.REPEALED: WarningCode.SUPERSEDED,
    Validity.ENDED: WarningCode.SUPERSEDED,
    Validity.WITHDRAWN: WarningCode.SUPERSEDED,
    Validity.UNCONFIRMED: WarningCode.UNCONFIRMED,
    Validity.NOT_YET: WarningCode.UNCONFIRMED,
    Validity.CONDITIONAL: WarningCode.UNCONFIRMED,
}
OCR_LIMIT = 0.9
"""Scanned text read with less confidence than this is to be checked, where the settings say nothing else."""
_OWN_WORDING = {
    Validity.NOT_YET: "not_yet",
    Validity.CONDITIONAL: "conditional",
    Validity.WITHDRAWN: "withdrawn",
}


def warnings_for(
    citations: Sequence[Citation],
    question: Understood,
    hierarchy: Hierarchy,
    wording: Wording,
    ocr_limit: float = OCR_LIMIT,
) -> tuple[ladder.Warning, ...]:
    """One warning of each code for each document, at its first citation.

    A provision quoted from a scanned page has its own where that was read with less confidence than
    `ocr_limit`.
    """
    seen: set[tuple[str, WarningCode]] = set()
    found: list[ladder.Warning] = []
    for index, citation in enumerate(citations):
        for code, text in _of(citation.document, question, hierarchy, wording):
            if (citation.document.document, code) not in seen:
                seen.add((citation.document.document, code))
                found.append(ladder.Warning(code, index, text))
    found += _later_wordings(citations, question, wording)
    scanned: set[tuple[str, str]] = set()
    for index, citation in enumerate(citations):
        place = (citation.document.document, citation.provision.address)
        uncertain = citation.ocr_confidence is not None and citation.ocr_confidence < ocr_limit
        if uncertain and place not in scanned:
            scanned.add(place)
            text = wording.warning("scanned", title=citation.document.title, section=place[1])
            found.append(ladder.Warning(WarningCode.SCANNED, index, text))
    return tuple(found)


def _later_wordings(
    citations: Sequence[Citation], question: Understood, wording: Wording
) -> Iterator[ladder.Warning]:
    """Sections whose one wording in the library may be younger than the day asked for.

    A consolidated statute holds today's text and says by its number which act amended a section last; from
    which day is not told, but not before the year of that act.
    """
    seen: set[tuple[str, str]] = set()
    for index, citation in enumerate(citations):
        number, place = (
            citation.provision.amended_by,
            (citation.document.document, citation.provision.address),
        )
        year = number.partition(":")[0] if number else ""
        if not question.is_past or not year.isdecimal() or int(year) < question.as_of.year or place in seen:
            continue
        seen.add(place)
        text = wording.warning(
            "later_wording",
            title=citation.document.title,
            section=place[1],
            number=number,
            date=question.as_of,
        )
        yield ladder.Warning(WarningCode.LATER_WORDING, index, text)


def _of(
    document: GoverningDocument, question: Understood, hierarchy: Hierarchy, wording: Wording
) -> Iterator[tuple[WarningCode, str]]:
    state = state_on(document, question.as_of)
    code = _OF_STATE.get(state)
    if document.level is Level.BACKGROUND and state not in {
        Validity.PROPOSED,
        Validity.REFERRED_BACK,
        Validity.SUPERSEDED,
        Validity.WITHDRAWN,
    }:
        # A protocol is a record, whole or not: only what it proposes needs a word of caution.
        code = None
    if code:
        begins = begins_on(document)
        day = begins if state is Validity.NOT_YET and begins else question.as_of
        if state is Validity.WITHDRAWN and document.withdrawn:
            day = document.withdrawn
        undated = question.is_past and state is Validity.UNCONFIRMED and begins is None
        yield (
            code,
            wording.warning(
                "undated" if undated else _OWN_WORDING.get(state, code),
                title=document.title,
                date=day.isoformat(),
                condition=document.conditional_on or "",
            ),
        )
    elif not document.confirmed:
        yield WarningCode.UNCONFIRMED, wording.warning("unconfirmed", title=document.title)
    if document.status is Status.REFERRED_BACK:
        yield WarningCode.PROPOSAL, wording.warning("proposal", title=document.title)
    own = question.organisation
    if document.organisations and (own is None or own.id not in document.organisations):
        bound = [hierarchy.organisation(o) for o in document.organisations]
        names = ", ".join(o.name_sv for o in bound if o) or ", ".join(document.organisations)
        key = "other_organisation" if own else "other_organisation_unknown"
        yield (
            WarningCode.OTHER_ORGANISATION,
            wording.warning(key, title=document.title, organisation=names, asker=own.name_sv if own else ""),
        )
