"""What a reader of one citation must know: its warnings, what it goes before and what goes before it."""

from collections.abc import Iterable, Sequence

from hierarchy.ladder import Answer, Conflict
from ui.escape import as_html
from ui.notice import notice_html
from ui.texts import Texts


def cautions_of(answer: Answer, indexes: Sequence[int]) -> list[str]:
    """The warnings of the citations, each once."""
    told = [warning.text for index in indexes for warning in answer.warnings if warning.citation == index]
    return list(dict.fromkeys(told))


def conflicts_html(answer: Answer, indexes: Sequence[int], texts: Texts) -> str:
    """The conflicts of the citations: at one that yields why it does, at the other what it goes before."""
    return "".join(dict.fromkeys(_conflicts(answer, indexes, texts)))


def _conflicts(answer: Answer, indexes: Sequence[int], texts: Texts) -> Iterable[str]:
    for conflict in answer.conflicts:
        prevails, yields = named(answer, conflict.prevails), named(answer, conflict.yields)
        if not conflict.settled and {conflict.prevails, conflict.yields} & {*indexes}:
            other = yields if conflict.prevails in indexes else prevails
            yield _conflict_html(texts("conflict.possible_here", other=other), conflict, answer, texts)
        elif conflict.yields in indexes:
            yield _conflict_html(texts("conflict.yields_here", prevails=prevails), conflict, answer, texts)
        elif conflict.prevails in indexes:
            told = as_html(texts("conflict.goes_before", yields=yields))
            yield f"<p class='rs-prevails'>{told}</p>"


def _conflict_html(sentence: str, conflict: Conflict, answer: Answer, texts: Texts) -> str:
    reason = as_html(texts("conflict.reason", why=conflict.why, rule=conflict.rule))
    return (
        f"<div class='rs-conflict'>{notice_html(texts('conflict.head'), sentence, 'error')}"
        f"<p class='rs-why' lang='{as_html(answer.language)}'>{reason}</p></div>"
    )


def named(answer: Answer, index: int) -> str:
    """The document and address of a citation in a sentence."""
    citation = answer.citations[index]
    return f"{citation.document.title}, {citation.provision.address}"
