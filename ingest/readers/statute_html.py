"""The lines of a statute in Sveriges riksdag's HTML, where anchors mark sections and breaks mark lines."""

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from ingest.readers.html_emptying import empty
from ingest.readers.plain import clean
from ingest.readers.published_statute import SourceLine, looks_published
from ingest.statute_outline import section_number

_ANCHOR = re.compile(r"(?:K\d+[a-zåäö]*)?P\d+[a-zåäö]*")
_HEADING = re.compile(r"h([1-6])")
_APART = frozenset(
    ("p", "div", "hr", "table", "ul", "ol", "dl", "blockquote", "article", "section", "header")
)
_NUMBERED = ("a", "b", "strong")
_LEFT_OUT = ("script", "style", "nav", "form", "button", "template", "noscript")
_CONTENTS = "div.sfstoc"


def may_hold_statute(soup: BeautifulSoup) -> bool:
    """Whether a page has anchors of sections, or a head that names a number in Svensk författningssamling."""
    return bool(_section_anchors(soup)) or soup.find(string=re.compile("SFS nr")) is not None


def statute_lines(soup: BeautifulSoup) -> list[SourceLine] | None:
    """The lines of the statute that a page holds, or None where it holds none. Takes the page apart."""
    anchors = _section_anchors(soup)
    for tag in soup.select(_CONTENTS) + soup.find_all(_LEFT_OUT):
        if not tag.decomposed:
            empty(tag)
    walk = _Lines()
    walk.over(_holding(soup, anchors))
    walk.end_line()
    return walk.lines if looks_published(walk.lines) else None


def _section_anchors(soup: BeautifulSoup) -> list[Tag]:
    return [a for a in soup.find_all("a") if _ANCHOR.fullmatch(str(a.get("name") or a.get("id") or ""))]


def _holding(soup: BeautifulSoup, anchors: list[Tag]) -> Tag:
    """The smallest part of the page that holds the head and every section."""
    marked = [
        tag for tag in [*anchors, *soup.find_all(["b", "strong"], string=re.compile("SFS nr"))] if tag.parent
    ]
    holding: Tag = soup.body or soup
    for part in marked[0].parents if marked else ():
        if isinstance(part, Tag) and all(any(part is p for p in tag.parents) for tag in marked):
            holding = part
            break
    # The statute's name is the heading above its head, often outside what holds the text.
    while (
        holding.parent
        and not holding.find(["h1", "h2"])
        and holding.parent.name not in ("html", "[document]")
    ):
        holding = holding.parent
    return holding


@dataclass
class _Lines:
    """Gathers the text between breaks into lines; `items` counts each numbered list's, by its identity."""

    lines: list[SourceLine] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    section: str = ""
    items: dict[int, int] = field(default_factory=dict)

    def over(self, parent: Tag) -> None:
        for child in parent.children:
            if isinstance(child, Comment):
                continue
            if isinstance(child, NavigableString):
                self.text.append(re.sub(r"\s+", " ", str(child)))
            elif isinstance(child, Tag):
                self._element(child)

    def end_line(self) -> None:
        """Ends the line of text that is open, if any."""
        text = "".join(self.text).strip(" ")
        if text or self.section:
            self.lines.append(SourceLine(text, section=self.section))
        self.text, self.section = [], ""

    def _element(self, tag: Tag) -> None:
        heading = _HEADING.fullmatch(tag.name)
        words = clean(tag.get_text(" ")) if heading or tag.name in _NUMBERED else ""
        if heading:
            self._apart()
            if words:
                self.lines.append(SourceLine(words, heading=int(heading[1])))
        elif tag.name == "br":
            self.end_line()
        elif tag.name == "pre":
            self._apart()
            self.lines += [SourceLine(line) for line in tag.get_text().split("\n")]
            self._apart()
        elif tag.name == "tr":
            self.end_line()
            cells = [clean(cell.get_text(" ")) for cell in tag.find_all(["td", "th"])]
            self.lines.append(SourceLine("\t".join(cell for cell in cells if cell)))
        elif tag.name == "li":
            self.end_line()
            self.text.append(self._marker(tag))
            self.over(tag)
            self.end_line()
        elif _names_section(tag, words):
            self._apart()
            self.section = section_number(words) or words
        elif tag.name in _APART:
            self._apart()
            self.over(tag)
            self._apart()
        else:
            self.over(tag)

    def _apart(self) -> None:
        self.end_line()
        self.lines.append(SourceLine(""))

    def _marker(self, item: Tag) -> str:
        listed = item.parent
        if listed is None or listed.name != "ol":
            return "- "
        self.items[id(listed)] = number = self.items.get(id(listed), 0) + 1
        return f"{number}. "


def _names_section(tag: Tag, words: str) -> bool:
    """Whether an anchor or a bold number begins a section: "<a name="K1P2"><b>2 §</b></a>"."""
    if tag.name not in _NUMBERED or section_number(words) is None:
        return False
    if tag.name != "a":
        return True
    return (
        bool(_ANCHOR.fullmatch(str(tag.get("name") or tag.get("id") or "")))
        or tag.find(["b", "strong"]) is not None
    )
