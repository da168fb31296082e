"""Text made so that looking for its marks could take for ever is read as fast as any other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.governance import Governance
from ingest.limits import DEFAULT_LIMITS
from ingest.reading_process import ReadingProcess

LENGTH = 200_000
"""Read in a second; a search that begins anew at every mark would go far beyond the limit that ships."""


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(Governance(), DEFAULT_LIMITS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("suffix", "begins", "piece"),
    [
        (".md", "", "<!--"),
        (".md", "", "[^a"),
        (".md", "", "**a "),
        (".md", "", "__a "),
        (".md", "", "~~a "),
        (".md", "", "<http://"),
        (".md", "Blått.\n\n|-|", " "),
        (".md", "# Blått", " #"),
        (".txt", "Blått\u00a0\u00a0", "\u00a0"),
        (".txt", "Blått 1 000", " 000"),
        (".txt", "a", "\u0301\u0323"),
        (".txt", "", "rad\n"),
        (".html", "<p>", "<del>x</del> "),
        (".html", "", "<nav>x</nav> "),
    ],
)
def test_a_long_row_of_marks_is_read_within_the_limit(
    process: ReadingProcess, tmp_path: Path, suffix: str, begins: str, piece: str
) -> None:
    path = tmp_path / f"fil{suffix}"
    head = "<html><p>Färger.</p>" if suffix == ".html" else "Färger.\n\n"
    path.write_text(f"{head}{begins}{piece * (LENGTH // len(piece))}x", "utf-8")
    assert "Färger" in process.read(path, tmp_path, "fil").text
