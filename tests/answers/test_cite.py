"""From a provision with weighed units to exact spans with their pages."""

from dataclasses import replace

from answers.cite import citations_of
from answers.evidence import Evidence
from answers.ranking import Ranked
from ingest.blocks import PageMark
from tests.answers.making import candidate, document, evidence, library

POLICY = document()
TEXT = "Gåvor avböjs.\n\nBlommor får tas emot.\n\nPengar får aldrig tas emot."


def found(*weighed: Evidence) -> Ranked:
    return Ranked(candidate(POLICY, TEXT), 1.0, 1.0, weighed, {}, {})


def test_a_citation_is_the_stored_text_at_its_offsets() -> None:
    [citation] = citations_of(library({"policy": TEXT}), found(evidence(15, 36)), first=True)
    assert citation.quote == TEXT[15:36] == "Blommor får tas emot."
    assert (citation.start, citation.end) == (15, 36)


def test_the_page_is_that_of_the_quotes_first_character() -> None:
    marks = [PageMark(0, 1, "i"), PageMark(15, 2, "ii"), PageMark(30, 3, "iii")]
    [citation] = citations_of(library({"policy": TEXT}, marks), found(evidence(15, 36)), first=True)
    assert (citation.page, citation.printed_page) == (2, "ii")


def test_the_confidence_is_that_of_the_least_certain_page_that_the_quote_stands_on() -> None:
    marks = [PageMark(0, 1, None, 0.5), PageMark(15, 2, None, 0.9), PageMark(30, 3, None, 0.7)]
    whole, part = [
        next(citations_of(library({"policy": TEXT}, marks), found(evidence(start, end)), first=True))
        for start, end in ((15, 36), (15, 29))
    ]
    assert (whole.ocr_confidence, part.ocr_confidence) == (0.7, 0.9)


def test_a_text_without_pages_gives_none() -> None:
    [citation] = citations_of(library({"policy": TEXT}), found(evidence(0, 13)), first=True)
    assert (citation.page, citation.printed_page, citation.ocr_confidence) == (None, None, None)


def test_a_unit_far_behind_the_best_is_not_quoted() -> None:
    best, weak = evidence(0, 13, cosine=0.95), evidence(38, len(TEXT), cosine=0.75)
    quotes = [c.quote for c in citations_of(library({"policy": TEXT}), found(best, weak), first=True)]
    assert quotes == ["Gåvor avböjs."]


def test_the_first_provision_of_a_rung_may_show_more_than_the_others() -> None:
    best, next_best = evidence(0, 13), replace(evidence(38, len(TEXT)), coverage=0.3)
    texts, both = library({"policy": TEXT}), found(best, next_best)
    assert len(list(citations_of(texts, both, first=True))) == 2
    assert len(list(citations_of(texts, both, first=False))) == 1


def test_a_provision_without_units_gives_no_citation() -> None:
    assert not list(citations_of(library({"policy": TEXT}), found(), first=True))
