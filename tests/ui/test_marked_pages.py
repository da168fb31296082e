"""The marks on the pages of the sample region's own PDFs: what they cover reads as the quote."""

from contextlib import closing
from pathlib import Path

from index.library import Library
from index.sentences import sentence_spans
from ingest.page_picture import opened_page
from ui.page_image import characters
from ui.quote_place import letters, locate

_OF_EACH_DOCUMENT = 6
_BEFORE = 120


def test_what_is_marked_on_a_page_reads_as_the_quote(sample_library: Path) -> None:
    with closing(Library(sample_library)) as library:
        asked, whole = 0, 0
        for document, page, quote, before in _quotes(library):
            source = library.source_path(document)
            assert source is not None
            with opened_page(source, page) as drawn, closing(drawn.get_textpage()) as words:
                shown = characters(words)
            place = locate(shown, quote, before)
            assert place is not None, (document, quote)
            said = "".join(shown[first : last + 1] for first, last in place.parts)
            assert letters(said)[0] == letters(quote[: place.covered])[0]
            asked, whole = asked + 1, whole + (place.covered == len(quote))
    assert asked > 30
    # The rest go on overleaf.
    assert whole / asked > 0.9


def _quotes(library: Library) -> list[tuple[str, int, str, str]]:
    """The first sentence of some provisions of each PDF, with its page and the text before it."""
    found = []
    for document in library.documents():
        if not document.source.endswith(".pdf"):
            continue
        text = library.text(document.document)
        provisions = [p for p in library.provisions(document.document) if p.page is not None]
        for provision in provisions[:: max(1, len(provisions) // _OF_EACH_DOCUMENT)]:
            said = text[provision.start : provision.end]
            spans = [(a, b) for a, b in sentence_spans(said) if b - a > 30]
            if not spans:
                continue
            start, end = provision.start + spans[0][0], provision.start + spans[0][1]
            mark = library.mark_at(document.document, start)
            assert mark is not None
            found.append(
                (document.document, mark.page, text[start:end], text[max(0, start - _BEFORE) : start])
            )
    return found
