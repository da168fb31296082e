"""The thin straight strokes among what a PDF page draws: rules of tables, underlines, lines through words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.matrices import Matrix, placed

STROKING = (b"S", b"s", b"B", b"B*", b"b", b"b*")
FILLING = (b"f", b"F", b"f*")
"""The operators that paint a path (ISO 32000-1, table 60)."""

_THIN = 3.0
"""What is thicker, in points, is an area."""
_SHORT = 1.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line, or the middle of a filled rectangle as thin, from one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float


class Paths:
    """The path in the making, and the strokes painted so far, in the page's coordinates."""

    def __init__(self) -> None:
        self.strokes: list[Stroke] = []
        self._point = self._first = (0.0, 0.0)
        self._segments: list[Stroke] = []
        self._boxes: list[tuple[float, float, float, float]] = []

    def start(self, x: float, y: float, ctm: Matrix) -> None:
        self._point = self._first = placed(x, y, ctm)
        self._boxes.append((*self._point, *self._point))

    def line_to(self, x: float, y: float, ctm: Matrix) -> None:
        self._draw_to(placed(x, y, ctm))

    def close(self, ctm: Matrix) -> None:
        self._draw_to(self._first)

    def rectangle(self, operands: Sequence[float], ctm: Matrix) -> None:
        """A rectangle by its corner, width and height. Raises ValueError where these are not four."""
        x, y, width, height = operands
        x0, y0 = placed(x, y, ctm)
        x1, y1 = placed(x + width, y + height, ctm)
        self._boxes.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def stroke(self, thickness: float) -> None:
        """Paint along the path, and inside it where it is so thin that this makes a line of it."""
        if thickness <= _THIN:
            self.strokes += [s for s in self._segments if abs(s.x1 - s.x0) + abs(s.y1 - s.y0) > _SHORT]
        self.fill()

    def fill(self) -> None:
        """Paint inside the path."""
        for x0, y0, x1, y1 in self._boxes:
            width, height = x1 - x0, y1 - y0
            if height <= _THIN and width > max(_SHORT, height):
                self.strokes.append(Stroke(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
            elif width <= _THIN and height > _SHORT:
                self.strokes.append(Stroke((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))
        self.forget()

    def forget(self) -> None:
        """End the path."""
        self._segments, self._boxes = [], []

    def _draw_to(self, point: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = self._point, point
        self._point = point
        self._segments.append(Stroke(x0, y0, x1, y1))
        if self._boxes:
            left, bottom, right, top = self._boxes[-1]
            self._boxes[-1] = min(left, x1), min(bottom, y1), max(right, x1), max(top, y1)
