"""A table's frame is taken out of a page's picture; letters stay."""

import numpy as np
from PIL import Image

from ingest.readers.ocr_picture import without_rules


def page() -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    return np.full((1000, 700), 255, dtype=np.uint8)


def cleaned(grey: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> list[int]:
    """How many dark pixels are left."""
    left = np.asarray(without_rules(Image.fromarray(grey)))
    return [int((left < 128).sum())]


def test_a_frame_is_painted_over() -> None:
    grey = page()
    grey[100:400, 50:52] = 60
    grey[100:102, 50:600] = 60
    assert cleaned(grey) == [0]


def test_a_line_that_steps_aside_on_a_crooked_page_is_painted_over() -> None:
    grey = page()
    for y in range(100, 400):
        grey[y, 50 + y // 40] = 60
    assert cleaned(grey) == [0]


def test_strokes_of_letters_stay() -> None:
    grey = page()
    grey[100:120, 50:53] = 0
    grey[120:123, 50:70] = 0
    assert cleaned(grey) == [60 + 60]
