"""Provisions cut into what can be found and quoted."""

from hypothesis import given
from hypothesis import strategies as st

from index.passages import UNIT_CHARACTERS, Span, Unit, sentences, units
from tests.index import prose


def shown(text: str) -> list[str]:
    return [unit.text_in(text) for unit in units(text, 0, len(text))]


def test_each_paragraph_is_a_unit() -> None:
    assert shown("Köp ska anmälas.\n\nGåvor avböjs.") == ["Köp ska anmälas.", "Gåvor avböjs."]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = " ".join(f"Mening nummer {number} handlar om inköp av varor och tjänster." for number in range(20))
    pieces = units(text, 0, len(text))
    assert len(pieces) > 1
    assert all(len(piece.span) <= UNIT_CHARACTERS for piece in pieces)
    assert all(piece.text_in(text).startswith("Mening") for piece in pieces)


def test_a_short_list_stays_with_its_lead_in() -> None:
    text = "Undantag gäller för\n- blommor,\n- choklad."
    assert shown(text) == [text]


def test_the_rest_of_a_long_list_names_the_lead_in_apart() -> None:
    items = [
        f"- gåvor av slaget nummer {number}, om värdet är lågt och ingen annan regel hindrar"
        for number in range(12)
    ]
    text = "Undantag gäller för\n" + "\n".join(items)
    first, *rest = units(text, 0, len(text))
    assert first.lead is None
    assert first.text_in(text).startswith("Undantag gäller för\n- gåvor")
    assert rest
    assert all(unit.text_in(text).startswith("Undantag gäller för - gåvor") for unit in rest)
    assert all(not unit.span.text_in(text).startswith("Undantag") for unit in rest)


def test_a_line_without_marker_after_items_begins_anew() -> None:
    text = "Tillåtet är\n- blommor.\nFörbjudet är\n- pengar."
    assert shown(text) == ["Tillåtet är\n- blommor.", "Förbjudet är\n- pengar."]


def test_only_the_provision_is_cut_and_offsets_are_the_documents() -> None:
    text = "Rubrik\n\nKöp ska anmälas.\n\nNästa rubrik"
    assert units(text, 8, 24) == (Unit(Span(8, 24)),)


def test_an_item_is_quoted_whole_and_running_text_by_the_sentence() -> None:
    text = "Detta gäller. Undantag finns för\n- blommor. Endast små buketter."
    spans = sentences(text, Unit(Span(0, len(text))))
    assert [span.text_in(text) for span in spans] == [
        "Detta gäller.",
        "Undantag finns för",
        "- blommor. Endast små buketter.",
    ]


@given(st.one_of(prose.provision, prose.anything), st.integers(0, 30), st.integers(0, 30))
def test_units_cover_all_but_space_in_order_and_without_overlap(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    position = start
    for unit in units(text, start, end):
        span = unit.span
        assert position <= span.start < span.end <= end
        assert not text[position : span.start].strip()
        position = span.end
    assert not text[position:end].strip()


@given(prose.provision)
def test_the_lead_in_of_a_unit_stands_before_it(text: str) -> None:
    for unit in units(text, 0, len(text)):
        assert unit.lead is None or unit.lead.end <= unit.span.start


@given(st.one_of(prose.provision, prose.anything))
def test_sentences_cover_all_of_a_unit_but_space(text: str) -> None:
    for unit in units(text, 0, len(text)):
        position = unit.span.start
        for span in sentences(text, unit):
            assert position <= span.start < span.end <= unit.span.end
            assert not text[position : span.start].strip()
            position = span.end
        assert not text[position : unit.span.end].strip()
