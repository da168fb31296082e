"""Which documents a list shows: the query string in and out."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from hierarchy.levels import Level
from ingest.registrar.families import families
from tests.ui.library.small_library import DOCUMENTS, HIERARCHY, NEW
from ui.library.shelf import ORDERS, Asked, asked, chosen, rows, swedish
from ui.library.standing import Standing

DAY = date(2026, 6, 1)
ROWS = rows(families(DOCUMENTS, HIERARCHY), DOCUMENTS, DAY)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=20)
ANY = st.builds(
    Asked,
    text=WORDS,
    level=st.none() | st.sampled_from(Level),
    organisation=WORDS,
    standing=st.none() | st.sampled_from(Standing),
    kind=WORDS,
    day=st.none() | st.dates(),
    order=st.sampled_from(ORDERS),
    page=st.integers(1, 999_999),
    timeline=st.booleans(),
)


@settings(deadline=None, max_examples=50)
@given(ANY)
def test_a_list_is_the_same_for_whoever_gets_its_link(wanted: Asked) -> None:
    assert asked(dict(parse_qsl(urlsplit(wanted.link()).query))) == wanted


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.sampled_from(["sok", "niva", "status", "dag", "sida", "ordning"]), st.text()))
def test_any_query_string_is_understood_somehow(query: dict[str, str]) -> None:
    chosen(ROWS, asked(query))


def test_the_latest_decision_comes_first_where_that_is_asked_for() -> None:
    days = [row.document.date for row in chosen(ROWS, Asked(order="beslutad")) if row.document.date]
    assert days == sorted(days, reverse=True)


def test_titles_are_in_swedish_order() -> None:
    assert sorted(["Ö", "Zebra", "Å", "ä", "Andra"], key=swedish) == ["Andra", "Zebra", "Å", "ä", "Ö"]


def test_thousands_of_documents_are_sorted_into_families_and_chosen_from() -> None:
    many = [
        replace(
            NEW, document=f"p{number}", title=f"Policy {chr(97 + number % 26) * 5}{number}", supersedes=None
        )
        for number in range(2000)
    ]
    found = chosen(rows(families(many, HIERARCHY), many, DAY), Asked(text="p19"))
    assert len(found) == 111
