"""A page of text drawn, printed, and scanned again: a PDF that is a picture."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.page_picture import drawn, opened_page
from tests.ingest.pdf_paper import Paper


def degraded(page: Image.Image, *, angle: float = 0.4, blur: float = 0.8, noise: float = 8.0) -> Image.Image:
    """The page a little crooked, soft and grainy, always in the same way."""
    turned = page.convert("L").rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(blur)), dtype=np.float64)
    grain = np.random.default_rng(7).normal(0, noise, soft.shape)
    return Image.fromarray(np.clip(soft * 0.94 + 8 + grain, 0, 255).astype(np.uint8))


def scan_of(source: Path, target: Path, pages: int, dpi: int = 200, **wear: float) -> Path:
    """The first `pages` pages of a PDF as a PDF of pictures, `dpi` fine."""
    canvas = Canvas(str(target))
    for number in range(1, pages + 1):
        with opened_page(source, number) as page:
            size = page.get_width(), page.get_height()
            picture = drawn(page, dpi / 72, grey=True).to_pil()
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(degraded(picture, **wear)), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return target


def scanned(folder: Path) -> Path:
    """A page with two headings, prose and a list, scanned."""
    paper = Paper(folder)
    paper.line("Gåvor från leverantörer", size=16, bold=True)
    paper.prose(
        "Den som arbetar med avtal ska alltid tacka nej till gåvor från ett företag som lämnar",
        "anbud. Övriga får ta emot en gåva av obetydligt värde, om den lämnas öppet och inte",
        "ges på villkor av något slag.",
    )
    paper.line("2 § Ansvar för cyklar", size=13, bold=True, gap=14)
    paper.prose(
        "Den som lånar en cykel ansvarar för den tills den har lämnats tillbaka. Övriga frågor",
        "avgörs av förrådet. Cyklar ska",
    )
    paper.line("• låsas när de inte används", x=88, gap=4)
    paper.line("• ställas i förrådet över natten", x=88)
    source = paper.path()
    return scan_of(source, folder / "inskannad.pdf", 1)
