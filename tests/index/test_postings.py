"""What stands where, and how much it tells, a term at a time."""

import sqlite3

import pytest

from hierarchy.levels import Level
from index.postings import Postings
from index.schema import TABLES

# The terms of each provision's heading and text, and the document it stands in.
ROWS = {
    3: ("gav", "gav far tas emot", "policy"),
    5: ("", "gav far inte kosta", "policy"),
    8: ("res", "res med tag", "policy"),
    9: ("", "gav gav gav far inte tas emot", "rutin"),
}
ELIGIBLE = {Level.POLICY: {"policy"}, Level.RULE: {"rutin"}, Level.LAW: set[str]()}


@pytest.fixture
def postings() -> Postings:
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    for number, (heading, body, _) in ROWS.items():
        connection.execute(
            "INSERT INTO fulltext (rowid, heading, body, keys) VALUES (?, ?, ?, '')", (number, heading, body)
        )
    return Postings(connection, {number: document for number, (*_, document) in ROWS.items()})


def in_one_query(postings: Postings, terms: list[str]) -> dict[int, float]:
    match = " OR ".join(f'"{term}"' for term in terms)
    query = "SELECT rowid, -bm25(fulltext, 2.0, 1.0, 1.0) FROM fulltext WHERE fulltext MATCH ?"
    return dict(postings._connection.execute(query, (match,)).fetchall())


def test_the_terms_together_score_what_one_query_for_all_of_them_gives(postings: Postings) -> None:
    terms = ["gav", "res", "inte"]
    assert postings.best(terms, ELIGIBLE, 10) == pytest.approx(in_one_query(postings, terms))


def test_the_best_of_each_level_are_given_and_no_more(postings: Postings) -> None:
    assert set(postings.best(["res", "inte"], ELIGIBLE, 1)) == {8, 9}


def test_what_holds_none_of_the_terms_or_stands_in_no_eligible_document_is_left_out(
    postings: Postings,
) -> None:
    assert set(postings.best(["gav"], {Level.POLICY: {"policy", "okänt"}}, 10)) == {3, 5}
    assert postings.best(["okant"], ELIGIBLE, 10) == {}
    assert postings.best([], ELIGIBLE, 10) == {}


def test_a_term_is_read_once_until_there_are_too_many(
    postings: Postings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    postings._connection.set_trace_callback(asked.append)
    postings.prepare(["gav", "gav", "res"])
    assert len([query for query in asked if "MATCH" in query]) == 2
    monkeypatch.setattr("index.postings._MOST_KEPT", 1)
    postings.prepare(["tag"])
    asked.clear()
    postings.prepare(["gav"])
    assert [query for query in asked if "MATCH" in query]
