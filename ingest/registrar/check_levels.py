"""Checks of the ladder: a rung that no document in force fills."""

from collections.abc import Iterator, Sequence
from datetime import date

from hierarchy.documents import GoverningDocument
from hierarchy.levels import Hierarchy
from hierarchy.validity import is_rule_in_force
from ingest.registrar.findings import Finding, Severity


def empty_levels(
    documents: Sequence[GoverningDocument], hierarchy: Hierarchy, as_of: date
) -> Iterator[Finding]:
    """Rungs of an organisation without a document in force on `as_of`; those that could fill it are named."""
    for organisation in hierarchy.organisations:
        for rung in organisation.rungs:
            held = [
                d
                for d in documents
                if d.level is rung.level and (not d.organisations or organisation.id in d.organisations)
            ]
            if any(is_rule_in_force(document, as_of) for document in held):
                continue
            names = tuple(document.document for document in held)
            listed = ", ".join(f"”{name}”" for name in names[:3]) + (" med flera" if len(names) > 3 else "")
            why = f" (där finns {listed}, men inget är beslutat och gäller den dagen)" if names else ""
            yield Finding(
                Severity.WARNING,
                "empty_level",
                None,
                f"{organisation.name_sv} har inget gällande dokument på nivån ”{rung.label_sv}” den {as_of}"
                f"{why}.",
                "Gå igenom deras uppgifter: regelstegen register review"
                if names
                else "Läs in dokumenten på nivån, eller ta bort den ur hierarchy.yaml.",
                names,
                organisation.id,
            )
