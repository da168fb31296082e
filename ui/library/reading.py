"""The text of a document, provision by provision, as HTML: each with an address, a reference and its page."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hierarchy.documents import GoverningDocument, Provision
from hierarchy.validity import is_worded_so
from ingest.layout import LaidBlock
from ingest.outline import TITLE_BLOCK
from ui.escape import as_html
from ui.formats import written_date
from ui.library.document_links import Looked, View
from ui.library.parts import Part, chapter, topic
from ui.links_script import reference_button
from ui.reference import reference
from ui.texts import Texts

ASKED = "rs-asked"
"""The id of the provision that the address names."""
READING = "rs-reading"
"""The id of the text, where no provision is named."""


class Reader:
    """Draws parts of one document."""

    def __init__(
        self,
        document: GoverningDocument,
        text: str,
        blocks: Sequence[LaidBlock],
        looking: Looked,
        day: date,
        texts: Texts,
    ) -> None:
        self._document = document
        self._text = text
        self._rows = [block for block in blocks if block.kind == "row"]
        self._looking = looking
        self._day = day
        self._texts = texts
        self._words = searched(looking.words)

    def part_html(self, part: Part) -> str:
        """The part's provisions under the headings of their chapters."""
        chapters = "".join(
            self._chapter(title, list(provisions))
            for title, provisions in groupby(part.provisions, key=chapter)
        )
        language = as_html(self._document.language)
        return f"<div class='rs-soft rs-text' id='{READING}' lang='{language}' tabindex='-1'>{chapters}</div>"

    def plain_html(self) -> str:
        """The whole text of a document that has no provisions."""
        language = as_html(self._document.language)
        return (
            f"<div class='rs-text' id='{READING}' lang='{language}' tabindex='-1'>"
            f"{self._blocks(0, len(self._text))}</div>"
        )

    def _chapter(self, title: str, provisions: list[Provision]) -> str:
        alone = len(provisions) == 1 and len(provisions[0].path) <= 1
        # A protocol's item has its topic in its first provision, which has no step of its own.
        about = topic(provisions[0]) if not alone and len(provisions[0].path) == 1 else None
        body, latest = "", about
        for provision in provisions:
            said = topic(provision)
            body += self._provision(provision, said if said != latest else None, alone)
            latest = said
        if alone:
            return body
        return f"<h2 class='rs-chapter'>{as_html(self._named(title))}{_topic_html(about)}</h2>{body}"

    def _named(self, step: str) -> str:
        return self._texts("library.head") if step == TITLE_BLOCK else step

    def _provision(self, provision: Provision, about: str | None, alone: bool) -> str:
        asked = provision.address == self._looking.provision
        step = self._named(provision.path[-1] if provision.path else provision.address)
        link = as_html(self._looking.link(View.TEXT, provision=provision.address))
        tag = "h2" if alone else "h3"
        told = f"<p class='rs-here'>{self._texts('library.here')}</p>" if asked else ""
        mark = f" id='{ASKED}' tabindex='-1'" if asked else ""
        return (
            f"<article class='rs-provision{' rs-is-asked' if asked else ''}'{mark}>{told}"
            f"<{tag}><a href='{link}'>{as_html(step)}</a>{_topic_html(about)}</{tag}>"
            f"{self._wording(provision)}{self._blocks(provision.start, provision.end)}"
            f"{self._foot(provision)}</article>"
        )

    def _wording(self, provision: Provision) -> str:
        """That this wording does not hold on the day, and from or until when it does."""
        if is_worded_so(provision, self._day):
            return ""
        if provision.valid_from and provision.valid_from > self._day:
            undated = provision.valid_from == date.max
            said = (
                self._texts("library.wording_undated")
                if undated
                else self._texts("library.wording_from", day=written_date(provision.valid_from, self._texts))
            )
        else:
            last = provision.valid_to or self._day
            said = self._texts("library.wording_to", day=written_date(last, self._texts))
        return f"<p class='rs-notice rs-caution'>{as_html(said)}</p>"

    def _foot(self, provision: Provision) -> str:
        texts, address = self._texts, provision.address
        copied = reference_button(reference(self._document, provision), address, texts)
        facts = [copied]
        if provision.page is not None:
            link = as_html(self._looking.link(View.PAGES, page=provision.page))
            facts.append(f"<a href='{link}'>{as_html(_paged(provision, texts))}</a>")
        link = as_html(self._looking.link(View.CITING, provision=address))
        named = as_html(texts("library.citing_of", address=address))
        facts.append(f"<a href='{link}' aria-label='{named}'>{texts('library.view.hanvisningar')}</a>")
        if provision.amended_by:
            facts.append(f"<span>{as_html(texts('library.amended', by=provision.amended_by))}</span>")
        return f"<p class='rs-foot'>{''.join(facts)}</p>"

    def _blocks(self, start: int, end: int) -> str:
        """The stored text from `start` to `end`: paragraphs, and tables where the reader saw rows."""
        html, at = "", start
        rows = [row for row in self._rows if start <= row.start and row.end <= end]
        for table in _runs(rows, self._text):
            html += self._paragraphs(at, table[0].start) + self._table(table)
            at = table[-1].end
        return html + self._paragraphs(at, end)

    def _paragraphs(self, start: int, end: int) -> str:
        said = (part.strip("\n") for part in self._text[start:end].split("\n\n"))
        return "".join(f"<p>{self._marked(part)}</p>" for part in said if part.strip())

    def _table(self, rows: Sequence[LaidBlock]) -> str:
        """The rows of a table, whose columns the stored text does not keep."""
        lines = "".join(f"<li>{self._marked(self._text[row.start : row.end])}</li>" for row in rows)
        return f"<div class='rs-rows'><p>{self._texts('library.table')}</p><ul>{lines}</ul></div>"

    def _marked(self, text: str) -> str:
        """The text with the words searched for marked."""
        if self._words is None:
            return as_html(text)
        html, at = "", 0
        for match in self._words.finditer(text):
            html += f"{as_html(text[at : match.start()])}<mark>{as_html(match.group())}</mark>"
            at = match.end()
        return html + as_html(text[at:])


def searched(words: str) -> re.Pattern[str] | None:
    """What finds the words as they stand, letter case and white space apart; None where there are none."""
    pieces = words.split()
    return re.compile(r"\s+".join(map(re.escape, pieces)), re.I) if pieces else None


def _runs(rows: Sequence[LaidBlock], text: str) -> Iterator[list[LaidBlock]]:
    """Rows that follow each other."""
    run: list[LaidBlock] = []
    for row in rows:
        if run and text[run[-1].end : row.start].strip():
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _topic_html(about: str | None) -> str:
    return f"<span class='rs-topic'>{as_html(about)}</span>" if about else ""


def _paged(provision: Provision, texts: Texts) -> str:
    if provision.printed_page is None or provision.printed_page == str(provision.page):
        return texts("citation.page", page=provision.page)
    return texts("citation.page_both", printed=provision.printed_page, page=provision.page)
