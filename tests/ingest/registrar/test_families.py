"""The editions of each document as one family, and when each has held."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hierarchy.documents import Status
from hierarchy.levels import Level
from hierarchy.validity import Validity
from ingest.registrar.check_editions import Editions
from ingest.registrar.families import Held, families
from tests.ingest.registrar.making import HIERARCHY, document

OLDEST = document("kop-2010", date=date(2010, 1, 1), status=Status.SUPERSEDED, valid_to=date(2017, 12, 31))
OLD = document("kop-2018", date=date(2018, 1, 1), supersedes="kop-2010")
NEW = document("kop-2024", date=date(2024, 1, 1), supersedes="kop-2018")
OTHER = document("resor", title="Resepolicy")
DOCUMENTS = (NEW, OTHER, OLD, OLDEST)


def test_editions_are_one_family_oldest_first() -> None:
    found = families(DOCUMENTS, HIERARCHY)
    assert [d.document for d in found["kop-2018"].editions] == ["kop-2010", "kop-2018", "kop-2024"]
    assert found["kop-2010"] is found["kop-2024"]
    assert found["resor"].editions == (OTHER,)


def test_what_replaces_what_is_known_both_ways() -> None:
    family = families(DOCUMENTS, HIERARCHY)["kop-2018"]
    assert NEW in family.later(OLD)
    assert family.earlier(OLD) == [OLDEST]


def test_a_document_that_says_it_replaces_another_is_of_its_family_whatever_their_titles() -> None:
    renamed = document("inkop", title="Anskaffning", date=date(2025, 1, 1), supersedes="RE 2018/77")
    named = replace(OTHER, diary_number="RE 2018/77", date=date(2018, 1, 1))
    assert families((renamed, named), HIERARCHY)["inkop"].editions == (named, renamed)


def test_an_edition_holds_until_the_day_before_its_follower() -> None:
    family = families(DOCUMENTS, HIERARCHY)["kop-2018"]
    assert family.held(OLDEST) == Held(date(2010, 1, 1), date(2017, 12, 31), open=False)
    assert family.held(OLD) == Held(date(2018, 1, 1), date(2023, 12, 31), open=False)
    assert family.held(NEW) == Held(date(2024, 1, 1), None, open=True)


def test_an_edition_without_a_last_day_is_superseded_once_its_follower_is_in_force() -> None:
    family = families(DOCUMENTS, HIERARCHY)["kop-2018"]
    assert family.state(OLD, date(2023, 12, 31)) is Validity.IN_FORCE
    assert family.state(OLD, date(2024, 1, 1)) is Validity.SUPERSEDED


def test_a_superseded_document_without_follower_or_last_day_has_an_unknown_end() -> None:
    lost = replace(OTHER, status=Status.SUPERSEDED, date=date(2015, 1, 1))
    assert families((lost,), HIERARCHY)["resor"].held(lost) == Held(date(2015, 1, 1), None, open=False)


def test_a_withdrawn_document_holds_no_longer_than_to_the_day_before() -> None:
    gone = replace(OTHER, date=date(2015, 1, 1), withdrawn=date(2020, 5, 1))
    held = families((gone,), HIERARCHY)["resor"].held(gone)
    assert held == Held(date(2015, 1, 1), date(2020, 4, 30), open=False)


def test_what_was_never_decided_has_never_held() -> None:
    for change in (
        {"status": Status.PROPOSED},
        {"conditional_on": "Region Väst"},
        {"status": Status.UNCONFIRMED},
    ):
        never = replace(OTHER, date=date(2015, 1, 1), **change)  # type: ignore[arg-type]
        assert families((never,), HIERARCHY)["resor"].held(never) is None


def test_a_law_without_dates_holds_as_it_stands() -> None:
    law = replace(OTHER, level=Level.LAW, organisations=(), date=None, valid_from=None)
    assert families((law,), HIERARCHY)["resor"].held(law) == Held(None, None, open=True)


TITLES = ["Inköpspolicy", "Policy för inköp", "Resepolicy", "Policy"]
SOME = st.lists(
    st.builds(
        lambda number, title, year, replaces: document(
            f"d{number}",
            title=title,
            date=date(year, 1, 1),
            supersedes=f"d{replaces}" if replaces is not None else None,
        ),
        st.integers(0, 7),
        st.sampled_from(TITLES),
        st.integers(2000, 2009),
        st.none() | st.integers(0, 7),
    ),
    max_size=6,
    unique_by=lambda d: d.document,
)


@settings(deadline=None, max_examples=50)
@given(SOME)
def test_a_successor_is_always_of_the_family(documents: list) -> None:  # type: ignore[type-arg]
    found = families(documents, HIERARCHY)
    everything = Editions(tuple(documents), HIERARCHY)
    for one in documents:
        # Those that began on one day have no order of their own.
        later = {d.document for d in found[one.document].later(one)}
        assert later == {d.document for d in everything.successors(one)}
