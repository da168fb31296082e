"""Fields, values and times in the reader's words."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hierarchy.documents import Status
from hierarchy.levels import Hierarchy, Level
from hierarchy.procurement.thresholds import Threshold
from ui.formats import organisation_name, written_date
from ui.texts import Texts


def field_name(field: str, texts: Texts) -> str:
    return texts(f"keep.field.{field}")


def value_said(field: str, value: Any, hierarchy: Hierarchy, texts: Texts) -> str:
    """A field's value as a person would say it."""
    if field == "organisations":
        known = {organisation.id: organisation for organisation in hierarchy.organisations}
        names = [organisation_name(known[i], texts) if i in known else i for i in value or ()]
        return ", ".join(names) or texts("identity.everyone")
    match value:
        case None | "":
            return texts("keep.unknown")
        case Level():
            return texts(f"level.{value}")
        case Status():
            return texts(f"status.{value}")
        case date():
            return written_date(value, texts)
        case str():
            return value
        case Sequence():
            return ", ".join(map(str, value)) or texts("keep.unknown")
    return str(value)


def time_said(at: str, texts: Texts) -> str:
    """ "22 november 2026 kl. 14.05", by the server's clock."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return texts("keep.time", date=written_date(moment.date(), texts), time=f"{moment:%H.%M}")


def amount_said(amount: Decimal, texts: Texts) -> str:
    """ "700 000 kr"."""
    figure = _grouped(amount, texts)
    return f"{figure}\u00a0kr" if texts.language == "sv" else f"SEK\u00a0{figure}"


def _grouped(amount: Decimal, texts: Texts) -> str:
    figure = f"{amount:,}"
    return figure.replace(",", "\u00a0").replace(".", ",") if texts.language == "sv" else figure


def limit_said(threshold: Threshold, texts: Texts) -> str:
    """A limit in a few words: "understiger 700 000 kr"."""
    if threshold.comparator is None:
        return texts("keep.limit.every")
    compared = texts(f"keep.comparator.{threshold.comparator}")
    if threshold.amount is not None:
        return f"{compared} {amount_said(threshold.amount, texts)}"
    if threshold.percent is not None:
        return f"{compared} {threshold.percent} % ({threshold.percent_of})"
    return f"{compared} {_grouped(threshold.euro or Decimal(0), texts)} euro"
