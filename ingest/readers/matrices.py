"""The transformations of a PDF: (a, b, c, d, e, f) takes (x, y) to (ax + cy + e, bx + dy + f)."""

from collections.abc import Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(operands: Sequence[Any]) -> Matrix:
    """Raises ValueError or TypeError where there are not six numbers."""
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return a, b, c, d, e, f


def times(m: Matrix, n: Matrix) -> Matrix:
    """First `m`, then `n`."""
    a, b, c, d, e, f = m
    na, nb, nc, nd, ne, nf = n
    return (
        a * na + b * nc,
        a * nb + b * nd,
        c * na + d * nc,
        c * nb + d * nd,
        e * na + f * nc + ne,
        e * nb + f * nd + nf,
    )


def placed(x: float, y: float, m: Matrix) -> tuple[float, float]:
    """Where `m` takes the point."""
    a, b, c, d, e, f = m
    return a * x + c * y + e, b * x + d * y + f
