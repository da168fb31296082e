"""A run as one self-contained HTML page: nothing is loaded from anywhere, everything shown is escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from evals import wording
from evals.aggregate import Aggregate, Group, by_level, by_organisation, by_tag, latency, totals
from evals.charts import Bar, bar_chart
from evals.gate import Gate, failures
from evals.history import PastRun
from evals.loss import STEP_NAMES, counted
from evals.metrics.suite import RIGHT_SOURCE_SHOWN, Metric
from evals.report_history_html import history_html
from evals.run import CaseResult, EvalRun

STYLE = Path(__file__).with_name("report.css")


def html_report(
    run: EvalRun,
    gate: Gate | None = None,
    *,
    title: str = "Utvärdering",
    subtitle: str = "",
    history: Sequence[PastRun] = (),
    drops: Sequence[str] | None = None,
) -> str:
    """The whole page as text. `subtitle` says what was asked of what, and when; `history` holds earlier runs
    and this one; `drops` what fell below the baseline, None where there is none.
    """
    body = "".join(
        (
            f"<h1>{escape(title)}</h1>",
            f'<p class="soft">{escape(subtitle)}</p>' if subtitle else "",
            _verdict(run, gate, drops),
            _metrics(run, gate),
            history_html(history, run.metrics),
            _losses(run),
            _breakdown(run, "tag", "Per etikett", "etikett", by_tag(run)),
            _breakdown(
                run,
                "level",
                "Per nivå",
                "nivå",
                {wording.level_heading(key): group for key, group in by_level(run).items()},
            ),
            _breakdown(run, "organisation", "Per organisation", "organisation", by_organisation(run)),
            _times(run),
            _cases(run),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE.read_text('utf-8')}</style>\n</head>\n"
        f"<body>\n<main>{body}</main>\n</body>\n</html>\n"
    )


def _verdict(run: EvalRun, gate: Gate | None, drops: Sequence[str] | None) -> str:
    failed = sum(1 for case in run.cases if run.failed(case))
    summary = (
        f"{len(run.cases)} frågor, {len(run.cases) - failed} utan anmärkning och {failed} där något brast."
    )
    if gate is None and drops is None:
        return f'<p class="soft">{summary} Inga gränser är satta.</p>'
    found = [*(failures(run, gate) if gate is not None else ()), *(drops or ())]
    if not found:
        return f'<div class="verdict"><strong>Alla gränser är nådda.</strong><p>{summary}</p></div>'
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in found)
    heading = "En gräns är inte nådd." if len(found) == 1 else f"{len(found)} gränser är inte nådda."
    return f'<div class="verdict failed"><strong>{heading}</strong><p>{summary}</p><ul>{items}</ul></div>'


def _metrics(run: EvalRun, gate: Gate | None) -> str:
    reached = totals(run)
    minimums = gate.minimums if gate is not None else {}
    rows = [(metric, reached[metric.name]) for metric in run.metrics if metric.name in reached]
    bars = [_bar(metric, total, metric.label, minimums.get(metric.name)) for metric, total in rows]
    limit = " Den streckade linjen är gränsen." if minimums else ""
    chart = _figure(
        bar_chart("metrics", "Alla mått", _spoken(bars), bars),
        f"Medelvärde i procent (MRR gånger hundra). Det smala strecket är 95 % konfidensintervall.{limit}",
    )
    table = _table(
        "Måtten i siffror. Ett mått räknas bara på de frågor som det gäller.",
        ("Mått", "Namn", "Värde", "95 %", "Antal", "Gräns"),
        (
            (
                metric.label,
                metric.name,
                wording.figure(metric, total.mean),
                wording.span(metric, total),
                str(total.count),
                wording.figure(metric, minimums[metric.name]) if metric.name in minimums else "",
            )
            for metric, total in rows
        ),
        words=2,
    )
    return f"<h2>Mått</h2>{chart}<details><summary>Samma siffror i tabell</summary>{table}</details>"


def _losses(run: EvalRun) -> str:
    lost = counted(case.lost for case in run.cases)
    if not lost:
        return ""
    rows = [(STEP_NAMES[step], str(number)) for step, number in lost.items()]
    table = _table("Varje fråga som brast räknas vid det första steg som gick fel.", ("Steg", "Frågor"), rows)
    return f"<h2>Vilket steg som förlorade frågan</h2>{table}"


def _breakdown(run: EvalRun, name: str, heading: str, kind: str, groups: dict[str, Group]) -> str:
    """A chart of what a user notices first, and a table of every metric."""
    metric = next(metric for metric in run.metrics if metric.name == RIGHT_SOURCE_SHOWN)
    bars = [
        _bar(metric, group.totals[metric.name], key)
        for key, group in groups.items()
        if metric.name in group.totals
    ]
    chart = (
        _figure(
            bar_chart(name, f"{metric.label}, per {kind}", _spoken(bars), bars),
            f"{metric.label}, procent av de frågor som har ett svar. Strecket är 95 % konfidensintervall.",
        )
        if bars
        else ""
    )
    table = _table(
        f"Alla mått per {kind} med 95 % konfidensintervall under; ett streck där måttet inte gäller någon.",
        (kind.capitalize(), "Frågor", *(metric.label for metric in run.metrics)),
        (
            (key, str(group.cases), *(_mean(metric, group.totals.get(metric.name)) for metric in run.metrics))
            for key, group in groups.items()
        ),
    )
    return (
        f"<h2>{escape(heading)}</h2>{chart}<details><summary>Alla mått per {kind}</summary>{table}</details>"
    )


def _times(run: EvalRun) -> str:
    rows = (
        (
            wording.STAGE_NAMES.get(stage, stage),
            wording.milliseconds(spent.median),
            wording.milliseconds(spent.p95),
            str(spent.count),
        )
        for stage, spent in latency(run).items()
    )
    table = _table("Tid per svar och steg.", ("Steg", "Median", "95 % inom", "Antal"), rows)
    return f"<h2>Svarstid</h2>{table}"


def _cases(run: EvalRun) -> str:
    failed = [case for case in run.cases if run.failed(case)]
    if not failed:
        return "<h2>Frågor där något brast</h2><p>Inga.</p>"
    rows = "".join(_case(run, case) for case in failed)
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Fråga", "Väntat", "Visat", "Vad som brast"))
    return (
        f"<h2>Frågor där något brast</h2>"
        '<div class="scroll" role="region" aria-label="Frågor där något brast" tabindex="0">'
        f'<table class="cases"><caption>{len(failed)} av {len(run.cases)} frågor: det väntade och det visade '
        f"sida vid sida.</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _case(run: EvalRun, case: CaseResult) -> str:
    question = case.question
    about = [question.id, question.organisation or "ingen organisation", *question.tags]
    if question.as_of is not None:
        about.insert(2, question.as_of.isoformat())
    text = escape(case.answer["answer"])
    answer = f'<details><summary>Hela svaret</summary><p class="answer">{text}</p></details>'
    return (
        f'<tr><th scope="row"><p>{escape(question.conversation)}</p>'
        f'<p class="soft">{escape(" · ".join(about))}</p></th>'
        f"<td>{_lines(wording.expected(case))}</td>"
        f"<td>{_lines(wording.found(case))}{answer}</td>"
        f'<td class="fault">{_lines(wording.shortcomings(run, case))}</td></tr>'
    )


def _bar(metric: Metric, total: Aggregate, label: str, minimum: float | None = None) -> Bar:
    figures = f"{wording.figure(metric, total.mean)}  ({wording.span(metric, total)}), n {total.count}"
    return Bar(label, total.mean, total.interval.low, total.interval.high, figures, minimum)


def _spoken(bars: Sequence[Bar]) -> str:
    """The whole chart as a sentence, for those who do not see it."""
    return (
        "; ".join(f"{bar.label} {bar.figures}{' under gränsen' if bar.is_below else ''}" for bar in bars)
        + "."
    )


def _mean(metric: Metric, total: Aggregate | None) -> str:
    """The mean with its interval on a line of its own."""
    return "–" if total is None else f"{wording.figure(metric, total.mean)}\n{wording.span(metric, total)}"


def _figure(chart: str, caption: str) -> str:
    return f"<figure>{chart}<figcaption>{escape(caption)}</figcaption></figure>"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A table whose first `words` columns are words and the rest figures; the first names its row."""

    def cell(tag: str, number: int, text: str, scope: str = "") -> str:
        kind = "" if number < words else ' class="number"'
        first, _, second = text.partition("\n")
        below = f'<span class="span">{escape(second)}</span>' if second else ""
        return f"<{tag}{scope}{kind}>{escape(first)}{below}</{tag}>"

    head = "".join(cell("th", number, text, ' scope="col"') for number, text in enumerate(heads))
    body = "".join(
        "<tr>"
        + "".join(
            cell("th", number, text, ' scope="row"') if number == 0 else cell("td", number, text)
            for number, text in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" role="region" aria-label="{escape(caption)}" tabindex="0"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
