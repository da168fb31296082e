"""Amounts that the law has overtaken, in documents that still state them."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from answers.overtaken import overtaken_in, sources_of, warnings_of
from answers.wording import wording_of
from hierarchy.amounts import Comparator
from hierarchy.ladder import Citation, WarningCode
from hierarchy.levels import Level
from hierarchy.procurement.assessment import Checked
from hierarchy.procurement.thresholds import Effect, Law, Standing, Threshold
from tests.answers.making import document, provision

LAW_TEXT = "Köp får göras direkt om värdet understiger 700 000 kronor. Skälen antecknas."
RULE_TEXT = "Köp under 505 800 kronor görs direkt. Avtal skrivs alltid."


def quoted(text: str, quote: str, of: str, level: Level) -> Citation:
    start = text.index(quote)
    whole = provision(text, of)
    return Citation(document(of, level), whole, quote, start, start + len(quote))


def limit(name: str, amount: int, cited: Citation, **stated: Any) -> Checked:
    standing = stated.pop("standing", Standing.VERIFIED)
    threshold = Threshold(
        name,
        Law.LOU,
        Effect.DIRECT_PROCUREMENT,
        Comparator.UNDER,
        "",
        "",
        cited.document.level,
        Decimal(amount),
        **stated,
    )
    return Checked(threshold, standing, None, (cited,))


IN_LAW = quoted(LAW_TEXT, "värdet understiger 700 000 kronor", "lag", Level.LAW)
IN_RULE = quoted(RULE_TEXT, "Köp under 505 800 kronor", "regel", Level.RULE)
NEW = limit("lag", 700_000, IN_LAW)
OLD = limit("regel", 505_800, IN_RULE, overtaken_by="lag")


def test_a_quote_that_states_an_overtaken_amount_is_found_with_what_overtook_it() -> None:
    whole = quoted(RULE_TEXT, "Köp under 505 800 kronor görs direkt.", "regel", Level.RULE)
    assert [(o.citation, o.new) for o in overtaken_in([IN_LAW, whole], [NEW, OLD])] == [(1, NEW)]


def test_another_sentence_of_the_same_document_is_not_touched() -> None:
    other = quoted(RULE_TEXT, "Avtal skrivs alltid.", "regel", Level.RULE)
    assert overtaken_in([other], [NEW, OLD]) == []


def test_a_rule_whose_own_text_has_changed_overtakes_nothing() -> None:
    switched_off = limit("lag", 700_000, IN_LAW, standing=Standing.OFF)
    assert overtaken_in([IN_RULE], [switched_off, OLD]) == []


def test_the_rule_that_applies_instead_is_quoted_in_a_whole_sentence() -> None:
    library: Any = SimpleNamespace(
        text=lambda document: LAW_TEXT,
        mark_at=lambda document, start: None,
        ocr_confidence=lambda document, start, end: None,
    )
    cited = sources_of(overtaken_in([IN_RULE], [NEW, OLD]), library)
    assert [c.quote for c in cited] == ["Köp får göras direkt om värdet understiger 700 000 kronor."]


def test_the_reader_is_told_both_amounts_and_where_the_new_one_stands() -> None:
    told = warnings_of(overtaken_in([IN_RULE], [NEW, OLD]), [IN_RULE], wording_of("sv"), "sv")
    assert [(w.code, w.citation, w.text.replace("\xa0", " ")) for w in told] == [
        (
            WarningCode.SUPERSEDED,
            0,
            "Beloppet 505 800 kr i Regel gäller inte längre: Lag, Gåvor anger 700 000 kr.",
        )
    ]
