"""The one text that is quoted, and the pages in it."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block, PageMark
from ingest.stored_text import assemble

KINDS = st.sampled_from(["header", "heading", "paragraph", "item", "row", "note"])
blocks = st.builds(Block, KINDS, st.text("aå. \n§1", max_size=12).map(str.strip))


@st.composite
def paged(draw: st.DrawFn) -> list[Block]:
    """Blocks in reading order whose pages only go forward."""
    found: list[Block] = []
    page = 1
    for block in draw(st.lists(blocks, max_size=8)):
        marks = [PageMark(0, page)]
        if len(block.text) > 1 and draw(st.booleans()):
            page += 1
            marks.append(PageMark(draw(st.integers(1, len(block.text) - 1)), page))
        found.append(Block(block.kind, block.text, marks=tuple(marks)))
    return found


def test_items_and_rows_follow_closely_and_everything_else_is_set_apart() -> None:
    stored = assemble(
        [
            Block("heading", "Gåvor", 1),
            Block("paragraph", "Tillåtet är"),
            Block("item", "- blommor,", 1),
            Block("item", "- choklad.", 1),
            Block("paragraph", "Pengar avböjs."),
            Block("row", "Chef 500 kr"),
        ]
    )
    assert stored.text == "Gåvor\n\nTillåtet är\n- blommor,\n- choklad.\n\nPengar avböjs.\nChef 500 kr"


def test_a_page_begins_where_its_first_character_stands_even_inside_a_block() -> None:
    first = Block("paragraph", "Köp ska", marks=(PageMark(0, 1, "3"),))
    over = Block("paragraph", "anmälas till chefen.", marks=(PageMark(0, 1, "3"), PageMark(8, 2, "4")))
    stored = assemble([first, over])
    assert stored.marks == (PageMark(0, 1, "3"), PageMark(17, 2, "4"))
    assert [stored.mark_at(offset) for offset in (0, 16, 17, 99)] == [
        stored.marks[0],
        stored.marks[0],
        stored.marks[1],
        stored.marks[1],
    ]


def test_a_text_without_pages_has_no_page_anywhere() -> None:
    assert assemble([Block("paragraph", "Köp")]).mark_at(2) is None


def test_nothing_is_stored_of_empty_blocks() -> None:
    assert assemble([Block("paragraph", ""), Block("paragraph", "Köp"), Block("item", "")]).text == "Köp"
    assert assemble([]).text == ""


@given(paged())
def test_every_block_is_found_again_at_its_place(given_blocks: list[Block]) -> None:
    stored = assemble(given_blocks)
    assert [placed.block for placed in stored.blocks] == [block for block in given_blocks if block.text]
    position = 0
    for placed in stored.blocks:
        assert stored.text[placed.start : placed.end] == placed.block.text
        assert not stored.text[position : placed.start].strip()
        position = placed.end
    assert position == len(stored.text)


@given(paged())
def test_every_character_is_on_the_page_that_its_block_says(given_blocks: list[Block]) -> None:
    stored = assemble(given_blocks)
    assert list(stored.marks) == sorted(stored.marks, key=lambda mark: mark.offset)
    for placed in stored.blocks:
        for offset in range(len(placed.block.text)):
            said = [mark.page for mark in placed.block.marks if mark.offset <= offset][-1]
            mark = stored.mark_at(placed.start + offset)
            assert mark is not None
            assert mark.page == said
