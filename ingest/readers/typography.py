"""What a document's typography says: which styles are running text, and how far apart its lines stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingest.readers.pdf_lines import Line

_CLEARLY_LARGER = 0.8
_DEFAULT_PITCH = 1.3
_SINGLE_PITCH = 1.7
_WIDEST_PITCH = 2.7
_ENOUGH_STEPS = 8
"""So many lines must stand wide apart for that to be how paragraphs are set, not the space between them."""
_BODY_SHARE = 0.15
"""A style with more than this part of the text is running text, whatever it looks like."""


@dataclass(frozen=True)
class Style:
    """What tells one kind of line from another."""

    size: float
    font: str
    bold: bool
    italic: bool


@dataclass(frozen=True)
class Profile:
    """A document's usual line: its size in points, its fonts, the distance between lines as a multiple of
    their size, and the text's right edge.
    """

    size: float
    body: frozenset[Style]
    pitch: float
    right: float
    bold: bool

    def is_body(self, line: Line) -> bool:
        return not line.placed or style(line) in self.body

    def stands_out(self, line: Line) -> bool:
        """Whether the line's style sets it above the running text."""
        if self.is_body(line):
            return False
        if line.size >= self.size + _CLEARLY_LARGER:
            return True
        if line.size < self.size - 0.6:
            return False
        return (line.bold and not self.bold) or line.italic or family(line.font) not in self._families

    @property
    def _families(self) -> frozenset[str]:
        return frozenset(family(s.font) for s in self.body)


def style(line: Line) -> Style:
    return Style(round(line.size * 2) / 2, family(line.font), line.bold, line.italic)


@lru_cache(maxsize=1000)
def family(font: str) -> str:
    """The typeface's name without subset tag and cut: "/BCDEEE+TimesNewRomanPS-BoldMT" → "TimesNewRoman"."""
    name = font.lstrip("/").split("+")[-1]
    return name.split("-")[0].split(",")[0].removesuffix("MT").removesuffix("PS")


def profile(lines: Sequence[Line]) -> Profile:
    """The profile of a document's `lines`, in reading order."""
    placed = [line for line in lines if line.placed]
    weights: Counter[Style] = Counter()
    for line in placed:
        weights[style(line)] += len(line.text)
    if not weights:
        return Profile(0.0, frozenset(), 1.2, 0.0, False)
    runs = _running_shares(placed)
    total = sum(weights.values())
    main = weights.most_common(1)[0][0]
    body = {main} | {
        s
        for s, n in weights.items()
        if not s.bold and (n > _BODY_SHARE * total or (n > 0.02 * total and runs[s] > 0.6))
    }
    usual = [line for line in placed if style(line) == main]
    rights = sorted(line.right for line in usual)
    return Profile(
        size=max(s.size for s in body if weights[s] > _BODY_SHARE * total),
        body=frozenset(body),
        pitch=_pitch(usual, main.size),
        right=rights[min(len(rights) - 1, int(0.95 * len(rights)))],
        bold=main.bold,
    )


def _pitch(lines: Sequence[Line], size: float) -> float:
    """The usual distance between lines of one paragraph, as a multiple of their size."""
    steps = Counter(
        round((a.y - b.y) / size, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and abs(a.x - b.x) < 3 and 0.9 < (a.y - b.y) / size < _WIDEST_PITCH
    )
    single = Counter({step: n for step, n in steps.items() if step <= _SINGLE_PITCH})
    if single:
        return single.most_common(1)[0][0]
    step, n = steps.most_common(1)[0] if steps else (0.0, 0)
    return step if n >= _ENOUGH_STEPS else _DEFAULT_PITCH


def _running_shares(lines: Sequence[Line]) -> dict[Style, float]:
    """For each style, what part of its lines stand beside another line of the same style and are long."""
    styles = [style(line) for line in lines]
    seen = Counter(styles)
    running: Counter[Style] = Counter()
    for i, own in enumerate(styles):
        beside = (i and styles[i - 1] == own) or (i + 1 < len(styles) and styles[i + 1] == own)
        running[own] += bool(beside) and len(lines[i].text) > 45
    return {own: running[own] / n for own, n in seen.items()}
