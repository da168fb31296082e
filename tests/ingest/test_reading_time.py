"""Text made so that looking for its marks could take for ever is read as fast as any other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.governance import Governance
from ingest.limits import Limits
from ingest.reading_process import ReadingProcess

LENGTH = 200_000
LIMITS = Limits(read_seconds=20)
"""Many times what it takes; a search that begins anew at every mark would take minutes."""


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(Governance(), LIMITS) as opened:
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
