"""The last gate lets through what stands letter for letter, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.verify import is_verbatim, verified
from tests.answers.making import cite, document

POLICY = document()
QUOTE = "Köp under 700 000 kronor får göras direkt."


def test_an_exact_quote_stands() -> None:
    assert is_verbatim(cite(POLICY, QUOTE), QUOTE)


@pytest.mark.parametrize(
    "altered",
    [
        QUOTE.replace("700", "900"),
        QUOTE.replace("under", "över"),
        QUOTE.replace("får", "får inte"),
        QUOTE.replace("700 000", "700\u00a0000"),
        QUOTE.replace("ö", "o"),
        QUOTE.lower(),
        QUOTE + " ",
        "",
    ],
)
def test_a_quote_with_anything_altered_is_rejected(altered: str) -> None:
    assert not is_verbatim(replace(cite(POLICY, QUOTE), quote=altered), QUOTE)


def test_a_true_quote_with_false_offsets_is_rejected() -> None:
    citation = cite(POLICY, QUOTE)
    assert not is_verbatim(replace(citation, start=1, end=len(QUOTE) + 1), QUOTE + "!")
    assert not is_verbatim(replace(citation, start=len(QUOTE), end=0), QUOTE)


def test_a_quote_that_reaches_outside_its_provision_is_rejected() -> None:
    citation = cite(POLICY, QUOTE)
    short = replace(citation.provision, end=len(QUOTE) - 1)
    assert not is_verbatim(replace(citation, provision=short), QUOTE)


def test_a_provision_of_another_document_is_rejected() -> None:
    citation = cite(POLICY, QUOTE)
    other = replace(citation.provision, document="riktlinje")
    assert not is_verbatim(replace(citation, provision=other), QUOTE)


def test_a_quote_of_nothing_but_white_space_is_rejected() -> None:
    assert not is_verbatim(cite(POLICY, " \n "), " \n ")


def test_each_citation_is_checked_against_its_own_documents_text() -> None:
    rule = document("regel")
    good, bad = cite(POLICY, QUOTE), cite(rule, QUOTE)
    assert verified([good, bad], {"policy": QUOTE, "regel": "Något annat."}.__getitem__) == [good]


@given(text=st.text(min_size=1), altered=st.text(min_size=1))
def test_whatever_stands_is_the_stored_text(text: str, altered: str) -> None:
    citation = replace(cite(POLICY, text), quote=altered)
    assert is_verbatim(citation, text) == (altered == text and bool(text.strip()))
