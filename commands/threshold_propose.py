"""`threshold propose`: the limits that the documents state and nobody has kept, written for a person."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from commands.output import console, counted, paragraph, shortened, write_json
from hierarchy.amounts import Comparator
from index.library import Library
from index.proposed_entries import Proposed, proposed_entries
from index.threshold_proposals import propose
from ingest.threshold_entries import entry_of, with_entries
from keeping.threshold_desk import open_threshold_desk

_COMPARED = {
    Comparator.UNDER: "under",
    Comparator.OVER: "över",
    Comparator.AT_LEAST: "minst",
    Comparator.AT_MOST: "högst",
}


def propose_thresholds(data: Path, governance: Path | None, *, day: date, dry_run: bool, json: bool) -> int:
    """Writes what is new after what waits already, or only shows it. Returns the exit status."""
    with closing(Library(data)) as library:
        desk = open_threshold_desk(library, governance)
        known = [organisation.id for organisation in desk.hierarchy.organisations]
        found = propose(library, day)
        proposed = proposed_entries(found, desk.kept, desk.waiting, desk.dropped, known, day)
    path = desk.waiting_file.path
    if not dry_run and proposed.entries:
        desk.write_waiting(with_entries(path, desk.waiting_text, map(entry_of, proposed.entries)))
    if json:
        write_json(_as_json(proposed, path, written=not dry_run and bool(proposed.entries)))
    else:
        console().print(_shown(proposed, path, dry_run=dry_run))
    return 0


def limit_in_words(fields: Mapping[str, Any]) -> str:
    """An entry's limit as a reader says it: "minst 30 000 kr"."""
    compared = _COMPARED[Comparator(fields["comparator"])] if "comparator" in fields else "varje köp"
    if "percent" in fields:
        return f"{compared} {fields['percent']['share']} % av {fields['percent']['of']}"
    for name, unit in (("amount", "kr"), ("euro", "euro")):
        if name in fields:
            return f"{compared} {_grouped(fields[name])} {unit}"
    return compared


def _grouped(figure: object) -> str:
    return f"{figure:,}".replace(",", "\u00a0") if isinstance(figure, int) else str(figure)


def _as_json(proposed: Proposed, path: Path, *, written: bool) -> dict[str, Any]:
    return {
        "file": str(path),
        "written": written,
        "proposals": [_plain(fields) for fields in proposed.entries],
        "known": proposed.known,
        "without_base": [
            {"document": p.document.document, "section": p.provision.address, "quotes": list(p.quotes)}
            for p in proposed.without_base
        ],
    }


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, date) else value for name, value in fields.items()}


def _shown(proposed: Proposed, path: Path, *, dry_run: bool) -> RenderableType:
    parts: list[RenderableType] = []
    if proposed.entries:
        head = counted(len(proposed.entries), "möjlig gräns är ny:", "möjliga gränser är nya:")
        parts.append(paragraph(head, style="bold"))
        parts += [part for fields in proposed.entries for part in _entry_shown(fields)]
    else:
        parts.append(paragraph("Alla gränser som hittats i dokumenten är redan kända.", style="bold"))
    if proposed.known:
        parts.append(
            paragraph(f"{counted(proposed.known, 'gräns', 'gränser')} till finns redan.", style="dim")
        )
    for proposal in proposed.without_base:
        place = f"{proposal.document.document}, {proposal.provision.address}"
        why = f"{place}: andelen av tröskelvärdet kan inte skrivas, för tröskelvärdet finns varken i "
        parts.append(
            paragraph(f"{why}thresholds.yaml eller i dokumenten. Lägg in det först.", style="yellow")
        )
    if proposed.entries:
        parts.append(Text())
        if dry_run:
            parts.append(paragraph(f"Inget är skrivet. Utan --dry-run skrivs det i {path}."))
        else:
            parts.append(paragraph(f"Skrivet i {path}. Ingenting räknar med dem förrän du har behållit dem."))
            parts.append(paragraph("Gå igenom dem: regelstegen threshold review"))
    return Group(*parts)


def _entry_shown(fields: Mapping[str, Any]) -> Iterator[RenderableType]:
    source = fields["sources"][-1]
    yield paragraph(f"{source['document']}, {source['section']}: {limit_in_words(fields)}", 2, "bold")
    yield paragraph(f"”{shortened(source['quote'], 200)}”", 4, "dim")
    if "overtaken_by" in fields:
        yield paragraph(
            f"Lagen har en annan gräns ({fields['overtaken_by']}): den här är överspelad.", 4, "yellow"
        )
