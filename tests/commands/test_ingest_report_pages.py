"""The stored text cut where pages begin, and its places on the page's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.ingest_report_page_html import ReportedPage
from commands.ingest_report_pages import Piece, read_pages
from commands.ingest_report_pictures import DROPPED, UNREAD, placed
from hierarchy.documents import Provision
from ingest.blocks import PageMark
from ingest.layout import LaidBlock, Layout

TEXT = "Syfte\n\nPolicyn gäller alla.\n\n• låsas\n• ställas in"
BLOCKS = (
    LaidBlock("heading", 0, 5, 1),
    LaidBlock("paragraph", 7, 27),
    LaidBlock("item", 29, 36, 1),
    LaidBlock("item", 37, len(TEXT), 1),
)
PROVISION = Provision("policy", "Syfte", ("Syfte",), "Syfte", 7, len(TEXT))


def found(page: str, *texts: str, dropped: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What each place is, and the words there."""
    pieces = [Piece("paragraph", 0, text) for text in texts]
    return [(kind, page[first : last + 1]) for kind, first, last in placed(page, pieces, dropped)]


def test_a_block_that_runs_over_a_page_break_is_shown_on_both_pages() -> None:
    marks = [PageMark(0, 1, "i"), PageMark(15, 2, "ii")]
    first, second = read_pages(TEXT, marks, Layout(BLOCKS, (), 2), [PROVISION])
    assert [piece.text for piece in first.pieces] == ["Syfte", "Policyn "]
    assert [(piece.text, piece.goes_on) for piece in second.pieces] == [
        ("gäller alla.", True),
        ("• låsas", False),
        ("• ställas in", False),
    ]
    assert (first.printed, second.printed) == ("i", "ii")


def test_an_address_stands_where_its_provision_begins() -> None:
    [page] = read_pages(TEXT, [], Layout(BLOCKS), [PROVISION])
    assert [piece.addresses for piece in page.pieces] == [(), ("Syfte",), (), ()]
    assert page.number is None


def test_pages_where_nothing_was_read_are_there_too() -> None:
    pages = read_pages(TEXT, [PageMark(0, 2, None, 0.7)], Layout(BLOCKS, (), 3), [])
    assert [(page.number, bool(page.pieces), page.ocr_confidence) for page in pages] == [
        (1, False, None),
        (2, True, 0.7),
        (3, False, None),
    ]


@pytest.mark.parametrize(("sure", "look"), [(None, False), (0.97, False), (0.55, True)])
def test_a_scanned_page_that_was_hard_to_read_is_one_to_look_at(sure: float | None, look: bool) -> None:
    layout = Layout((LaidBlock("paragraph", 0, 4),), (), 1)
    (page,) = read_pages("Text", [PageMark(0, 1, ocr_confidence=sure)], layout, [])
    assert ReportedPage(page).is_doubtful is look


@given(st.lists(st.integers(1, len(TEXT) - 1), unique=True, max_size=5))
def test_all_that_was_read_is_on_some_page_and_nothing_twice(cuts: list[int]) -> None:
    marks = [PageMark(offset, page) for page, offset in enumerate([0, *sorted(cuts)], 1)]
    pages = read_pages(TEXT, marks, Layout(BLOCKS, (), len(marks)), [])
    shown = "".join(piece.text for page in pages for piece in page.pieces)
    assert shown == "".join(TEXT[block.start : block.end] for block in BLOCKS)


def test_read_text_is_found_though_the_page_hyphenates_and_breaks_it() -> None:
    page = "Inköp ska\r\nplane-\r\nras i god tid."
    assert found(page, "Inköp ska planeras i god tid.") == [("paragraph", page[:-1])]


def test_text_that_something_else_cuts_in_two_is_found_in_parts() -> None:
    page = "Beslutet ska verkställas av\r\nSida 3\r\nregiondirektören senast i maj."
    kinds = found(page, "Beslutet ska verkställas av regiondirektören senast i maj.", dropped=("Sida 3",))
    assert [kind for kind, _ in kinds] == ["paragraph", DROPPED, "paragraph"]


def test_what_is_neither_read_nor_left_out_is_named() -> None:
    page = "Syfte\r\nEn rad som försvann\r\n4"
    assert found(page, "Syfte", dropped=("4",)) == [
        ("paragraph", "Syfte"),
        (UNREAD, "En rad som försvann"),
        (DROPPED, "4"),
    ]


def test_a_page_number_is_not_taken_for_a_figure_in_the_text() -> None:
    assert found("Högst 4 dagar\r\n4", "Högst 4 dagar", dropped=("4",))[1:] == [(DROPPED, "4")]


def test_cells_that_were_read_in_another_order_are_read() -> None:
    page = "Under 100 000\r\ntre offerter krävs\r\nkronor exklusive moms"
    row = "Under 100 000 kronor exklusive moms tre offerter krävs"
    assert UNREAD not in {kind for kind, _ in found(page, row)}


def test_the_same_words_read_once_cover_one_place() -> None:
    kinds = [kind for kind, _ in found("Beslut fattas\r\nBeslut fattas", "Beslut fattas")]
    assert kinds == ["paragraph", UNREAD]
