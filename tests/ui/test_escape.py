"""Text from documents and questions is shown as it stands, whatever it holds."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from ui.escape import as_html, as_label

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "**fet** och _kursiv_",
    "[länk](https://example.org)",
    "$\\frac{1}{2}$",
    ":red[röd] :material/home: :smile:",
    "# rubrik",
    "1. punkt",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_html_is_read_back_as_the_same_characters(text: str) -> None:
    soup = BeautifulSoup(f"<p title='{as_html(text)}'>{as_html(text)}</p>", "html.parser")
    assert soup.p is not None
    assert soup.p.get_text() == text
    assert soup.p["title"] == text
    assert soup.p.find_all() == []
    assert list(soup.p.attrs) == ["title"]


@given(st.text())
def test_no_text_can_open_a_tag_or_leave_an_attribute(text: str) -> None:
    assert not re.search(r"[<>\"']", as_html(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_every_mark_in_a_label_has_a_backslash_before_it(text: str) -> None:
    without_escapes = re.sub(r"\\(?:[^\w\s]|_)", "", as_label(text))
    assert not re.search(r"[\\`*_\[\]()#$:<>!|~.]", without_escapes)


def test_a_label_is_one_line() -> None:
    assert as_label("en\n\n  två\tre") == "en två re"


def test_swedish_letters_and_paragraph_signs_are_left_alone() -> None:
    assert as_html("19 a kap. 2 § – Åtgärder, ärenden och överklagande") == (
        "19 a kap. 2 § – Åtgärder, ärenden och överklagande"
    )


def test_marks_that_turn_text_around_are_removed() -> None:
    assert as_html("100\u202e000\u202c kr") == "100000 kr"
