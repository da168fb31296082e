"""Quote exactness."""

import pytest

from evals.metrics.quote_exactness import quote_exactness

TEXT = "Ansvar\n\nChefen beslutar. Nämnden följer upp."
QUOTE = "Chefen beslutar."  # characters 8–24


def score(build, *citations, **fields):
    answer = build.answer(*citations, **fields)
    return quote_exactness(build.question(), answer, [], stored_text={"policy": TEXT}.__getitem__)


def test_a_quote_that_is_the_stored_text_at_its_offsets_is_exact(build) -> None:
    assert score(build, build.citation(quote=QUOTE, start=8, end=24)).passed


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [
        (QUOTE, 9, 25),  # one character off
        ("Chefen Beslutar.", 8, 24),  # another case
        ("Chefen beslutar. ", 8, 24),  # a space too many
        ("upp.", -4, len(TEXT)),  # a slice from the end would be equal
        ("Nämnden följer upp.", 25, len(TEXT) + 1),  # a slice past the end would be equal
        ("", 8, 8),  # nothing
    ],
)
def test_anything_else_is_not(build, quote: str, start: int, end: int) -> None:
    assert score(build, build.citation(quote=quote, start=start, end=end)).value == 0


def test_one_bad_quote_fails_the_case_and_is_named(build) -> None:
    right = build.citation(quote=QUOTE, start=8, end=24)
    verdict = score(build, right, build.citation(quote=QUOTE, start=0, end=16))
    assert verdict.value == 0
    assert verdict.reason.startswith("citat 2")


def test_a_document_that_the_library_does_not_hold_has_no_exact_quotes(build) -> None:
    verdict = score(build, build.citation("okänd"))
    assert verdict.value == 0
    assert "okänd finns inte" in verdict.reason


def test_quotes_beside_a_refusal_are_checked_too(build) -> None:
    assert score(build, build.citation(quote=QUOTE, start=0, end=16), abstained=True).value == 0


def test_an_answer_without_citations_is_not_scored(build) -> None:
    assert score(build) is None
