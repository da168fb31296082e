"""Words divided at line ends, real hyphens, ligatures and the glyphs of symbol fonts."""

from pathlib import Path

import pytest

from ingest.readers.characters import clean, without_references
from ingest.readers.hyphenation import Vocabulary, join
from ingest.readers.lists import heading_number, mark
from tests.ingest.pdf_paper import Paper

EMPTY = Vocabulary([])


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("gäller vid upp-", "handling av varor", "gäller vid upphandling av varor"),
        ("gäller inköps-", "och upphandlingsfrågor", "gäller inköps- och upphandlingsfrågor"),
        ("skickas med e-", "post till chefen", "skickas med e-post till chefen"),
        ("enligt EU-", "direktivet", "enligt EU-direktivet"),
        ("av Syd-", "Sverige", "av Syd-Sverige"),
        ("inför 2024-", "talet", "inför 2024-talet"),
        ("en upp\u00ad", "handling", "en upphandling"),
        ("tre", "ord", "tre ord"),
    ],
)
def test_a_line_end_is_mended_as_a_reader_would(before: str, after: str, joined: str) -> None:
    assert join(before, after, EMPTY).replace("\u00ad", "") == joined


def test_a_compound_that_the_document_writes_with_a_hyphen_keeps_it() -> None:
    vocabulary = Vocabulary(["principen om icke-diskriminering gäller"])
    assert join("om icke-", "diskriminering", vocabulary) == "om icke-diskriminering"


def test_a_compound_that_the_document_writes_as_one_word_is_joined() -> None:
    vocabulary = Vocabulary(["årsarbetstiden, års-arbetstiden"])
    assert join("minskas års-", "arbetstiden", vocabulary) == "minskas årsarbetstiden"


def test_a_line_that_ends_in_half_a_word_adds_no_half_word_to_the_vocabulary() -> None:
    vocabulary = Vocabulary(["en ny upp-", "handling"])
    assert "upp" not in vocabulary
    assert "handling" in vocabulary


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("fo\u0308rsta a\u030aret", "första året"),
        ("f¨orsta ˚aret", "första året"),
        ("icke\u2011diskriminering", "icke-diskriminering"),
        ("100\u00a0000\u202fkronor", "100 000 kronor"),
    ],
    ids=["sönderdelade", "lösa prickar", "hårt bindestreck", "hårda mellanslag"],
)
def test_characters_read_as_they_look(shown: str, read: str) -> None:
    assert clean(shown) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("i förtid³.", "i förtid."),
        ("högst 2 år³ eller", "högst 2 år eller"),
        ("ett avtal³(eller beställning)", "ett avtal (eller beställning)"),
        ("enligt lagen³, ⁴ gäller", "enligt lagen gäller"),
        ("högst 20 m² per person", "högst 20 m² per person"),
    ],
)
def test_a_number_that_leads_to_a_footnote_leaves_the_text_and_a_power_stays(text: str, read: str) -> None:
    assert without_references(text, frozenset({3, 4})) == read


def spread(paper: Paper, words: str, gap: float, between: float) -> None:
    """Each letter set by itself, `gap` points apart, and `between` points between words."""
    x = 70.0
    for word in words.split():
        for letter in word:
            paper.at(x, 700, letter, 14)
            x += paper.width(letter, 14) + gap
        x += between


@pytest.mark.parametrize("gap", [2.5, 5.0])
def test_words_set_in_spread_letters_are_closed_up(tmp_path: Path, gap: float) -> None:
    paper = Paper(tmp_path)
    spread(paper, "REGLER FÖR INKÖP", gap, between=7)
    assert [block.text for block in paper.read().blocks] == ["REGLER FÖR INKÖP"]


def test_letters_that_stand_for_themselves_are_not_closed_up(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose("Betygen är A B C D E och F.")
    assert [block.text for block in paper.read().blocks] == ["Betygen är A B C D E och F."]


def test_words_parted_by_a_move_alone_are_parted(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    words = paper.canvas.beginText(70, 700)
    words.setFont("Helvetica", 11)
    words._code.append("[(Chefen) -250 (besl) 20 (utar) -250 (alltid.)] TJ")
    paper.canvas.drawText(words)
    assert [block.text for block in paper.read().blocks] == ["Chefen beslutar alltid."]


def test_a_raised_number_does_not_melt_into_the_amount_before_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.prose("Avtalet får löpa i högst 4 år")
    end = 70 + paper.width("Avtalet får löpa i högst 4 år")
    paper.at(end, paper.y + 14 + 4, "2", 7)
    paper.at(end + 4, paper.y + 14, " och lokalen får vara högst 50 m")
    paper.at(end + 4 + paper.width(" och lokalen får vara högst 50 m"), paper.y + 14 + 4, "3", 7)
    paper.at(70, 100, "2", 6)
    paper.at(76, 97, "Se avtalslagen.", 9)
    assert [block.text for block in paper.read().blocks] == [
        "Avtalet får löpa i högst 4 år och lokalen får vara högst 50 m³",
        "2 Se avtalslagen.",
    ]


def test_ligatures_and_invisible_characters_are_spelled_out() -> None:
    assert clean("o\ufb03ciell\u200b  \u00a0 a\ufb00är") == "officiell affär"


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("• vara hållbara", "bullet"),
        ("\uf0b7 vara hållbara", "bullet"),
        ("o förfrågan", "bullet"),
        ("* förtydliga", "bullet"),
        ("– kort", "dash"),
        ("1. Beslutet gäller", "number"),
        ("2) Beslutet gäller", "number"),
        ("a) en byggnad", "letter"),
        ("5.1.2.4 Besluta om inköp", "point"),
    ],
)
def test_an_item_marker_is_known(line: str, marker: str) -> None:
    found = mark(line)
    assert found is not None
    assert found.marker == marker


@pytest.mark.parametrize(
    "line", ["och därefter", "-talet", "2016. Detta gäller", "3 000 kronor", "ordet", "t.ex. resor"]
)
def test_other_lines_begin_no_item(line: str) -> None:
    assert mark(line) is None


def test_a_glyph_of_a_symbol_font_becomes_a_bullet() -> None:
    found = mark("\uf0a7\tvara hållbara")
    assert found is not None
    assert found.text == "• vara hållbara"


def test_the_number_of_a_heading_is_read() -> None:
    assert heading_number("2.10. Jäv") == (2, 10)
    assert heading_number("3 Begrepp") == (3,)
    assert heading_number("Begrepp 3") == ()
