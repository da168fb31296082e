"""The first line of an answer."""

from dataclasses import replace
from typing import Any

from hierarchy.ladder import YesNo
from ui.ask.lead import LONGEST_QUOTE, Lead, lead_of


def quoting(ladder: Any, quote: str) -> Any:
    first = replace(ladder.citations[0], quote=quote)
    text = f"Enligt Köplagen, 2 §: ”{' '.join(quote.split())}”\n\nResten."
    return replace(ladder, text=text, citations=(first, *ladder.citations[1:]), applicable_citation=0)


def test_a_short_quote_stands_whole_after_its_source(ladder: Any) -> None:
    lead = lead_of(quoting(ladder, "Köp ska\nannonseras."))
    assert lead.source == "Enligt Köplagen, 2 §:"
    assert lead.said == "”Köp ska annonseras.”"


def test_a_long_quote_ends_after_a_sentence_with_dots(ladder: Any) -> None:
    lead = lead_of(quoting(ladder, "Köp ska annonseras. " + "Mycket ska sägas " * 20))
    assert lead.said == "”Köp ska annonseras. …”"


def test_a_long_sentence_is_cut_between_words(ladder: Any) -> None:
    said = lead_of(quoting(ladder, "ord " * 200 + "slut.")).said
    assert said.endswith("ord …”")
    assert len(said) <= LONGEST_QUOTE + 4


def test_the_words_that_decide_by_yes_or_no_stand_after_it_and_the_source(ladder: Any) -> None:
    quote = "Köp ska annonseras."
    answer = replace(
        quoting(ladder, f"Köp planeras. {quote}"),
        text=f"Ja. Enligt Köplagen, 2 §: ”{quote}”\n\nResten.",
        verdict=YesNo("yes", 0, quote),
    )
    assert lead_of(answer) == Lead("Ja. Enligt Köplagen, 2 §:", f"”{quote}”")


def test_a_line_without_a_quote_stands_as_it_is(ladder: Any) -> None:
    lead = lead_of(replace(ladder, text="Jag hittar inget.", applicable_citation=None, background=()))
    assert lead.source == ""
    assert lead.said == "Jag hittar inget."
