"""Small PDFs drawn for the tests: lines put where a test wants them."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.blocks import Reading
from ingest.readers.pdf import read_pdf

PITCH = 14.0
FILLER = "Nämnden beslutar i ärenden om inköp som inte hör till någon annan och redovisar"


class Paper:
    """A PDF in the making. `y` is where the next line goes; text is set in Helvetica.

    `canvas` draws what the methods here do not.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "dokument.pdf"
        self.canvas = Canvas(str(self._path), pagesize=A4)
        self.y = 740.0

    def at(self, x: float, y: float, text: str, size: float = 11, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def line(self, text: str, x: float = 70, size: float = 11, bold: bool = False, gap: float = 0) -> None:
        self.y -= gap
        self.at(x, self.y, text, size, "Helvetica-Bold" if bold else "Helvetica")
        self.y -= PITCH

    def prose(self, *lines: str, gap: float = 10) -> None:
        for i, text in enumerate(lines):
            self.line(text, gap=gap if i == 0 else 0)

    def row(self, cells: dict[float, str]) -> None:
        for x, text in cells.items():
            self.at(x, self.y, text, 10)
        self.y -= PITCH

    def rule(self, x0: float, x1: float, y: float) -> None:
        """A thin line from `x0` to `x1`, drawn as word processors do: a filled rectangle."""
        self.canvas.rect(x0, y, x1 - x0, 0.5, stroke=0, fill=1)

    def width(self, text: str, size: float = 11) -> float:
        return float(stringWidth(text, "Helvetica", size))

    def page(self) -> None:
        self.canvas.showPage()
        self.y = 740.0

    def title(self, text: str) -> None:
        self.canvas.setTitle(text)

    def encrypt(self, password: str) -> None:
        self.canvas.setEncrypt(password)

    def path(self) -> Path:
        self.canvas.showPage()
        self.canvas.save()
        return self._path

    def read(self) -> Reading:
        return read_pdf(self.path())


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in reading.blocks]


def texts(reading: Reading, kind: str) -> list[str]:
    return [block.text for block in reading.blocks if block.kind == kind]
