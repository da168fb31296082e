"""The provision that a quote stands in, with the quote marked and a little on either side."""

from collections.abc import Sequence
from dataclasses import replace

from hierarchy.ladder import Citation
from ui.escape import as_html
from ui.excerpt import AROUND, excerpt
from ui.notice import notice_html
from ui.texts import Texts


def context_html(quotes: Sequence[Citation], text: str, texts: Texts, around: int = AROUND) -> str:
    """The provision with the quotes marked in it; a caution where the stored text has changed since."""
    first, end = quotes[0], max(citation.end for citation in quotes)
    shown = excerpt(text, replace(first, quote=text[first.start : end], end=end), around)
    if shown is None or any(text[c.start : c.end] != c.quote for c in quotes):
        return notice_html(texts("notice.caution"), texts("citation.moved"), "caution")
    opens, closes = "… " if shown.opens_cut else "", " …" if shown.closes_cut else ""
    return (
        f"<div class='rs-context' lang='{as_html(first.document.language)}' tabindex='0' role='region' "
        f"aria-label='{texts('citation.context')}'>"
        f"<span class='rs-around'>{opens}{as_html(shown.earlier)}</span>{as_html(shown.before)}"
        f"{_marked(quotes, text)}{as_html(shown.after)}"
        f"<span class='rs-around'>{as_html(shown.later)}{closes}</span></div>"
    )


def _marked(quotes: Sequence[Citation], text: str) -> str:
    """The text from the first quote to the last, each quote marked and what is between them plain."""
    html, at = "", quotes[0].start
    for citation in quotes:
        start = max(at, citation.start)
        if start < citation.end:
            html += f"{as_html(text[at:start])}<mark>{as_html(text[start : citation.end])}</mark>"
            at = citation.end
    return html
