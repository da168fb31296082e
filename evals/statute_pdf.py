"""How well a typeset statute is read, against the same statute in Markdown.

`python -m evals.statute_pdf PDF MD` prints the share of the Markdown's sections that are found in the PDF
under the same address, the share of those found whose text is the same but for white space, and every
difference.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.readers import read_file
from ingest.stored_text import assemble
from ingest.structure import provisions_of

_AROUND = 25


@dataclass(frozen=True)
class Comparison:
    """The two readings by address; `intruders` are addresses whose text holds a running head or foot."""

    expected: Mapping[str, str]
    found: Mapping[str, str]
    intruders: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(address for address in self.expected if address not in self.found)

    @property
    def unexpected(self) -> tuple[str, ...]:
        return tuple(address for address in self.found if address not in self.expected)

    @property
    def different(self) -> tuple[str, ...]:
        return tuple(a for a, text in self.expected.items() if a in self.found and self.found[a] != text)

    @property
    def addressed(self) -> float:
        """The share of the expected sections that are found, 0–1; 1 where none is expected."""
        return 1 - len(self.missing) / len(self.expected) if self.expected else 1.0

    @property
    def identical(self) -> float:
        """The share of the found sections whose text is the same, 0–1."""
        both = len(self.expected) - len(self.missing)
        return 1 - len(self.different) / both if both else 1.0


def compare(pdf: Path, markdown: Path) -> Comparison:
    """Read both. Raises UnreadableFile."""
    expected, _ = _sections(markdown)
    found, furniture = _sections(pdf)
    heads = [line for line in furniture if len(line.split()) > 1]
    intruders = tuple(
        address
        for address, text in found.items()
        if any(head in text and head not in expected.get(address, "") for head in heads)
    )
    return Comparison(expected, found, intruders)


def differences(comparison: Comparison) -> Iterator[str]:
    """One line for each thing that is not as expected."""
    for address in comparison.missing:
        yield f"saknas: {address}"
    for address in comparison.unexpected:
        yield f"oväntad: {address}"
    for address in comparison.intruders:
        yield f"sidhuvud eller sidfot i texten: {address}"
    for address in comparison.different:
        yield from _passages(address, comparison.expected[address], comparison.found[address])


def _passages(address: str, expected: str, found: str) -> Iterator[str]:
    for kind, a, b, c, d in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if kind != "equal":
            here = expected[max(0, a - _AROUND) : b + _AROUND]
            there = found[max(0, c - _AROUND) : d + _AROUND]
            yield f"{address}: ”{here}” lästes ”{there}”"


def _sections(path: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The text of each section by its address, white space made single, and what the reader left out."""
    reading = read_file(path)
    stored = assemble(reading.blocks)
    provisions = provisions_of(path.stem, path.stem, stored, reading.metadata)
    texts = {p.address: " ".join(stored.text[p.start : p.end].split()) for p in provisions}
    return {address: text for address, text in texts.items() if "§" in address}, reading.dropped


def main(arguments: list[str] | None = None) -> int:
    """Compare two files and print the figures; 1 where something differs, 2 where a file can't be read."""
    parser = ArgumentParser(
        prog="python -m evals.statute_pdf", description="Jämför en satt författning med samma i Markdown."
    )
    parser.add_argument("pdf", type=Path, metavar="PDF")
    parser.add_argument("md", type=Path, metavar="MD")
    given = parser.parse_args(arguments)
    try:
        comparison = compare(given.pdf, given.md)
    except UnreadableFile as error:
        sys.stderr.write(f"{error.reason} {error.remedy}\n")
        return 2
    found = len(comparison.expected) - len(comparison.missing)
    same = found - len(comparison.different)
    lines = [
        f"rätt adress: {found} av {len(comparison.expected)} ({comparison.addressed:.4f})",
        f"samma text: {same} av {found} ({comparison.identical:.4f})",
        *differences(comparison),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if len(lines) > 2 else 0


if __name__ == "__main__":
    sys.exit(main())
