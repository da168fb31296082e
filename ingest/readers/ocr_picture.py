"""A page's picture made ready for reading: what a table's frame adds to it is no text."""

import numpy as np
import numpy.typing as npt
from PIL import Image

_UPRIGHT, _LEVEL = 0.03, 0.06
"""Longer unbroken strokes than these parts of the page's height are ruled lines, not letters."""
_FAINT = 200
"""What is darker than this, of 255, may belong to a ruled line: they are thin and often grey."""
_WHITE = 255

Mask = npt.NDArray[np.bool_]


def without_rules(picture: Image.Image) -> Image.Image:
    """The grey picture with its ruled lines painted over."""
    grey = np.array(picture)
    drawn = grey < _FAINT
    upright = _strokes(drawn, round(_UPRIGHT * picture.height))
    level = _strokes(drawn.T, round(_LEVEL * picture.height)).T
    grey[upright | level] = _WHITE
    return Image.fromarray(grey)


def _strokes(drawn: Mask, length: int) -> Mask:
    """What belongs to an unbroken run of at least `length` down a column, give or take a column.

    A page that was laid crooked in the scanner has lines that step aside on their way.
    """
    runs = _wider(drawn)
    steps = np.diff(np.pad(runs, ((1, 1), (0, 0))).astype(np.int8), axis=0)
    column, begin = np.nonzero(steps.T == 1)
    end = np.nonzero(steps.T == -1)[1]
    found = np.zeros_like(drawn)
    for at in np.flatnonzero(end - begin >= length):
        found[begin[at] : end[at], column[at]] = True
    return _wider(found)


def _wider(marks: Mask) -> Mask:
    """With the column on either side."""
    found = marks.copy()
    found[:, 1:] |= marks[:, :-1]
    found[:, :-1] |= marks[:, 1:]
    return found
