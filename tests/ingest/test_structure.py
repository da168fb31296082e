"""Whatever structure a text has, its provisions hold it all and each has an address of its own."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block
from ingest.statutes import is_statute
from ingest.structure import provisions_of
from tests.ingest.provisions import heading, paragraph, shown, stored

_TEXTS = st.sampled_from(
    (
        *("Syfte", "Ansvar", "Köp ska anmälas.", "1 §", "2 § Lagen gäller köp.", "2 kap. Tid", "§ 3/26 Val"),
        *("§ 4/26", "5.1.2 Teckna avtal", "Regel", "Lag (2030:1).", "- blommor", "Bilaga 1"),
    )
)
_KINDS = st.sampled_from(["header", "heading", "heading", "paragraph", "paragraph", "item", "row", "note"])
_blocks = st.lists(
    st.builds(lambda kind, text, depth: Block(kind, text, depth), _KINDS, _TEXTS, st.integers(1, 3)),
    max_size=14,
)


def addresses(*blocks: Block) -> list[str]:
    text = stored(*blocks)
    return [address for address, _ in shown(text, provisions_of("d", "Regel", text, {}))]


def test_the_structure_is_chosen_by_the_text() -> None:
    assert addresses(heading("§ 1/26 Val"), heading("Beslut", 2), paragraph("Eva.")) == ["§ 1/26 › Beslut"]
    assert addresses(*(paragraph(f"{n} § Text.") for n in (1, 2, 3))) == ["1 §", "2 §", "3 §"]
    assert addresses(heading("Syfte"), paragraph("Ordning.")) == ["Syfte"]


def test_the_second_provision_under_one_address_is_told_apart() -> None:
    found = addresses(
        heading("Flöde"),
        paragraph("Ett."),
        heading("Flöde"),
        paragraph("Två."),
        heading("Flöde"),
        paragraph("Tre."),
    )
    assert found == ["Flöde", "Flöde (2)", "Flöde (3)"]


@given(_blocks)
def test_provisions_lie_in_the_text_in_order_without_overlap(blocks: list[Block]) -> None:
    text = stored(*blocks)
    position = 0
    for provision in provisions_of("d", "Regel", text, {}):
        assert position <= provision.start < provision.end <= len(text.text)
        position = provision.end


@given(_blocks)
def test_no_two_provisions_share_an_address(blocks: list[Block]) -> None:
    found = addresses(*blocks)
    assert len(found) == len({*found})


@given(_blocks)
def test_provisions_hold_all_the_text_but_headings_and_what_statutes_take_out(blocks: list[Block]) -> None:
    text = stored(*blocks)
    provisions = provisions_of("d", "Regel", text, {})
    statute = is_statute(text, {})
    for placed in text.blocks:
        is_note = statute and placed.block.text.startswith(("Lag (", "1 §", "2 §"))
        if placed.block.kind != "heading" and not is_note and not placed.block.text.startswith("§"):
            assert any(p.start <= placed.start and placed.end <= p.end for p in provisions), placed
