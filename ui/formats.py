"""Dates, pages and names in the reader's form."""

from collections.abc import Iterable
from datetime import date

from hierarchy.ladder import Answer, Citation
from hierarchy.levels import Hierarchy, Level, Organisation
from ui.texts import Texts


def written_date(day: date, texts: Texts) -> str:
    """ "3 mars 2026", "3 March 2026"."""
    return f"{day.day} {texts('date.months').split()[day.month - 1]} {day.year}"


def written_page(citation: Citation, texts: Texts) -> str | None:
    """The page as a reader finds it: the printed number first, the file's own where they differ."""
    if citation.page is None:
        return None
    if citation.printed_page is None or citation.printed_page == str(citation.page):
        return texts("citation.page", page=citation.page)
    return texts("citation.page_both", printed=citation.printed_page, page=citation.page)


def written_confidence(citation: Citation, texts: Texts) -> str | None:
    """That a quote was read from a picture, and how surely; None where it was not."""
    if citation.ocr_confidence is None:
        return None
    figure = f"{citation.ocr_confidence:.2f}"
    return texts(
        "citation.scanned", confidence=figure if texts.language == "en" else figure.replace(".", ",")
    )


def told_confidence(answer: Answer, texts: Texts) -> str | None:
    """How sure the answer is and what that rests on; None where what was measured bears no word for it."""
    confidence = answer.confidence
    if confidence is None or confidence.band is None or confidence.share is None:
        return None
    return texts(f"confidence.{confidence.band}", share=round(confidence.share * 10))


def written_counterparts(counterparts: Iterable[Citation], texts: Texts) -> str | None:
    """A provision's counterparts in a line ("LUF 19 a kap. 2 §"); None where it has none."""
    addresses = [f"{c.document.abbreviation or c.document.title} {c.provision.address}" for c in counterparts]
    return texts("citation.parallel", addresses=", ".join(addresses)) if addresses else None


def organisation_name(organisation: Organisation, texts: Texts) -> str:
    return organisation.name_en if texts.language == "en" else organisation.name_sv


def level_label(level: Level, hierarchy: Hierarchy, organisation_id: str | None, texts: Texts) -> str:
    """What the organisation itself calls the rung; the general word where it has no name of its own."""
    organisation = hierarchy.organisation(organisation_id) if organisation_id else None
    rung = organisation.rung(level) if organisation else None
    if rung is None:
        return texts(f"level.{level}")
    return (rung.label_en if texts.language == "en" else rung.label_sv) or texts(f"level.{level}")


def capitalised(text: str) -> str:
    """First letter large, the rest as it stands ("regler på intranätet", but also "SKR:s råd")."""
    return text[:1].upper() + text[1:]
