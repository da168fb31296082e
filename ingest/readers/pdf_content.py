"""What a PDF page draws, from one pass over its content stream: words where they stand, and thin strokes.

ISO 32000-1: graphics state and paths §8, text §9. Colours, clipping and pictures are not followed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from ingest.readers.characters import GAP
from ingest.readers.matrices import IDENTITY, Matrix, matrix, times
from ingest.readers.pdf_fonts import PdfFont
from ingest.readers.pdf_operations import operations
from ingest.readers.pdf_paths import FILLING, STROKING, Paths, Stroke

CELL_GAP = 1.1
"""A gap of more than this many font sizes between two words on a line divides two table cells."""

_GAP_OF_SPACE = 0.475
"""A move of more than this part of a space's width parts two words; a smaller one is kerning."""
_INVISIBLE_MODES = (3, 7)
_DEEPEST = 12
_MOST_FORMS = 2000
_FARTHEST = 1e6


@dataclass(slots=True)
class Words:
    """What one operator shows, unless wide gaps divide it.

    `pieces` are the characters of each code and `widths` how far each moves the pen, in points. (`x`, `y`)
    is where the baseline begins, (`dx`, `dy`) its direction, of length 1; `size` is the font size in points.
    """

    pieces: list[str]
    widths: list[float]
    x: float
    y: float
    dx: float
    dy: float
    size: float
    font: PdfFont
    visible: bool = True

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def end(self) -> float:
        """Where upright words end."""
        return self.x + sum(self.widths)


@dataclass(frozen=True)
class Drawn:
    """What a page draws, in the order of drawing, in the page's own coordinates."""

    words: list[Words]
    strokes: list[Stroke]


class Fonts:
    """The fonts of one file, each decoded once however many pages use it."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[DictionaryObject, PdfFont]] = {}
        self._none = PdfFont(DictionaryObject())

    def named(self, name: object, resources: DictionaryObject) -> PdfFont:
        fonts = _dictionary(resources.get("/Font"))
        resource = _dictionary(fonts.get(name)) if fonts is not None else None
        if resource is None:
            return self._none
        if id(resource) not in self._fonts:
            # The resource is kept with its font: as long as it lives, its id is its own.
            self._fonts[id(resource)] = (resource, self._decoded(resource))
        return self._fonts[id(resource)][1]

    def _decoded(self, resource: DictionaryObject) -> PdfFont:
        try:
            return PdfFont(resource)
        except (AttributeError, TypeError, KeyError, ValueError, IndexError):
            return self._none  # a broken font hides its own words only


def draw(page: PageObject, fonts: Fonts) -> Drawn:
    """What `page` draws. Raises pypdf's errors where its content cannot be parsed."""
    contents = page.get("/Contents")
    resources = _dictionary(page.get("/Resources"))
    stream = contents.get_object() if contents is not None else None
    pen = _Pen(page.pdf, fonts)
    if isinstance(stream, (StreamObject, ArrayObject)) and resources is not None:
        pen.follow(ContentStream(stream, page.pdf, "bytes"), resources, IDENTITY)
    return Drawn(pen.words, pen.strokes())


class _Pen:
    """Follows the operations of content streams with the state that they set."""

    def __init__(self, pdf: Any, fonts: Fonts) -> None:
        self.words: list[Words] = []
        self._pdf = pdf
        self._fonts = fonts
        self._none = fonts.named(None, DictionaryObject())
        self._resources = DictionaryObject()
        self._open_forms: list[int] = []
        self._forms = 0
        self._ctm = IDENTITY
        self._tm = self._line = IDENTITY
        # Text state: font, size, character and word spacing, scale, leading, rise, mode, and line width.
        self._font, self._size = self._none, 12.0
        self._spacing = self._word_spacing = self._leading = self._rise = 0.0
        self._scale, self._mode, self._width = 1.0, 0, 1.0
        self._stack: list[tuple[Any, ...]] = []
        self._paths = Paths()
        self._operators = self._table()

    def follow(self, content: ContentStream, resources: DictionaryObject, ctm: Matrix) -> None:
        self._resources, self._ctm = resources, ctm
        operators = self._operators
        for operands, operator in operations(content):
            act = operators.get(operator)
            if act is None:
                continue
            try:
                act(operands)
            except (TypeError, ValueError, IndexError):
                continue  # operands of the wrong kind: a viewer passes over them too

    def strokes(self) -> list[Stroke]:
        return self._paths.strokes

    def _table(self) -> dict[bytes, Callable[[Sequence[Any]], None]]:
        table: dict[bytes, Callable[[Sequence[Any]], None]] = {
            b"q": lambda o: self._save(),
            b"Q": lambda o: self._restore(),
            b"cm": lambda o: self._concatenate(o),
            b"BT": lambda o: self._begin(),
            b"Tm": self._set_matrix,
            b"Td": lambda o: self._move(float(o[0]), float(o[1])),
            b"TD": self._move_leading,
            b"T*": lambda o: self._move(0.0, -self._leading),
            b"Tj": lambda o: self._show((o[0],)),
            b"TJ": lambda o: self._show(o[0]),
            b"'": self._next_line,
            b'"': self._next_line_spaced,
            b"Tf": self._set_font,
            b"Do": self._form,
            b"m": lambda o: self._paths.start(float(o[0]), float(o[1]), self._ctm),
            b"l": lambda o: self._paths.line_to(float(o[0]), float(o[1]), self._ctm),
            b"h": lambda o: self._paths.close(self._ctm),
            b"re": lambda o: self._paths.rectangle([float(side) for side in o[:4]], self._ctm),
            b"n": lambda o: self._paths.forget(),
        }
        for operator in STROKING:
            table[operator] = lambda o: self._paths.stroke(self._width * hypot(*self._ctm[:2]))
        for operator in FILLING:
            table[operator] = lambda o: self._paths.fill()
        for operator, name, unit in (
            (b"Tc", "_spacing", 1.0),
            (b"Tw", "_word_spacing", 1.0),
            (b"TL", "_leading", 1.0),
            (b"Ts", "_rise", 1.0),
            (b"Tz", "_scale", 0.01),
            (b"w", "_width", 1.0),
            (b"Tr", "_mode", 1.0),
        ):
            table[operator] = lambda o, name=name, unit=unit: setattr(self, name, float(o[0]) * unit)  # type: ignore[misc]
        return table

    def _save(self) -> None:
        self._stack.append(
            (
                *(self._ctm, self._font, self._size, self._spacing, self._word_spacing),
                *(self._leading, self._rise, self._scale, self._mode, self._width),
            )
        )

    def _restore(self) -> None:
        if self._stack:
            self._ctm, self._font, self._size, self._spacing, self._word_spacing, *rest = self._stack.pop()
            self._leading, self._rise, self._scale, self._mode, self._width = rest

    def _concatenate(self, operands: Sequence[Any]) -> None:
        self._ctm = times(matrix(operands), self._ctm)

    def _begin(self) -> None:
        self._tm = self._line = IDENTITY

    def _set_matrix(self, operands: Sequence[Any]) -> None:
        self._tm = self._line = matrix(operands)

    def _move(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self._line
        self._tm = self._line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)

    def _move_leading(self, operands: Sequence[Any]) -> None:
        x, y = float(operands[0]), float(operands[1])
        self._leading = -y
        self._move(x, y)

    def _next_line(self, operands: Sequence[Any]) -> None:
        self._move(0.0, -self._leading)
        self._show((operands[0],))

    def _next_line_spaced(self, operands: Sequence[Any]) -> None:
        self._word_spacing, self._spacing = float(operands[0]), float(operands[1])
        self._next_line(operands[2:])

    def _set_font(self, operands: Sequence[Any]) -> None:
        self._font = self._fonts.named(operands[0], self._resources)
        self._size = float(operands[1])

    def _show(self, parts: Sequence[Any]) -> None:
        """Show strings; a number between two moves the pen back by thousandths of the font size."""
        font, size, scale = self._font, self._size, self._scale
        a, b, c, d, e, f = times(self._tm, self._ctm)
        along, height = hypot(a, b), abs(size) * hypot(c, d)
        if not (along and height and isfinite(along * height)) or abs(e) > _FARTHEST or abs(f) > _FARTHEST:
            return
        forward = along if size >= 0 else -along
        space = _GAP_OF_SPACE * font.space * abs(size)
        wide = CELL_GAP * abs(size)
        pieces: list[str] = []
        widths: list[float] = []
        pen = start = 0.0

        def close() -> None:
            nonlocal pieces, widths
            if pieces:
                x, y = a * start + c * self._rise + e, b * start + d * self._rise + f
                visible = self._mode not in _INVISIBLE_MODES
                self.words.append(
                    Words(pieces, widths, x, y, a / forward, b / forward, height, font, visible)
                )
                pieces, widths = [], []

        for part in parts:
            if isinstance(part, bytes):
                if not pieces:
                    start = pen
                for text, width, spaced in font.glyphs(part):
                    step = (width * size + self._spacing + (self._word_spacing if spaced else 0.0)) * scale
                    pieces.append(text)
                    widths.append(step * forward)
                    pen += step
                continue
            step = -float(part) * 0.001 * size * scale
            pen += step
            if abs(step) > wide:
                close()
            elif pieces and step >= space:
                pieces.append(GAP)
                widths.append(step * forward)
            elif pieces:
                widths[-1] += step * forward
        close()
        a, b, c, d, e, f = self._tm
        self._tm = (a, b, c, d, pen * a + e, pen * b + f)

    def _form(self, operands: Sequence[Any]) -> None:
        """Follow a form, whose content is part of the page."""
        forms = _dictionary(self._resources.get("/XObject"))
        form = forms.get(operands[0]) if forms is not None else None
        form = form.get_object() if form is not None else None
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        if id(form) in self._open_forms or len(self._open_forms) >= _DEEPEST or self._forms >= _MOST_FORMS:
            return
        self._forms += 1
        kept, stack = self._resources, self._stack
        self._save()
        saved, self._stack = stack.pop(), []
        self._open_forms.append(id(form))
        try:
            own = form.get("/Matrix")
            placed = times(matrix(own.get_object()), self._ctm) if own is not None else self._ctm
            resources = _dictionary(form.get("/Resources"))
            self.follow(ContentStream(form, self._pdf, "bytes"), resources or kept, placed)
        finally:
            self._open_forms.pop()
            self._resources, self._stack = kept, [*stack, saved]
            self._restore()


def _dictionary(value: Any) -> DictionaryObject | None:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else None
