"""A run as tables for a terminal of 80 columns."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group as Renderables
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evals import wording
from evals.aggregate import Aggregate, Group, by_level, by_organisation, by_tag, latency, totals
from evals.gate import Gate, failures
from evals.loss import STEP_NAMES, counted
from evals.metrics.suite import Metric
from evals.run import EvalRun

SHORT_NAMES = {
    "recall": "Funnen",
    "right_source_shown": "Källa",
    "level": "Nivå",
    "facts": "Fakta",
    "refusal_recall": "Avstår",
}
"""The metrics that the breakdowns show, by name without its k, and the heads of their columns."""


def terminal_report(
    run: EvalRun,
    gate: Gate | None = None,
    *,
    title: str = "Utvärdering",
    show_cases: bool = True,
    drops: Sequence[str] | None = None,
) -> RenderableType:
    """Everything as one thing to print: totals, breakdowns, times, cases that failed, and the gate last.

    The gate stands last because that is what remains on the screen. `show_cases` False leaves the cases out.
    `drops`: what fell below the baseline, None where there is none.
    """
    parts: list[RenderableType] = [_totals(run, gate, title)]
    for caption, groups in (
        ("Per organisation", by_organisation(run)),
        ("Per nivå", {wording.level_heading(key): group for key, group in by_level(run).items()}),
        ("Per etikett", by_tag(run)),
    ):
        parts.append(_groups(run, caption, groups))
    parts += [_times(run), *_losses(run)]
    if show_cases:
        parts += _cases(run)
    if gate is not None or drops is not None:
        parts += _gate([*(failures(run, gate) if gate is not None else ()), *(drops or ())])
    return Renderables(*parts)


def _table(title: str, first: str, columns: Iterable[str]) -> Table:
    table = Table(title=Text(title, style="bold"), box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    table.add_column(first, overflow="fold")
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _totals(run: EvalRun, gate: Gate | None, title: str) -> Table:
    table = _table(f"{title}: {len(run.cases)} frågor", "Mått", ("Värde", "95 %", "Antal", "Gräns"))
    reached = totals(run)
    for metric in run.metrics:
        total = reached.get(metric.name)
        minimum = gate.minimums.get(metric.name) if gate is not None else None
        limit = "" if minimum is None else wording.figure(metric, minimum)
        if total is None:
            table.add_row(Text(metric.label), "–", "", "0", limit)
            continue
        below = minimum is not None and total.mean < minimum
        table.add_row(
            Text(metric.label),
            Text(wording.figure(metric, total.mean), style="bold red" if below else "bold"),
            wording.span(metric, total),
            str(total.count),
            f"{limit} ✗" if below else limit,
        )
    return table


def _groups(run: EvalRun, caption: str, groups: dict[str, Group]) -> Table:
    shown = [metric for metric in run.metrics if metric.name.partition("@")[0] in SHORT_NAMES]
    heads = [SHORT_NAMES[metric.name.partition("@")[0]] for metric in shown]
    table = _table(caption, "Grupp", ["Antal", *heads])
    for key, group in groups.items():
        figures = (_figure(metric, group.totals.get(metric.name)) for metric in shown)
        table.add_row(Text(key), str(group.cases), *figures)
    return table


def _figure(metric: Metric, total: Aggregate | None) -> Text:
    """The mean, and its interval below it."""
    if total is None:
        return Text("–")
    return Text(wording.figure(metric, total.mean)).append(f"\n{wording.span(metric, total)}", "dim")


def _losses(run: EvalRun) -> list[RenderableType]:
    lost = counted(case.lost for case in run.cases)
    table = _table("Vilket steg som förlorade frågan", "Steg", ("Frågor",))
    for step, number in lost.items():
        table.add_row(STEP_NAMES[step], str(number))
    return [table] if lost else []


def _times(run: EvalRun) -> Table:
    table = _table("Svarstid", "Steg", ("Median", "95 % inom"))
    for stage, spent in latency(run).items():
        table.add_row(
            Text(wording.STAGE_NAMES.get(stage, stage)),
            wording.milliseconds(spent.median),
            wording.milliseconds(spent.p95),
        )
    return table


def _cases(run: EvalRun) -> list[RenderableType]:
    failed = [case for case in run.cases if run.failed(case)]
    parts: list[RenderableType] = [Text(f"Frågor som brast: {len(failed)} av {len(run.cases)}", style="bold")]
    for case in failed:
        parts.append(Text(f"\n{case.question.id}", style="bold"))
        parts.append(_indented(case.question.conversation))
        parts += [_indented(f"– {line}") for line in wording.shortcomings(run, case)]
    return [*parts, Text()]


def _indented(text: str) -> Padding:
    return Padding(Text(text), (0, 0, 0, 2), expand=False)


def _gate(found: list[str]) -> list[RenderableType]:
    if not found:
        return [Text("Alla gränser är nådda.", style="bold green")]
    return [
        Text(f"Gränser som inte är nådda: {len(found)}", style="bold red"),
        *(_indented(sentence) for sentence in found),
    ]
