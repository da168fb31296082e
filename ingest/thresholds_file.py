"""`thresholds.yaml`: the numeric rules that people keep, each with the text it rests on."""

from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from pathlib import Path

from hierarchy.amounts import Comparator
from hierarchy.levels import Hierarchy, Level
from hierarchy.procurement.thresholds import (
    Effect,
    Law,
    Procedure,
    SourceQuote,
    Subject,
    Threshold,
)
from ingest.yaml_fields import Field, parse_yaml, read_yaml

THRESHOLDS_FILE = "thresholds.yaml"
PROPOSALS_FILE = "thresholds.forslag.yaml"
"""Limits that nobody has confirmed, in the same format; nothing counts with them."""

_FIELDS = frozenset(
    "id law effect comparator amount percent euro until duty subjects procedures organisations level "  # noqa: SIM905
    "consequence valid_from valid_to sources overtaken_by".split()
)
_REQUIRED = frozenset({"id", "law", "effect", "consequence"})
_SOURCE = frozenset({"document", "section", "quote"})
_DROPPED = frozenset({"id", "by", "on"})
_PERCENT = frozenset({"share", "of"})
_LANGUAGES = frozenset({"sv", "en"})


def load_thresholds(path: Path, hierarchy: Hierarchy) -> tuple[Threshold, ...]:
    """The thresholds of a file, in its order. Raises GovernanceError with line and field for any mistake."""
    return _thresholds(read_yaml(path), hierarchy)


def parse_thresholds(path: Path, text: str, hierarchy: Hierarchy) -> tuple[Threshold, ...]:
    """The thresholds of a text that stands, or is to stand, in the file. Raises GovernanceError."""
    return _thresholds(parse_yaml(path, text), hierarchy)


def parse_proposals(
    path: Path, text: str, hierarchy: Hierarchy, confirmed: Collection[str]
) -> tuple[tuple[Threshold, ...], frozenset[str]]:
    """The thresholds of a text of proposals, and the ids of those that a person has turned down.

    A proposal may point to a threshold that is `confirmed` (ids). Raises GovernanceError.
    """
    root = parse_yaml(path, text)
    if root.value is None:
        return (), frozenset()
    fields = root.mapping(frozenset({"thresholds", "dropped"}))
    dropped = [item.mapping(_DROPPED, _DROPPED) for item in _listed(fields, "dropped")]
    without = Field(path, root.line, None, {k: v for k, v in fields.items() if k != "dropped"})
    found = _thresholds(without, hierarchy, confirmed) if without.value else ()
    return found, frozenset(item["id"].text() for item in dropped)


def _thresholds(root: Field, hierarchy: Hierarchy, elsewhere: Collection[str] = ()) -> tuple[Threshold, ...]:
    if root.value is None:
        return ()
    listed = root.mapping(frozenset({"thresholds"}), frozenset({"thresholds"}))["thresholds"]
    found: dict[str, Threshold] = {}
    for item in listed.items():
        threshold = _threshold(item, hierarchy)
        if threshold.id in found:
            raise item.error(f"tröskeln ”{threshold.id}” finns två gånger.", "Ge den ena ett annat id.")
        found[threshold.id] = threshold
    for item, threshold in zip(listed.items(), found.values(), strict=True):
        for name, other in (("percent", threshold.percent_of), ("overtaken_by", threshold.overtaken_by)):
            if other is not None and other not in found and other not in elsewhere:
                raise item.error(f"{name} pekar på ”{other}”, som inte finns i filen.", "Rätta id:t.")
    return tuple(found.values())


def _threshold(item: Field, hierarchy: Hierarchy) -> Threshold:
    fields = item.mapping(_FIELDS, _REQUIRED)
    consequence = fields["consequence"].mapping(_LANGUAGES, frozenset({"sv"}))
    percent, percent_of = _share(fields.get("percent"))
    threshold = Threshold(
        id=fields["id"].text(),
        law=fields["law"].choice(Law),
        effect=fields["effect"].choice(Effect),
        comparator=fields["comparator"].choice(Comparator) if "comparator" in fields else None,
        consequence_sv=consequence["sv"].text(),
        consequence_en=consequence.get("en", consequence["sv"]).text(),
        level=fields["level"].choice(Level) if "level" in fields else Level.LAW,
        amount=_amount(fields.get("amount")),
        percent=percent,
        percent_of=percent_of,
        euro=_amount(fields.get("euro")),
        until=_amount(fields.get("until")),
        duty=fields["duty"].text() if "duty" in fields else None,
        subjects=frozenset(entry.choice(Subject) for entry in _listed(fields, "subjects")),
        procedures=frozenset(entry.choice(Procedure) for entry in _listed(fields, "procedures")),
        organisations=frozenset(_known(entry, hierarchy) for entry in _listed(fields, "organisations")),
        valid_from=fields["valid_from"].optional_day() if "valid_from" in fields else None,
        valid_to=fields["valid_to"].optional_day() if "valid_to" in fields else None,
        sources=tuple(_source(entry) for entry in _listed(fields, "sources")),
        overtaken_by=fields["overtaken_by"].text() if "overtaken_by" in fields else None,
    )
    _check(item, threshold)
    return threshold


def _check(item: Field, threshold: Threshold) -> None:
    """Raises GovernanceError where the fields don't make one rule together."""
    stated = [threshold.amount, threshold.percent, threshold.euro]
    measures = sum(value is not None for value in stated)
    if threshold.comparator is None:
        if measures or threshold.effect is not Effect.DUTY:
            raise item.error(
                "comparator saknas.", "Skriv under, over, at_least eller at_most, så som texten jämför."
            )
    elif measures != 1:
        raise item.error("ett belopp behövs.", "Ange ett av amount, percent och euro.")
    if threshold.effect is Effect.DUTY and threshold.duty is None:
        raise item.error("duty saknas.", "Skriv en kort benämning på det som ska göras.")
    if threshold.valid_from and threshold.valid_to and threshold.valid_to < threshold.valid_from:
        raise item.error("valid_to ligger före valid_from.", "Rätta det ena datumet.")


def _listed(fields: dict[str, Field], name: str) -> tuple[Field, ...]:
    return fields[name].items() if name in fields else ()


def _amount(field: Field | None) -> Decimal | None:
    if field is None:
        return None
    written = field.text()
    try:
        amount = Decimal(written.replace(" ", "").replace("_", "").replace(",", "."))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount <= 0:
        raise field.error(f"”{written}” är inget belopp.", "Skriv det med siffror, till exempel 700000.")
    return amount


def _share(field: Field | None) -> tuple[Decimal | None, str | None]:
    if field is None:
        return None, None
    fields = field.mapping(_PERCENT, _PERCENT)
    return _amount(fields["share"]), fields["of"].text()


def _known(field: Field, hierarchy: Hierarchy) -> str:
    organisation = field.text()
    if hierarchy.organisation(organisation) is None:
        raise field.error(
            f"organisationen ”{organisation}” finns inte i hierarchy.yaml.",
            "Lägg till den där, eller rätta id:t.",
        )
    return organisation


def _source(entry: Field) -> SourceQuote:
    fields = entry.mapping(_SOURCE, _SOURCE)
    return SourceQuote(fields["document"].text(), fields["section"].text(), fields["quote"].text())
