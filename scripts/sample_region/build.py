"""Builds the sample region's PDF and DOCX files from their sources.

usage: python scripts/sample_region/build.py [TARGET]
Writes into corpus/exempel unless another folder is named; the same sources give the same bytes.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = Path(__file__).resolve().parent / "sources"
TARGET = ROOT / "corpus" / "exempel"

sys.path.insert(0, str(ROOT))

from scripts.sample_region.pdf import render_pdf  # noqa: E402  (run as a script, the root must be found first)
from scripts.sample_region.source import read_source  # noqa: E402
from scripts.sample_region.word import render_docx  # noqa: E402


def build(target: Path = TARGET) -> list[Path]:
    """Writes every source's file into `target` and returns the paths, in order of name."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted(SOURCES.glob("*.md")):
        source = read_source(path)
        file = target / f"{source.stem}.{source.format}"
        file.write_bytes(render_pdf(source) if source.format == "pdf" else render_docx(source))
        written.append(file)
    return written


if __name__ == "__main__":
    for file in build(*[Path(argument) for argument in sys.argv[1:2]]):
        print(file)
