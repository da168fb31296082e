"""What the learning commands have in common on their command line."""

import argparse
from pathlib import Path


def add_on(parser: argparse.ArgumentParser, note: str) -> None:
    """`--on DATA QUESTIONS`, at least once: a library and the questions asked of it."""
    parser.add_argument(
        "--on", nargs=2, type=Path, action="append", required=True, metavar=("DATA", "QUESTIONS"), help=note
    )
