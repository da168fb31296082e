"""A long document in parts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hierarchy.documents import Provision
from ui.library.parts import part_with, parts_of, topic


def provisions(lengths: list[tuple[int, int]]) -> list[Provision]:
    made, at = [], 0
    for number, (chapter, length) in enumerate(lengths):
        path = (f"{chapter} kap.", f"{number} §")
        made.append(Provision("lag", " ".join(path), path, None, at, at + length))
        at += length
    return made


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 50_000)), max_size=30))
def test_the_parts_hold_every_provision_once_in_order(lengths: list[tuple[int, int]]) -> None:
    whole = provisions(lengths)
    parts = parts_of(whole)
    assert [p for part in parts for p in part.provisions] == whole
    for at, part in enumerate(parts):
        assert all(part_with(parts, p.address) == at for p in part.provisions)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 5_000)), min_size=1, max_size=120))
def test_no_part_of_short_provisions_is_longer_than_is_read_at_once(lengths: list[tuple[int, int]]) -> None:
    for part in parts_of(provisions(lengths)):
        assert part.provisions[-1].end - part.first.start <= 45_000


def test_a_short_document_is_one_part() -> None:
    assert len(parts_of(provisions([(1, 100), (2, 100)]))) == 1


def test_a_heading_that_repeats_its_address_adds_nothing() -> None:
    item = Provision("p", "§ 3/26 › Ärendet", ("§ 3/26", "Ärendet"), "Budget – Ärendet", 0, 9)
    assert topic(item) == "Budget"
    same = Provision("r", "2 Ansvar", ("2 Ansvar",), "2  ansvar", 0, 9)
    assert topic(same) is None
