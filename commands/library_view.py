"""The library in a terminal: what an ingest did, the documents, their identities and their provisions."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from commands.output import counted, one_line, paragraph, shortened
from hierarchy.documents import Confidence, Evidence, GoverningDocument, Provision
from hierarchy.levels import Level
from hierarchy.procurement.thresholds import Threshold
from index.report import IngestReport
from ui.formats import capitalised
from ui.texts import load_texts

_MOST_DOUBTS = 10
"""Documents whose doubts an ingest lists; the rest are counted."""
_MOST_LIMITS = 10
"""Limits that are switched off which an ingest lists; the rest are counted."""
_LONGEST_PROVISION = 160

_CONFIDENCE = {
    Confidence.STATED: "anges i dokumentet",
    Confidence.READ: "läst ur texten",
    Confidence.INFERRED: "slutsats, kontrollera",
}
_TEXTS = load_texts("sv")


def ingest_shown(
    report: IngestReport,
    documents: Sequence[GoverningDocument],
    switched_off: Sequence[tuple[Threshold, str]] = (),
) -> RenderableType:
    """What was read and dropped, what is in doubt, and each refused file with reason and remedy.

    `documents` is what the library holds now; `switched_off` the limits that the documents no longer bear
    out, each with the reason.
    """
    done = [
        counted(len(report.read), "dokument läst", "dokument lästa"),
        counted(report.unchanged, "oförändrat", "oförändrade"),
        counted(len(report.removed), "borttaget", "borttagna"),
    ]
    parts: list[RenderableType] = [paragraph(f"{', '.join(done)}.", style="bold")]
    present = [d for d in documents if d.withdrawn is None]
    levels = [(level, sum(1 for d in present if d.level is level)) for level in Level]
    held = ", ".join(f"{_TEXTS(f'level.{level}')} {number}" for level, number in levels if number)
    if held:
        parts.append(paragraph(f"Biblioteket har nu {len(present)} dokument: {held}."))
    parts += _withdrawn(report, len(documents) - len(present))
    for renaming in report.renamed:
        renamed = f"{renaming.document} heter nu {Path(renaming.path).name}; identiteten är densamma."
        parts.append(paragraph(one_line(renamed)))
    unconfirmed = [d for d in documents if d.document in report.read and not d.confirmed]
    if unconfirmed:
        parts += _doubts(unconfirmed)
    parts += _limits_off(switched_off)
    if report.refused:
        head = counted(len(report.refused), "fil kunde inte läsas:", "filer kunde inte läsas:")
        parts += [Text(), paragraph(head, style="bold yellow")]
        for refusal in report.refused:
            parts += [
                paragraph(one_line(refusal.path), 2),
                paragraph(f"{refusal.reason} {refusal.remedy}", 4, "yellow"),
            ]
    return Group(*parts)


def _withdrawn(report: IngestReport, number: int) -> list[RenderableType]:
    """The documents whose files are gone since the last ingest, and what the library does with them."""
    if report.removed:
        named = ", ".join(map(one_line, report.removed))
        head = counted(len(report.removed), "dokument har ingen fil längre", "dokument har ingen fil längre")
        kept = "De gäller inte från i dag, men svarar på frågor om tiden före. "
        return [
            paragraph(f"{head}: {named}."),
            paragraph(f"{kept}Ta bort för gott: regelstegen ingest --forget DOKUMENT", 2, "dim"),
        ]
    kept = counted(number, "borttaget dokument finns kvar", "borttagna dokument finns kvar")
    return [paragraph(f"{kept} för frågor om tiden före.", style="dim")] if number else []


def _doubts(documents: Sequence[GoverningDocument]) -> list[RenderableType]:
    head = counted(len(documents), "dokument har uppgifter", "dokument har uppgifter")
    parts: list[RenderableType] = [
        Text(),
        paragraph(f"{head} som lästs ur texten och som ingen har bekräftat:", style="bold"),
    ]
    for document in documents[:_MOST_DOUBTS]:
        parts.append(paragraph(document.document, 2))
        parts += [paragraph(f"? {doubt}", 4, "dim") for doubt in document.doubts]
    if len(documents) > _MOST_DOUBTS:
        parts.append(
            paragraph(f"… och {len(documents) - _MOST_DOUBTS} till: regelstegen register show", 2, "dim")
        )
    return parts


def _limits_off(switched_off: Sequence[tuple[Threshold, str]]) -> list[RenderableType]:
    if not switched_off:
        return []
    head = counted(len(switched_off), "beloppsgräns är avstängd:", "beloppsgränser är avstängda:")
    parts: list[RenderableType] = [Text(), paragraph(head, style="bold yellow")]
    for threshold, why in switched_off[:_MOST_LIMITS]:
        parts += [paragraph(one_line(threshold.id), 2), paragraph(one_line(why), 4, "yellow")]
    if len(switched_off) > _MOST_LIMITS:
        rest = f"… och {len(switched_off) - _MOST_LIMITS} till: regelstegen threshold list"
        parts.append(paragraph(rest, 2, "dim"))
    return [*parts, paragraph("Rätta dem i thresholds.yaml och läs in igen.", 2)]


def register_shown(documents: Sequence[GoverningDocument]) -> RenderableType:
    """Every document in a line or two, rung by rung."""
    if not documents:
        return paragraph("Biblioteket innehåller inga dokument. Läs in en mapp: regelstegen ingest MAPP")
    parts: list[RenderableType] = []
    for level in Level:
        on_level = sorted((d for d in documents if d.level is level), key=lambda d: d.document)
        if on_level:
            parts += [Text(), paragraph(capitalised(_TEXTS(f"level.{level}")), style="bold underline")]
        for document in on_level:
            facts = [
                _TEXTS(f"status.{document.status}").lower(),
                _validity(document),
                f"borttaget {document.withdrawn}" if document.withdrawn else "",
                ", ".join(document.organisations),
                "" if document.confirmed else "obekräftade uppgifter",
                counted(len(document.doubts), "tvekan", "tvekanden") if document.doubts else "",
            ]
            parts += [
                paragraph(document.document, style="bold"),
                paragraph(document.title, 4),
                paragraph(" · ".join(fact for fact in facts if fact), 4, "dim"),
            ]
    return Group(*parts[1:])


def identity_fields(document: GoverningDocument) -> list[tuple[str, str, Evidence | None]]:
    """The fields that have a value: what each is called, its value, and what shows it."""
    fields: list[tuple[str, str | None]] = [
        ("title", document.title),
        ("kind", document.kind),
        ("level", _TEXTS(f"level.{document.level}")),
        ("status", _TEXTS(f"status.{document.status}")),
        ("organisations", ", ".join(document.organisations) or _TEXTS("identity.everyone")),
        ("adopted_by", document.adopted_by),
        ("decision", document.decision),
        ("date", _iso(document.date)),
        ("validity", _validity(document)),
        ("withdrawn", _iso(document.withdrawn)),
        ("diary_number", document.diary_number),
        ("number", document.number),
        ("supersedes", document.supersedes),
        ("conditional_on", document.conditional_on),
        ("issuer", document.issuer),
        ("body", document.body),
        ("contact", document.contact),
        ("source", document.source),
        ("confirmed", _TEXTS("identity.yes" if document.confirmed else "identity.no")),
    ]
    shows = {"validity": "valid_from"}
    return [
        (_TEXTS(f"identity.{name}"), value, document.evidence.get(shows.get(name, name)))
        for name, value in fields
        if value
    ]


def identity_shown(document: GoverningDocument) -> RenderableType:
    """One document: each field with the words it was read from, then the doubts."""
    parts: list[RenderableType] = [paragraph(document.document, style="bold")]
    for name, value, evidence in identity_fields(document):
        parts.append(paragraph(f"{name}: {value}", 2))
        parts += [paragraph(line, 6, "dim") for line in evidence_lines(evidence)]
    parts += [paragraph(f"? {doubt}", 2, "yellow") for doubt in document.doubts]
    return Group(*parts)


def page_of(provision: Provision) -> str:
    """Its page in the file, and the number printed on the paper where that is another."""
    printed = provision.printed_page
    other = f", tryckt {printed}" if printed and printed != str(provision.page) else ""
    return f"sida {provision.page}{other}"


def provisions_shown(provisions: Iterable[Provision], text: str, *, whole: bool = False) -> RenderableType:
    """Each provision's address and page, with its first words or as a `whole`, in reading order."""
    parts: list[RenderableType] = []
    for provision in provisions:
        page = f"  ({page_of(provision)})" if provision.page is not None else ""
        words = text[provision.start : provision.end]
        parts.append(paragraph(f"{provision.address}{page}", style="bold"))
        if whole:
            parts += [paragraph(" ".join(line.split()), 4) for line in words.split("\n") if line.strip()]
        else:
            parts.append(paragraph(shortened(words, _LONGEST_PROVISION), 4))
    return Group(*parts)


def evidence_lines(evidence: Evidence | None) -> list[str]:
    """The words and page that a field was read from, and who has confirmed it when."""
    if evidence is None:
        return []
    page = f", sida {evidence.page}" if evidence.page is not None else ""
    sure = f" ({_CONFIDENCE[evidence.confidence]})" if evidence.confidence else ""
    lines = [f"”{shortened(evidence.quote, _LONGEST_PROVISION)}”{page}{sure}"] if evidence.quote else []
    if not evidence.quote and not evidence.confirmed_by and evidence.confidence is Confidence.INFERRED:
        lines.append(_CONFIDENCE[evidence.confidence])
    if evidence.confirmed_by:
        on = f" {_iso(evidence.confirmed_on)}" if evidence.confirmed_on else ""
        lines.append(f"bekräftat av {evidence.confirmed_by}{on}")
    return lines


def _validity(document: GoverningDocument) -> str:
    first, last = _iso(document.valid_from), _iso(document.valid_to)
    if first and last:
        return _TEXTS("identity.from_to", first=first, last=last)
    if first:
        return _TEXTS("identity.from", first=first)
    return _TEXTS("identity.to", last=last) if last else ""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
