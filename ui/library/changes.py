"""Two editions side by side, with what is added, removed, moved and worded otherwise marked in the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from hierarchy.amounts import amounts
from hierarchy.comparing import Change, ChangeKind, Comparison, Stretch
from hierarchy.documents import Provision
from ui.escape import as_html
from ui.library.anchors import linked
from ui.links import document_link
from ui.texts import Texts

_SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "−", ChangeKind.CHANGED: "≠", ChangeKind.MOVED: "→"}
_ORDER = (ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.MOVED)
MOST = 40
"""Changes drawn at once."""


@dataclass(frozen=True)
class Side:
    """One of the two documents: its id, what it is called here, its stored text and language."""

    document: str
    name: str
    text: str
    language: str


def summary_html(comparison: Comparison, earlier: Side, later: Side, texts: Texts) -> str:
    """How much is changed, in numbers, and which amounts are others now."""
    counted = "".join(
        f"<li class='rs-change-{kind}'><b aria-hidden='true'>{_SIGNS[kind]}</b> "
        f"{texts(f'library.change.count_{kind}', count=len(comparison.of_kind(kind)))}</li>"
        for kind in _ORDER
    )
    same = f"<li>{texts('library.change.count_same', count=comparison.unchanged)}</li>"
    sums = changed_amounts(comparison, earlier.text, later.text)
    told = "".join(_amounts(change, before, after, texts) for change, before, after in sums)
    named = f"<h3>{texts('library.change.amounts')}</h3><ul class='rs-points'>{told}</ul>" if told else ""
    return (
        f"<section class='rs-summary'><h2 class='rs-part'>{texts('library.change.summary')}</h2>"
        f"<p>{as_html(texts('library.change.between', earlier=earlier.name, later=later.name))}</p>"
        f"<ul class='rs-change-counts'>{counted}{same}</ul>{named}</section>"
    )


def changed_amounts(
    comparison: Comparison, earlier: str, later: str
) -> list[tuple[Change, tuple[str, ...], tuple[str, ...]]]:
    """The changed provisions whose amounts of money differ: the words of those that went, and that came."""
    found = []
    for change in comparison.of_kind(ChangeKind.CHANGED):
        if change.earlier is None or change.later is None:
            continue
        before, after = _sums(earlier, change.earlier), _sums(later, change.later)
        gone = tuple(words for value, words in before.items() if value not in after)
        come = tuple(words for value, words in after.items() if value not in before)
        if gone or come:
            found.append((change, gone, come))
    return found


def changes_html(changes: Sequence[Change], earlier: Side, later: Side, texts: Texts) -> str:
    """Each change with both wordings: the earlier to the left or above, the later to the right or below."""
    return "".join(_change(change, earlier, later, texts) for change in changes)


def _change(change: Change, earlier: Side, later: Side, texts: Texts) -> str:
    old, new = change.earlier, change.later
    where = " → ".join(dict.fromkeys(p.address for p in (old, new) if p))
    marked = change.kind is ChangeKind.CHANGED and not change.rewritten
    if change.kind is ChangeKind.MOVED and new is not None:
        sides = f"<p class='rs-why'>{texts('library.change.same_words')}</p>"
    else:
        before = _side(old, earlier, [d.before for d in change.differences] if marked else None, "del", texts)
        after = _side(new, later, [d.after for d in change.differences] if marked else None, "ins", texts)
        sides = f"<div class='rs-sides'>{before}{after}</div>"
    said = texts(f"library.change.{change.kind}")
    if change.rewritten:
        said = texts("library.change.rewritten")
    return (
        f"<article class='rs-change rs-change-{change.kind}'><h3><span class='rs-change-kind'>"
        f"<b aria-hidden='true'>{_SIGNS[change.kind]}</b> {said}</span> {as_html(where)}</h3>"
        f"{sides}</article>"
    )


def _side(
    provision: Provision | None, side: Side, stretches: Sequence[Stretch] | None, tag: str, texts: Texts
) -> str:
    """One wording; `stretches` are the words that differ, None where the whole of it does."""
    if provision is None:
        key = "library.change.not_there" if tag == "del" else "library.change.not_left"
        return (
            f"<div class='rs-side-text rs-side-none'><h4>{as_html(side.name)}</h4><p>{texts(key)}</p></div>"
        )
    whole = side.text[provision.start : provision.end]
    if stretches is None:
        said = f"<{tag}>{as_html(whole)}</{tag}>"
    else:
        said, at = "", provision.start
        for stretch in stretches:
            if stretch.start < stretch.end:
                said += f"{as_html(side.text[at : stretch.start])}<{tag}>{as_html(stretch.text)}</{tag}>"
                at = stretch.end
        said += as_html(side.text[at : provision.end])
    named = texts("library.change.open", address=provision.address, edition=side.name)
    link = linked(document_link(side.document, provision.address), side.name, named=named)
    return (
        f"<div class='rs-side-text'><h4>{link}</h4>"
        f"<div class='rs-words' lang='{as_html(side.language)}'>{said}</div></div>"
    )


def _sums(text: str, provision: Provision) -> dict[Decimal, str]:
    words = text[provision.start : provision.end]
    return {amount.sek: words[amount.start : amount.end] for amount in amounts(words)}


def _amounts(change: Change, gone: Sequence[str], come: Sequence[str], texts: Texts) -> str:
    where = change.later or change.earlier
    pairs = (
        f"{f'<del>{as_html(old)}</del>' if old else ''}{' ' if old and new else ''}"
        f"{f'<ins>{as_html(new)}</ins>' if new else ''}"
        for old, new in zip_longest(gone, come, fillvalue="")
    )
    return f"<li>{as_html(where.address if where else '')}: {', '.join(pairs)}</li>"
