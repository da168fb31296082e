"""Builders of what the answers package works on, filled in but what a test is about."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from answers.evidence import Evidence
from answers.ranking import Ranked, Ranking, load_ranking
from answers.scope import Scope
from answers.understanding import Understood, understand
from hierarchy.documents import GoverningDocument, Provision, Status
from hierarchy.ladder import Citation
from hierarchy.levels import Hierarchy, Level, Organisation, RungDefinition
from index.passages import Span, Unit
from index.retrieval import Candidate
from index.vocabulary import QueryWord
from ingest.blocks import PageMark
from ingest.stored_text import ocr_confidence

TODAY = date(2026, 3, 2)
RUNGS = tuple(RungDefinition(level, f"{level} (sv)", f"{level} (en)") for level in Level if level.is_rung)
NORR = Organisation("norr", "Region Norr", "Region North", RUNGS, names=("Norrlandstinget",))
SYD = Organisation("syd", "Region Syd", "Region South", RUNGS)
HIERARCHY = Hierarchy((NORR, SYD))


def document(name: str = "policy", level: Level = Level.POLICY, **stated: Any) -> GoverningDocument:
    """A confirmed document in force that binds Region Norr, or everybody when it is a law."""
    defaults: dict[str, Any] = {
        "title": name.capitalize(),
        "kind": str(level),
        "status": Status.ADOPTED,
        "organisations": () if level is Level.LAW else ("norr",),
        "valid_from": date(2025, 1, 1),
        "confirmed": True,
        "source": f"{name}.md",
    }
    return GoverningDocument(name, level=level, **{**defaults, **stated})


def provision(
    text: str, of: str = "policy", *, start: int = 0, path: tuple[str, ...] = ("Gåvor",)
) -> Provision:
    return Provision(of, " › ".join(path), path, path[-1], start, start + len(text))


def asked(text: str = "Får jag ta emot en gåva?", **chosen: Any) -> Understood:
    """A question of Region Norr on `TODAY`, unless told otherwise."""
    given = {"organisation": "norr", "as_of": None, "language": None, "today": TODAY, **chosen}
    documents = given.pop("documents", ())
    return understand(text, HIERARCHY, documents, **given)


def word(*terms: str, importance: float = 1.0) -> QueryWord:
    return QueryWord(terms[0], dict.fromkeys(terms, 1.0), importance, True)


def candidate(
    of: GoverningDocument, text: str, number: int = 1, *, cosine: float = 0.85, **measured: Any
) -> Candidate:
    """A provision that is the whole of its document's text, with no passage of it found by itself."""
    defaults = {"bm25": 1.0, "coverage": 0.5, "heading_coverage": 0.0}
    where = provision(text, of.document)
    return Candidate(number, where, of, **{"cosine": cosine, **defaults, **measured})


def evidence(start: int, end: int, lead: tuple[int, int] | None = None, *, cosine: float = 0.85) -> Evidence:
    return Evidence(Unit(Span(start, end), Span(*lead) if lead else None), cosine, 0.5, True)


def ranked(
    of: GoverningDocument,
    number: int = 1,
    *,
    score: float = 1.0,
    support: float = 1.0,
    text: str = "Avböj.",
    **measured: Any,
) -> Ranked:
    return Ranked(candidate(of, text, number, **measured), score, support, [evidence(0, len(text))], {}, {})


def ranking(**thresholds: float) -> Ranking:
    """The project's weights with thresholds of the test's own."""
    margins = {field.name: 1.0 for field in fields(Ranking) if field.name.endswith("_margin")}
    return replace(load_ranking(), **{"support_from": 0.0, **margins, **thresholds})


def scope(*documents: GoverningDocument, **stated: Any) -> Scope:
    by_level = {level: frozenset(d.document for d in documents if d.level is level) for level in Level}
    return Scope(by_level, **{"missing_acts": (), "named_acts": frozenset(), **stated})


def cite(of: GoverningDocument, quote: str, *, start: int = 0, **pages: Any) -> Citation:
    """A citation of a document whose text is the quote alone, unless it starts further in."""
    where = provision(quote, of.document, start=start)
    return Citation(of, where, quote, start, start + len(quote), **pages)


def library(texts: dict[str, str], marks: Sequence[PageMark] = ()) -> Any:
    """A library that holds texts, each on the page of the last mark before the place."""

    def mark_at(document: str, offset: int) -> PageMark | None:
        return next((mark for mark in reversed(marks) if mark.offset <= offset), None)

    def confidence(document: str, start: int, end: int) -> float | None:
        return ocr_confidence(tuple(marks), start, end)

    return SimpleNamespace(text=texts.__getitem__, mark_at=mark_at, ocr_confidence=confidence)
