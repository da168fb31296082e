"""What readers think of the answers, month by month, and the reasons they give."""

from collections import Counter

from people.feedback import Reason, Verdict
from ui.quality.figures import percent
from ui.quality.tables import Cell, table_html
from ui.texts import Texts

SHOWN = (Verdict.HELPED, Verdict.NOT_HELPED, Verdict.WRONG)


def months_html(months: dict[str, Counter[Verdict]], texts: Texts) -> str:
    """A row a month, the latest first: how many judged, and the share of each verdict."""
    rows: list[tuple[Cell, ...]] = []
    for month, verdicts in reversed(months.items()):
        total = verdicts.total()
        shares = [verdicts[verdict] / total for verdict in SHOWN]
        told = [f"{percent(share, texts)} ({verdicts[v]})" for share, v in zip(shares, SHOWN, strict=True)]
        rows.append((_month(month, texts), str(total), *told, shares[0]))
    heads = [
        texts("quality.shares.month"),
        texts("quality.shares.number"),
        *(texts(f"quality.verdict.{verdict}") for verdict in SHOWN),
        texts("quality.shares.bar"),
    ]
    return table_html(texts("quality.shares.caption"), heads, rows, numbers=(1, 2, 3, 4))


def reasons_html(reasons: dict[Reason, int], texts: Texts) -> str:
    """A row a reason, the most common first."""
    most = max(reasons.values())
    rows = [(texts(f"feedback.reason.{reason}"), str(n), n / most) for reason, n in reasons.items()]
    heads = [texts("feedback.reason"), texts("quality.shares.number"), texts("quality.shares.bar_number")]
    return table_html(texts("quality.shares.reasons"), heads, rows, numbers=(1,))


def _month(month: str, texts: Texts) -> str:
    """ "2026-03" as "mars 2026"."""
    year, number = month.split("-")
    return f"{texts('date.months').split()[int(number) - 1]} {year}"
