"""A quote in its surroundings."""

from dataclasses import replace
from typing import Any

from ui.excerpt import LONGEST_SIDE, excerpt


def test_the_quote_stands_between_the_words_of_its_provision(ladder: Any, library: Any) -> None:
    shown = excerpt(library.text("lag"), ladder.citations[0])
    assert shown is not None
    assert shown.before == "2 § "
    assert shown.quote == ladder.citations[0].quote
    assert shown.after == " Skälen för köpet ska antecknas."


def test_the_stretches_joined_are_the_stored_text(ladder: Any, library: Any) -> None:
    text = library.text("lag")
    shown = excerpt(text, ladder.citations[0])
    assert shown is not None
    assert shown.earlier + shown.before + shown.quote + shown.after + shown.later == text
    assert not shown.opens_cut
    assert not shown.closes_cut


def test_a_quote_that_the_text_no_longer_holds_is_not_shown(ladder: Any, library: Any) -> None:
    assert excerpt("x" + library.text("lag"), ladder.citations[0]) is None


def test_a_long_provision_is_cut_between_words_and_says_so(ladder: Any) -> None:
    citation = ladder.citations[0]
    text = "ord " * 2000 + citation.quote + " ord" * 2000
    start = text.index(citation.quote)
    long = replace(
        citation,
        provision=replace(citation.provision, start=0, end=len(text)),
        start=start,
        end=start + len(citation.quote),
    )
    shown = excerpt(text, long)
    assert shown is not None
    assert shown.opens_cut
    assert shown.closes_cut
    assert len(shown.before) == len(shown.after) == LONGEST_SIDE
    assert shown.earlier.startswith("ord ")
    assert shown.later.endswith(" ord")
