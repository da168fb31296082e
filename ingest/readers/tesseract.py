"""The program that reads pictures of text: tesseract, through `pytesseract`. Both are optional."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from PIL import Image

from ingest.ocr import Ocr

_INSTALL_PROGRAM = "apt-get install tesseract-ocr tesseract-ocr-swe"
_INSTALL_PACKAGE = 'pip install "regelstegen[ocr]"'
_SEGMENTS = 4
"""One column of lines of any size (`--psm`): an item's marker and a table's row stay on their line."""
_THREADS = "OMP_THREAD_LIMIT"


@dataclass(frozen=True)
class Word:
    """A word as read: its box in pixels from the picture's upper left corner, and a confidence of 0–1.

    Words with the same `line` stand on one line; lines come in reading order.
    """

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float
    line: tuple[int, int, int] = (0, 0, 0)


class PageNotRead(Exception):
    """The program failed on a page or ran out of time; the text is a Swedish reason."""


@dataclass(frozen=True)
class Missing:
    """What must be installed before a picture can be read: a Swedish reason, and the command for it."""

    reason: str
    command: str


def missing(ocr: Ocr) -> Missing | None:
    """What is not installed, or None where everything is. The program itself is asked once a process."""
    pytesseract = _pytesseract()
    if pytesseract is None:
        command = (
            _INSTALL_PACKAGE if shutil.which("tesseract") else f"{_INSTALL_PROGRAM} && {_INSTALL_PACKAGE}"
        )
        return Missing("texttolkningen (OCR) inte är installerad", command)
    if not shutil.which(pytesseract.pytesseract.tesseract_cmd):
        return Missing("programmet tesseract inte är installerat", _INSTALL_PROGRAM)
    try:
        languages = pytesseract.get_languages(config="", cached=True)
    except (pytesseract.TesseractError, OSError) as error:
        return Missing(f"programmet tesseract inte fungerar ({error})", _INSTALL_PROGRAM)
    if not set(ocr.language.split("+")) <= set(languages):
        return Missing(f"tesseract saknar språkdata för {ocr.language}", _INSTALL_PROGRAM)
    return None


def way_of_reading(ocr: Ocr) -> str:
    """Another text when the same pages would be read in another way, or could not be read and now can."""
    if ocr.mode == "never":
        return ocr.mode
    pytesseract = None if missing(ocr) else _pytesseract()
    version = pytesseract.get_tesseract_version(cached=True) if pytesseract else "-"
    return f"{ocr.mode}|{ocr.language}|{ocr.dpi}|{ocr.most_pages}|{version}"


def read_words(picture: Image.Image, ocr: Ocr) -> list[Word]:
    """The words of a picture in reading order. Raises PageNotRead."""
    pytesseract = _pytesseract()
    if pytesseract is None:
        raise PageNotRead("texttolkningen (OCR) är inte installerad")
    try:
        with _one_thread():
            found = pytesseract.image_to_data(
                picture,
                lang=ocr.language,
                config=f"--psm {_SEGMENTS} --dpi {ocr.dpi}",
                output_type=pytesseract.Output.DICT,
                timeout=ocr.seconds,
            )
    except pytesseract.TesseractError as error:
        raise PageNotRead(f"tesseract misslyckades: {error.message}") from error
    except RuntimeError as error:  # what pytesseract raises when time is out
        raise PageNotRead(f"texttolkningen tog mer än {ocr.seconds:.0f} sekunder") from error
    except OSError as error:
        raise PageNotRead("tesseract kunde inte startas") from error
    return _words(found)


def _words(found: dict[str, list[str | int | float]]) -> list[Word]:
    """The rows that are words; rows for the page, its blocks and its lines have no confidence (-1)."""
    numbers = ("left", "top", "width", "height", "block_num", "par_num", "line_num")
    words = []
    for i, text in enumerate(found["text"]):
        confidence = float(found["conf"][i])
        if confidence < 0 or not str(text).strip():
            continue
        left, top, width, height, *line = (int(found[name][i]) for name in numbers)
        place = (line[0], line[1], line[2])
        words.append(Word(str(text).strip(), left, top, width, height, confidence / 100, place))
    return words


@contextmanager
def _one_thread() -> Iterator[None]:
    """Its threads wait for each other: with two, one page costs ten times the time of one thread."""
    before = os.environ.get(_THREADS)
    os.environ.setdefault(_THREADS, "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]


def _pytesseract() -> ModuleType | None:
    try:
        return import_module("pytesseract")
    except ImportError:
        return None
