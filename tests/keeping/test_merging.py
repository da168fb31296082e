"""A change taken back among later ones."""

from hypothesis import given
from hypothesis import strategies as st

from keeping.merging import taken_back

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"]), max_size=8).map("".join)


@given(LINES, LINES)
def test_where_nothing_else_was_changed_the_former_text_is_back(before: str, after: str) -> None:
    assert taken_back(after, after, before) == before


def test_a_later_change_elsewhere_stays() -> None:
    before = "ett\ntvå\ntre\nfyra\nfem\n"
    after = "ETT\ntvå\ntre\nfyra\nfem\n"
    assert taken_back("ETT\ntvå\ntre\nfyra\nFEM\n", after, before) == "ett\ntvå\ntre\nfyra\nFEM\n"


def test_a_later_change_of_the_same_line_is_not_written_over() -> None:
    assert taken_back("Ett!\ntvå\n", "ETT\ntvå\n", "ett\ntvå\n") is None


def test_a_later_change_of_the_next_line_is_not_guessed_at() -> None:
    assert taken_back("ETT\nTVÅ\n", "ETT\ntvå\n", "ett\ntvå\n") is None
