"""`compare`: two editions of a document in a terminal, provision by provision with the words that differ."""

from contextlib import closing
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from answers.comparing import compare_documents, predecessor
from answers.comparing_contract import comparison_to_json
from commands.opening import find_document
from commands.output import console, counted, paragraph, plain, shortened, write_json
from commands.usage import CommandFailed
from hierarchy.comparing import Change, ChangeKind, Comparison
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.validity import begins_on
from index.library import Library
from ingest.registrar.check_editions import Editions

_LONGEST = 400
_AROUND = 40
_MARKS = {
    ChangeKind.ADDED: ("+", "Nytt", "green"),
    ChangeKind.REMOVED: ("-", "Borttaget", "red"),
    ChangeKind.CHANGED: ("~", "Ändrat", "yellow"),
    ChangeKind.MOVED: ("→", "Flyttat", "cyan"),
}


def show_comparison(data: Path, document: str, earlier: str | None, *, json: bool) -> int:
    """Compares a document with an earlier edition, by default the one before. Returns the exit status.

    Raises CommandFailed for an unknown document, and where there is no edition before.
    """
    with closing(Library(data)) as library:
        later = find_document(library, document)
        editions = Editions(tuple(library.documents()), library.hierarchy)
        before = find_document(library, earlier) if earlier else predecessor(later, editions)
        if before is None:
            raise CommandFailed(
                f"Biblioteket har ingen tidigare utgåva av ”{later.document}”.",
                f"Ange vad det ska jämföras med: regelstegen compare {later.document} TIDIGARE",
            )
        comparison = compare_documents(library, before.document, later.document)
        texts = library.text(before.document), library.text(later.document)
    if json:
        write_json(comparison_to_json(before, later, comparison, *texts))
    else:
        console().print(comparison_shown(before, later, comparison, *texts))
    return 0


def comparison_shown(
    earlier: GoverningDocument,
    later: GoverningDocument,
    comparison: Comparison,
    earlier_text: str,
    later_text: str,
) -> RenderableType:
    """How much is changed, then every change in the later edition's order."""
    parts: list[RenderableType] = [
        paragraph(f"{_named(earlier)}  →  {_named(later)}", style="bold"),
        paragraph(_counts(comparison), 2, "dim"),
    ]
    for change in comparison.changes:
        parts += [Text(), *_change(change, earlier_text, later_text)]
    return Group(*parts)


def _change(change: Change, earlier_text: str, later_text: str) -> list[RenderableType]:
    mark, label, style = _MARKS[change.kind]
    old, new = change.earlier, change.later
    where = " → ".join(dict.fromkeys(p.address for p in (old, new) if p))
    head = paragraph(plain(f"{mark} {label}: {where}{_page(new or old)}", f"bold {style}"))
    if change.kind is ChangeKind.MOVED:
        return [head]
    if change.kind is ChangeKind.CHANGED and not change.rewritten:
        return [head, *(paragraph(line, 4) for line in _words(change, later_text))]
    lines: list[RenderableType] = [head]
    if old is not None:
        lines.append(paragraph(f"- {shortened(earlier_text[old.start : old.end], _LONGEST)}", 4, "red"))
    if new is not None:
        lines.append(paragraph(f"+ {shortened(later_text[new.start : new.end], _LONGEST)}", 4, "green"))
    return lines


def _words(change: Change, later_text: str) -> list[Text]:
    """Each difference with some words before it: what stood there struck out, then what stands there now."""
    lines = []
    for difference in change.differences:
        before, after = difference.before, difference.after
        provision = change.later
        first = max(after.start - _AROUND, provision.start if provision else 0)
        lead = later_text[first : after.start]
        lead = f"… {_from_word(lead)}" if provision and first > provision.start else lead
        parts = (plain(" ".join(lead.split()), "dim"), _struck(before.text), _new(after.text))
        lines.append(Text(" ").join(part for part in parts if part))
    return lines


def _struck(words: str) -> Text:
    return plain(f"[-{' '.join(words.split())}-]", "red") if words else Text()


def _new(words: str) -> Text:
    return plain(f"{{+{' '.join(words.split())}+}}", "green") if words else Text()


def _from_word(text: str) -> str:
    return text.partition(" ")[2] or text


def _counts(comparison: Comparison) -> str:
    kinds = (
        (ChangeKind.CHANGED, "ändrad", "ändrade"),
        (ChangeKind.ADDED, "ny", "nya"),
        (ChangeKind.REMOVED, "borttagen", "borttagna"),
        (ChangeKind.MOVED, "flyttad", "flyttade"),
    )
    told = [counted(len(comparison.of_kind(kind)), one, many) for kind, one, many in kinds]
    return ", ".join((*told, counted(comparison.unchanged, "oförändrad", "oförändrade")))


def _named(document: GoverningDocument) -> str:
    begins = begins_on(document)
    return f"{document.title} ({begins})" if begins else document.title


def _page(provision: Provision | None) -> str:
    return f"  (sida {provision.page})" if provision and provision.page is not None else ""
