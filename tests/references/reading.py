"""References written short, so that a test reads as what a lawyer would say."""

from references.finding import find_references
from references.reference import Reference


def read(text: str, act: str | None = None) -> list[str]:
    """Each reference as "act: chapter kap. section § S2 M1 p3", without what it leaves unsaid."""
    return [_short(reference) for reference in find_references(text, act)]


def _short(reference: Reference) -> str:
    parts = [
        f"{reference.act}:" if reference.act else None,
        reference.address,
        f"S{reference.stycke}" if reference.stycke else None,
        f"M{reference.mening}" if reference.mening else None,
        f"p{reference.point}" if reference.point else None,
    ]
    return " ".join(part for part in parts if part)
