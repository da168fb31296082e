"""HTML in, blocks out: the page's own content without its frame."""

import re
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from ingest.blocks import Block, BlockKind, Reading, StruckOut
from ingest.errors import UnreadableFile
from ingest.readers.html_emptying import empty
from ingest.readers.plain import NO_TEXT_REASON, NO_TEXT_REMEDY, clean, decode, read_bytes
from ingest.readers.published_statute import read_published
from ingest.readers.statute_html import may_hold_statute, statute_lines

_LONGEST_FRAME_LINE = 120
_FRAME = (
    "nav, header, footer, aside, form, script, style, noscript, template, iframe, svg, button, dialog, "
    "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], "
    "[role=complementary], [role=search]"
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_TAG = re.compile(r"<[a-zA-Z!][^<>]*>")
_STRUCK = "del, s, strike, [style*='line-through']"
_MAIN = ("main", "[role=main]", "article", "#content", "body")
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins"),
        *("kbd", "label", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    ]
)


def read_html(path: Path) -> Reading:
    """The blocks of a web page; `<title>` and meta tags become metadata.

    Navigation, page heads and feet, side columns and forms are left out; struck-out passages are
    kept apart in `struck`. A statute as Sveriges riksdag publishes it is read as one. Raises
    `UnreadableFile` where the file is empty, no text, no HTML or without content.
    """
    page = _XML_DECLARATION.sub("", decode(read_bytes(path)))
    if not _TAG.search(page):
        raise UnreadableFile("Filen är inte en HTML-sida.", "Spara om sidan från webbläsaren som HTML.")
    soup = BeautifulSoup(page, "lxml")
    metadata = _metadata(soup)
    # Reading it as a statute takes the page apart, so it is done to a copy.
    lines = statute_lines(BeautifulSoup(page, "lxml")) if may_hold_statute(soup) else None
    if lines is not None:
        published = read_published(lines)
        return replace(published, metadata=metadata | published.metadata)
    frame = _frame_lines(soup)
    main = _main_content(soup)
    struck = [clean(tag.get_text(" ")) for tag in main.select(_STRUCK) if not tag.find_parent(_is_struck)]
    for tag in main.select(_STRUCK):
        if not tag.decomposed:
            empty(tag)
    collector = _Collector()
    collector.walk(main)
    collector.close()
    if not any(block.kind != "heading" for block in collector.blocks):
        raise UnreadableFile(NO_TEXT_REASON, NO_TEXT_REMEDY)
    return Reading(
        tuple(collector.blocks),
        metadata,
        dropped=frame,
        struck=tuple(StruckOut(text) for text in struck if text),
    )


def _is_struck(tag: Tag) -> bool:
    return tag.name in ("del", "s", "strike") or "line-through" in str(tag.get("style", ""))


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    html = soup.find("html")
    if isinstance(html, Tag) and isinstance(html.get("lang"), str):
        found["language"] = str(html["lang"])
    for meta in soup.find_all("meta"):
        name, content = meta.get("name") or meta.get("property"), meta.get("content")
        if isinstance(name, str) and isinstance(content, str) and clean(content):
            found[name.lower()] = clean(content)
    if soup.title is not None and clean(soup.title.get_text()):
        found["title"] = clean(soup.title.get_text())
    return found


def _frame_lines(soup: BeautifulSoup) -> tuple[str, ...]:
    """What a page's banner and foot say in a few words: whose page it is. Longer ones are navigation."""
    tags = [
        tag for tag in soup.select("header, footer") if tag.find("h1") is None and tag.find("nav") is None
    ]
    lines = dict.fromkeys(clean(tag.get_text(" ")) for tag in tags)
    return tuple(line for line in lines if 0 < len(line) <= _LONGEST_FRAME_LINE)


def _main_content(soup: BeautifulSoup) -> Tag:
    """The main element without the page's frame; the document's own head, which holds its title, is kept."""
    main: Tag = soup
    for selector in _MAIN:
        candidates = soup.select(selector)
        if candidates:
            main = candidates[0] if selector != "article" or len(candidates) == 1 else soup.body or soup
            break
    for tag in main.select(_FRAME):
        if tag.decomposed:
            continue
        heading = tag.find("h1") if tag.name == "header" else None
        if not isinstance(heading, Tag):
            empty(tag)
            continue
        if main.name not in ("main", "article"):
            heading.extract()
            tag.clear(decompose=True)
            tag.append(heading)
        tag.name = "div"
    return main


class _Collector:
    """Walks the tree in reading order; loose text between block elements gathers into paragraphs."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._loose: list[str] = []

    def walk(self, parent: Tag, list_depth: int = 0) -> None:
        for child in list(parent.children):
            if isinstance(child, Comment):
                continue
            if isinstance(child, NavigableString):
                self._loose.append(str(child))
            elif isinstance(child, Tag):
                self._element(child, list_depth)

    def close(self) -> None:
        """Ends the paragraph of loose text, if any."""
        self._add("paragraph", "".join(self._loose))
        self._loose = []

    def _element(self, tag: Tag, list_depth: int) -> None:
        name = tag.name
        if name == "br":
            self._loose.append(" ")
        elif name in _INLINE and not _holds_blocks(tag):
            self._loose.append(tag.get_text())
        elif name in _HEADINGS:
            self._whole("heading", tag.get_text(" "), _HEADINGS[name])
        elif name == "tr":
            cells = (clean(cell.get_text(" ")) for cell in tag.find_all(["td", "th"]))
            self._whole("row", " ".join(cell for cell in cells if cell))
        elif name in ("ul", "ol"):
            self.close()
            self._list(tag, list_depth + 1)
        elif name == "dl":
            self.close()
            self._definitions(tag)
        elif name != "head":
            self.close()
            self.walk(tag, list_depth)
            self.close()

    def _whole(self, kind: BlockKind, text: str, depth: int = 0) -> None:
        self.close()
        self._add(kind, text, depth)

    def _list(self, tag: Tag, depth: int) -> None:
        number = _start(tag)
        for child in tag.find_all("li", recursive=False):
            nested = [
                part.extract() for part in child.find_all(["ul", "ol"]) if part.find_parent("li") is child
            ]
            marker = _marker(tag, number) if tag.name == "ol" else "•"
            text = clean(child.get_text(" ") if _holds_blocks(child) else child.get_text())
            if text:
                self._add("item", f"{marker} {text}", depth)
                number += 1
            for part in nested:
                if isinstance(part, Tag):
                    self._list(part, depth + 1)

    def _definitions(self, tag: Tag) -> None:
        """Each term with its explanations on one row, for one does not make sense without the other."""
        terms: list[str] = []
        explanations: list[str] = []
        for part in tag.find_all(["dt", "dd"]):
            if part.name == "dt" and explanations:
                self._add("row", _definition(terms, explanations))
                terms, explanations = [], []
            (terms if part.name == "dt" else explanations).append(clean(part.get_text(" ")))
        self._add("row", _definition(terms, explanations))

    def _add(self, kind: BlockKind, text: str, depth: int = 0) -> None:
        cleaned = clean(text)
        if cleaned:
            self.blocks.append(Block(kind, cleaned, depth))


def _definition(terms: list[str], explanations: list[str]) -> str:
    term, explanation = ", ".join(filter(None, terms)), " ".join(filter(None, explanations))
    return f"{term.rstrip(':')}: {explanation}" if term and explanation else term or explanation


def _holds_blocks(tag: Tag) -> bool:
    return any(
        isinstance(part, Tag) and part.name not in _INLINE and part.name != "br" for part in tag.descendants
    )


def _start(tag: Tag) -> int:
    start = tag.get("start")
    return int(start) if isinstance(start, str) and start.isdigit() else 1


def _marker(tag: Tag, number: int) -> str:
    if tag.get("type") in ("a", "A") and number <= 26:
        return chr(ord("a") + number - 1) + ")"
    return f"{number}."
