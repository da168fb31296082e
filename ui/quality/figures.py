"""Figures as a reader writes them."""

from ui.texts import Texts


def percent(share: float, texts: Texts) -> str:
    """0.126 as "13 %", in English "13%"."""
    return f"{share * 100:.0f}%" if texts.language == "en" else f"{share * 100:.0f}\u00a0%"


def decimal(amount: float, places: int, texts: Texts) -> str:
    """0.64 as "0,64", in English "0.64"."""
    written = f"{amount:.{places}f}"
    return written if texts.language == "en" else written.replace(".", ",")


def milliseconds(amount: float, texts: Texts) -> str:
    """41.7 as "42 ms", 1830 as "1,8 s"."""
    if amount < 1000:
        return f"{amount:.0f}\u00a0ms"
    return f"{decimal(amount / 1000, 1, texts)}\u00a0s"
