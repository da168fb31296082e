"""Plain text: encodings, and structure guessed from the shape of lines."""

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.text_reader import parse_text, read_text


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in parse_text(text)]


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "dokument.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_swedish_letters_survive_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, "Åtgärder på ön – för alla.".encode(encoding))
    assert [block.text for block in read_text(path).blocks] == ["Åtgärder på ön – för alla."]


def test_letters_written_with_loose_accents_are_composed(tmp_path: Path) -> None:
    path = write(tmp_path, "A\u030atga\u0308rd.".encode())
    assert read_text(path).blocks[0].text == "Åtgärd."


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    assert blocks("En rad\noch en till.\r\n\nNästa stycke.".replace("\r", "")) == [
        ("paragraph", "En rad och en till."),
        ("paragraph", "Nästa stycke."),
    ]


def test_a_short_line_without_full_stop_above_text_is_a_heading() -> None:
    assert blocks("Ansvar\n\nChefen ansvarar för detta.") == [
        ("heading", "Ansvar"),
        ("paragraph", "Chefen ansvarar för detta."),
    ]


def test_a_numbered_line_and_a_line_in_capitals_are_headings_directly_above_text() -> None:
    assert blocks("2.1 Beställning\nBeställ i tid.\n\nUNDANTAG\nInga finns.") == [
        ("heading", "2.1 Beställning"),
        ("paragraph", "Beställ i tid."),
        ("heading", "UNDANTAG"),
        ("paragraph", "Inga finns."),
    ]


def test_a_numbered_heading_is_as_deep_as_its_number() -> None:
    assert parse_text("2.1.3 Undantag\n\nText finns här.")[0].depth == 3


def test_list_lines_become_items_with_their_markers() -> None:
    assert blocks("Ta med:\n- penna\n- papper som\n  räcker\n1. sedan") == [
        ("paragraph", "Ta med:"),
        ("item", "- penna"),
        ("item", "- papper som räcker"),
        ("item", "1. sedan"),
    ]


def test_columns_held_apart_by_tabs_make_a_row() -> None:
    assert blocks("Slag\tGräns\nVaror\t50 000 kr") == [("row", "Slag\tGräns"), ("row", "Varor\t50 000 kr")]


def test_the_last_line_of_a_text_is_no_heading() -> None:
    assert blocks("Stycke ett finns här.\n\nSlut på texten")[-1] == ("paragraph", "Slut på texten")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="tom"):
        read_text(write(tmp_path, b" \n "))


def test_binary_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="binära data"):
        read_text(write(tmp_path, b"abc\x00\x01def"))


def test_bytes_in_no_known_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="teckenkodning"):
        read_text(write(tmp_path, b"r\x81d \x8d \xff"))


def test_an_absent_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="kan inte öppnas"):
        read_text(tmp_path / "saknas.txt")
