"""`eval compare`: two saved runs, metric by metric and question by question."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from commands.evaluate import saved_run
from commands.output import console, paragraph, write_json
from evals.compare import Change, Comparison, compare
from evals.significance import Paired
from evals.wording import decimal

_NOTE = (
    "p enligt McNemars exakta test på de frågor som båda ställde; spannet är 95 % av skillnaden (bootstrap). "
    "Bland många mått skiljer sig något av slump ibland: en av tjugo gånger för varje mått."
)


def compare_runs(before: Path, after: Path, *, json: bool) -> int:
    """Show what changed. Returns the exit status. Raises CommandFailed for a file that is no saved run."""
    compared = compare(saved_run(before), saved_run(after))
    if json:
        write_json(_as_json(compared))
    else:
        console().print(_shown(compared, f"{before.name} → {after.name}"))
    return 0


def _shown(compared: Comparison, title: str) -> RenderableType:
    parts: list[RenderableType] = [_metrics(compared, title), paragraph(_NOTE, style="dim")]
    for heading, changes in (
        ("Sämre", compared.worse),
        ("Bättre", compared.better),
        ("Både bättre och sämre", compared.mixed),
        ("Ändrat svar, samma utfall", compared.other),
    ):
        if changes:
            parts += [Text(), paragraph(f"{heading}: {len(changes)}", style="bold")]
            parts += [line for change in changes for line in _change(change, compared)]
    parts += [Text(), paragraph(f"Lika i båda: {compared.same}", style="bold")]
    for heading, names in (
        ("Omskrivna mellan körningarna (jämförs inte)", compared.altered),
        ("Bara i den första", compared.gone),
        ("Bara i den andra", compared.new),
    ):
        if names:
            parts.append(paragraph(f"{heading}: {', '.join(names)}"))
    return Group(*parts)


def _metrics(compared: Comparison, title: str) -> Table:
    table = Table(title=Text(title, style="bold"), box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    table.add_column("Mått", overflow="fold")
    for head in ("Före", "Efter", "Skillnad", "Utslag"):
        table.add_column(head, justify="right", no_wrap=True)
    for name, found in compared.metrics.items():
        low, high = found.interval.low * 100, found.interval.high * 100
        spread = f"{decimal(found.difference * 100, 1)}\n({decimal(low, 1)} – {decimal(high, 1)})"
        table.add_row(
            Text(compared.labels.get(name, name)),
            decimal(found.before * 100, 1),
            decimal(found.after * 100, 1),
            spread.replace("-", "−"),
            f"{verdict(found)}\n+{found.better} −{found.worse}, p {decimal(found.p, 3)}",
        )
    return table


def verdict(found: Paired) -> str:
    """Whether the difference is more than chance, in a few words."""
    if not found.better and not found.worse:
        return "ingen skillnad"
    if not found.is_sure:
        return "kan vara slump"
    return "bättre" if found.difference > 0 else "sämre"


def _change(change: Change, compared: Comparison) -> Iterable[RenderableType]:
    yield paragraph(f"{change.id}: {change.after.question}", 2)
    for mark, names in (("+", change.better), ("−", change.worse)):
        for name in names:
            reasons = f"{change.before.reasons.get(name, '')} → {change.after.reasons.get(name, '')}"
            yield paragraph(f"{mark} {compared.labels.get(name, name)}: {reasons}", 4, "dim")
    if change.worse and change.after.lost:
        yield paragraph(f"Steget: {change.after.lost}", 4)
    if not change.better and not change.worse:
        yield paragraph(f"{_short(change.before.found)} → {_short(change.after.found)}", 4, "dim")


def _short(lines: Sequence[str]) -> str:
    """What was shown, by place alone."""
    return "; ".join(line.partition(": ”")[0] for line in lines)


def _as_json(compared: Comparison) -> dict[str, Any]:
    def listed(changes: Iterable[Change]) -> list[dict[str, Any]]:
        return [
            {"id": change.id, "better": list(change.better), "worse": list(change.worse)}
            for change in changes
        ]

    return {
        "metrics": {
            name: {**asdict(found), "difference": found.difference, "verdict": verdict(found)}
            for name, found in compared.metrics.items()
        },
        "same": compared.same,
        "better": listed(compared.better),
        "worse": listed(compared.worse),
        "mixed": listed(compared.mixed),
        "other": [change.id for change in compared.other],
        "altered": list(compared.altered),
        "gone": list(compared.gone),
        "new": list(compared.new),
    }
