"""What is new in a document: its edition against the one before, told with quotes from both."""

from collections.abc import Callable, Iterator, Sequence

from answers.cite import cite_span
from answers.comparing import compare_documents, predecessor
from answers.told import Told, cite_head, sentences_around
from answers.wording import Wording
from hierarchy.comparing import Change, ChangeKind, Comparison, Difference
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.ladder import Citation
from hierarchy.validity import begins_on
from index.library import Library
from index.sentences import sentence_spans
from ingest.registrar.check_editions import Editions

_MOST_QUOTED = 4
"""Provisions of each kind of change that are quoted; every other is named."""
_LONGEST_WORDS = 160
"""Characters of the words that differ; longer ones are read in the quotes or the whole comparison."""
_LONGEST_QUOTE = 500


def tell_changes(document: GoverningDocument, library: Library, editions: Editions, wording: Wording) -> Told:
    """What separates the edition asked about from the one before, or that there is none before."""
    earlier = predecessor(document, editions)
    if earlier is None:
        lead = f"{_named(document)}: {wording.told('no_before')}"
        return Told(lead, (), tuple(cite_head(library, document)))
    comparison = compare_documents(library, earlier.document, document.document)
    names = {"earlier": _named(earlier), "later": _named(document)}
    if not comparison.changes:
        lead = wording.told("no_changes", **names)
        return Told(lead, (), (*cite_head(library, document), *cite_head(library, earlier)))
    counts = {str(kind): len(comparison.of_kind(kind)) for kind in ChangeKind}
    lead = wording.told("changes", **names, **counts, unchanged=comparison.unchanged)
    account = (*_account(comparison, wording), wording.told("whole", document=document.document))
    return Told(lead, account, tuple(_quotes(comparison, earlier, document, library)))


def _account(comparison: Comparison, wording: Wording) -> Iterator[str]:
    """Every change in a line of its kind; of what is changed, the words that differ where they are few."""
    changed = comparison.of_kind(ChangeKind.CHANGED)
    worded = [c for c in changed if not c.rewritten]
    parts: tuple[tuple[str, Sequence[Change], Callable[[Change], str]], ...] = (
        ("added", comparison.of_kind(ChangeKind.ADDED), _address),
        ("removed", comparison.of_kind(ChangeKind.REMOVED), _address),
        ("changed", worded, lambda change: _words_that_differ(change, wording)),
        ("rewritten", [c for c in changed if c.rewritten], _address),
        ("moved", comparison.of_kind(ChangeKind.MOVED), lambda change: _moved(change, wording)),
    )
    for key, changes, told in parts:
        if changes:
            yield wording.told(key, list="; ".join(told(change) for change in changes))


def _words_that_differ(change: Change, wording: Wording) -> str:
    few = [d for d in change.differences if len(d.before.text) + len(d.after.text) <= _LONGEST_WORDS]
    if len(few) < len(change.differences) or len(few) > 2:
        return _address(change)
    return ", ".join(_worded(change, difference, wording) for difference in few)


def _worded(change: Change, difference: Difference, wording: Wording) -> str:
    before, after = (" ".join(s.text.split()) for s in (difference.before, difference.after))
    key = "words_changed" if before and after else "words_added" if after else "words_removed"
    return wording.told(key, section=_address(change), before=before, after=after)


def _moved(change: Change, wording: Wording) -> str:
    earlier, later = change.earlier, change.later
    if earlier is None or later is None:
        return _address(change)
    return wording.told("moved_from", earlier=earlier.address, later=later.address)


def _address(change: Change) -> str:
    provision = change.later or change.earlier
    return provision.address if provision else ""


def _quotes(
    comparison: Comparison, earlier: GoverningDocument, later: GoverningDocument, library: Library
) -> Iterator[Citation]:
    """Of each kind the first changes, quoted where they differ: the later edition, then the earlier."""
    for change in comparison.of_kind(ChangeKind.CHANGED)[:_MOST_QUOTED]:
        first = change.differences[0]
        for document, provision, stretch in (
            (later, change.later, first.after),
            (earlier, change.earlier, first.before),
        ):
            if provision is not None:
                yield _quote(library, document, provision, stretch.start, stretch.end)
    for change in comparison.of_kind(ChangeKind.ADDED)[:_MOST_QUOTED]:
        if change.later is not None:
            yield _quote(library, later, change.later, change.later.start, change.later.start)
    for change in (*comparison.of_kind(ChangeKind.REMOVED), *comparison.of_kind(ChangeKind.MOVED))[
        :_MOST_QUOTED
    ]:
        if change.earlier is not None:
            yield _quote(library, earlier, change.earlier, change.earlier.start, change.earlier.start)


def _quote(
    library: Library, document: GoverningDocument, provision: Provision, start: int, end: int
) -> Citation:
    """The sentences that hold `[start, end)`; the first one where nothing or too much stands there."""
    text = library.text(document.document)
    if start == end or end - start > _LONGEST_QUOTE:
        end = min(start + 1, provision.end)
        start = max(provision.start, end - 1)
    first, last = sentences_around(text, provision, start, end)
    if last - first <= 1:
        begin, stop = next(iter(sentence_spans(text[provision.start : provision.end])), (0, 1))
        first, last = provision.start + begin, provision.start + stop
    return cite_span(library, document, provision, first, last)


def _named(document: GoverningDocument) -> str:
    begins = begins_on(document)
    return f"{document.title} ({begins})" if begins else document.title
