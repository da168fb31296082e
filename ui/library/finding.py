"""Searching within one document: where the words stand, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from hierarchy.documents import Provision
from ui.escape import as_html
from ui.library.anchors import linked
from ui.library.document_links import Looked, View
from ui.library.reading import searched
from ui.links import DOCUMENT
from ui.texts import Texts

_AROUND = 70
_MOST = 50


@dataclass(frozen=True)
class Hit:
    """One place of the words: verbatim text before, of and after them."""

    provision: Provision
    before: str
    words: str
    after: str


def hits_in(text: str, provisions: Sequence[Provision], words: str) -> list[Hit]:
    """Every place in the provisions where the words stand together, letter case apart."""
    pattern = searched(words)
    if pattern is None:
        return []
    return [
        Hit(
            provision,
            text[max(provision.start, match.start() - _AROUND) : match.start()],
            match.group(),
            text[match.end() : min(provision.end, match.end() + _AROUND)],
        )
        for provision in provisions
        for match in pattern.finditer(text, provision.start, provision.end)
    ]


def form_html(looking: Looked, texts: Texts) -> str:
    """The field that searches the document."""
    return (
        f"<form class='rs-soft rs-find' role='search' aria-label='{texts('library.find')}' "
        f"action='/{DOCUMENT}' method='get'>"
        f"<input type='hidden' name='id' value='{as_html(looking.document)}'>"
        f"<label class='rs-unseen' for='rs-find'>{texts('library.find')}</label>"
        f"<input type='search' id='rs-find' name='sok' maxlength='200' value='{as_html(looking.words)}' "
        f"placeholder='{texts('library.find')}'><button type='submit' class='rs-button'>"
        f"{texts('library.find_do')}</button></form>"
    )


def hits_html(hits: Sequence[Hit], looking: Looked, texts: Texts) -> str:
    """How many places there are, and a link to each of the first."""
    if len(hits) > 1:
        counted = texts("library.hits", count=len(hits), words=looking.words)
    else:
        counted = texts("library.hits_one" if hits else "library.hits_none", words=looking.words)
    away = linked(looking.link(View.TEXT), texts("library.find_clear"))
    items = "".join(
        f"<li>{_to(hit, looking)}<p>{as_html(_opened(hit.before))}<mark>{as_html(hit.words)}</mark>"
        f"{as_html(_closed(hit.after))}</p></li>"
        for hit in hits[:_MOST]
    )
    more = f"<p class='rs-why'>{texts('library.hits_more', shown=_MOST)}</p>" if len(hits) > _MOST else ""
    listed = f"<ol class='rs-hits'>{items}</ol>{more}" if hits else ""
    return (
        f"<section class='rs-soft rs-found-in' aria-label='{texts('library.find')}'>"
        f"<p role='status'>{as_html(counted)} {away}</p>{listed}</section>"
    )


def _to(hit: Hit, looking: Looked) -> str:
    address = hit.provision.address
    return linked(looking.link(View.TEXT, provision=address, words=looking.words), address)


def _opened(before: str) -> str:
    return f"… {before.partition(' ')[2]}" if len(before) == _AROUND else before


def _closed(after: str) -> str:
    return f"{after.rpartition(' ')[0]} …" if len(after) == _AROUND else after
