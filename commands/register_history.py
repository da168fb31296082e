"""`register history`: a document's editions, what is said of each, and what the register has said."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from answers.registrar_contract import history_to_json
from commands.opening import find_document
from commands.output import console, paragraph, shortened, write_json
from commands.register_opening import open_desk
from commands.register_view import field_name, field_value, quoted
from hierarchy.documents import Evidence, GoverningDocument
from hierarchy.validity import Validity
from index.library import Library
from ingest.register import FIELDS
from ingest.registrar.check_editions import Editions
from ingest.registrar.history import Edition, History, history_of
from ingest.registrar.journal import JournalLine, read_journal
from ingest.said import REPORTED, SUPPORTS_FIELD, SaidOfOther

STATES = {
    Validity.IN_FORCE: "gäller",
    Validity.NOT_YET: "gäller ännu inte",
    Validity.ENDED: "har upphört",
    Validity.PROPOSED: "förslag",
    Validity.REFERRED_BACK: "återremitterat",
    Validity.CONDITIONAL: "villkorat",
    Validity.SUPERSEDED: "ersatt",
    Validity.REPEALED: "upphävt",
    Validity.WITHDRAWN: "borttaget",
    Validity.UNCONFIRMED: "obekräftat",
}
_EVIDENCED = ("adopted_by", "decision", "date", "valid_from", "valid_to", "supersedes", "conditional_on")
_LONGEST = 200


def show_history(data: Path, governance: Path | None, document: str, *, as_of: date, json: bool) -> int:
    """Shows the chain of editions that the document belongs to. Returns the exit status."""
    with closing(Library(data)) as library:
        desk = open_desk(library, governance)
        name = find_document(library, document).document
        documents = desk.documents()
        history = history_of(
            next(d for d in documents if d.document == name),
            desk.register.register.entry(name),
            Editions(tuple(documents), desk.hierarchy),
            desk.said(),
            read_journal(desk.folder),
            as_of,
        )
    if json:
        write_json(history_to_json(history))
    else:
        console().print(history_shown(history))
    return 0


def history_shown(history: History) -> RenderableType:
    """The editions from the oldest, then what has happened in the register."""
    parts: list[RenderableType] = []
    for edition in history.chain:
        parts += _edition(edition, asked=edition.document.document == history.document)
    parts += [Text(), paragraph(f"I registret: {history.document}", style="bold")]
    told = [
        *((change[0].on, _change(change)) for change in _by_occasion(history.changes)),
        *(
            (str(c.on), f"{c.on}: bekräftat av {c.by}: {_fields(c.fields)}")
            for c in history.confirmations
            if not any(change.on == str(c.on) and change.by == c.by for change in history.changes)
        ),
        *(
            (
                e.last_known,
                f"efter {e.last_known}: {field_name(e.field).lower()} ändrat för hand från "
                f"{field_value(e.field, e.before)} till {field_value(e.field, e.now)}",
            )
            for e in history.by_hand
        ),
    ]
    told.sort(key=lambda line: line[0])
    parts += [paragraph(line, 2) for _, line in told] or [
        paragraph("Ingen har bekräftat eller ändrat något.", 2, "dim")
    ]
    return Group(*parts[1:])


def _edition(edition: Edition, *, asked: bool) -> list[RenderableType]:
    document = edition.document
    mark = " ←" if asked else ""
    facts = [STATES[edition.state], document.adopted_by or "", document.decision or "", _days(document)]
    parts: list[RenderableType] = [
        Text(),
        paragraph(f"{document.title}{mark}", style="bold"),
        paragraph(document.document, 2, "dim"),
        paragraph(" · ".join(fact for fact in facts if fact), 2),
    ]
    if edition.replaced_by:
        parts.append(paragraph(f"Ersatt av: {', '.join(edition.replaced_by)}", 2))
    for name in _EVIDENCED:
        evidence = document.evidence.get(name)
        if getattr(document, name) is not None and evidence is not None and evidence.quote:
            words = shortened(quoted(evidence), _LONGEST)
            parts += [
                paragraph(f"{field_name(name)}: {field_value(name, getattr(document, name))}", 4),
                paragraph(words, 8, "dim"),
            ]
    if edition.said:
        parts.append(paragraph("Andra dokument om detta:", 4))
    parts += [part for said in _told_together(edition.said) for part in said]
    return parts


def _told_together(said: Sequence[SaidOfOther]) -> list[list[RenderableType]]:
    """What is said in the same words, together with those words."""
    by_words: dict[tuple[str, str], list[SaidOfOther]] = {}
    for one in said:
        by_words.setdefault((one.source, one.quote), []).append(one)
    return [_said(group) for group in by_words.values()]


def _said(group: Sequence[SaidOfOther]) -> list[RenderableType]:
    first = group[0]
    where = ", ".join(filter(None, (first.source, first.section)))
    told = "; ".join(_statement(one) for one in group)
    proposed = " (förslag)" if first.proposed else ""
    words = quoted(Evidence(first.quote, first.page))
    return [
        paragraph(f"{where}: {told}{proposed}", 6),
        paragraph(shortened(words, _LONGEST), 8, "dim"),
    ]


def _statement(said: SaidOfOther) -> str:
    if said.field == REPORTED:
        return f"anmält: {said.value}"
    if said.field == SUPPORTS_FIELD:
        return f"tillstyrker {said.value}"
    return f"{field_name(said.field).lower()} {field_value(said.field, said.value)}"


def _days(document: GoverningDocument) -> str:
    first, last = document.valid_from, document.valid_to
    decided = f"beslutat {document.date}" if document.date else ""
    valid = " ".join(filter(None, (f"från {first}" if first else "", f"till och med {last}" if last else "")))
    return ", ".join(filter(None, (decided, valid)))


def _by_occasion(changes: Sequence[JournalLine]) -> list[list[JournalLine]]:
    """Changes made by one person in one go; a new entry and a confirmation are many fields at once."""
    groups: dict[tuple[object, ...], list[JournalLine]] = {}
    for number, change in enumerate(changes):
        alone = number if change.how == "review" or change.before is not None else None
        alone = None if change.how == "confirm" else alone
        groups.setdefault((change.on, change.by, change.how, alone), []).append(change)
    return list(groups.values())


def _change(group: Sequence[JournalLine]) -> str:
    first = group[0]
    fields = _fields(tuple(change.field for change in group))
    if first.how == "confirm":
        return f"{first.on}: bekräftat av {first.by}: {fields}"
    if first.field in ("doubts", "settled"):
        what = "öppen fråga" if first.field == "doubts" else "avklarat"
        return f"{first.on}: {what}, {first.by}: {first.after}"
    if first.how == "propose" and first.before is None:
        return f"{first.on}: föreslaget ur dokumenten: {fields}"
    how = "ändrat ur dokumenten" if first.how == "propose" else f"ändrat av {first.by}"
    before, after = field_value(first.field, first.before), field_value(first.field, first.after)
    return f"{first.on}: {how}: {fields} från {before} till {after}"


def _fields(fields: Sequence[str]) -> str:
    if {*FIELDS} - {"number", "abbreviation"} <= {*fields}:
        return "alla uppgifter"
    return ", ".join(field_name(field).lower() for field in fields)
