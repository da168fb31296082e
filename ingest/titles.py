"""A document's title: printed on it, else as its file is called."""

import re
from collections import Counter

from ingest.identity_labels import Finding
from ingest.kinds import PROPOSAL_KINDS, exact_kind
from ingest.stored_text import StoredText

_FOLDED = str.maketrans("åäöéèüáàóø", "aaoeeuaaoo")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_INSIDE_SENTENCE = re.compile(r"(?<=[a-zåäö,;] )[^\W\d_]+")
# fmt: off
_GENERIC = frozenset((
    "allmänt", "ansvar", "bakgrund", "beslut", "bilaga", "definitioner", "dokumentinformation", "förord",
    "förslag", "historik", "i", "inledning", "innehåll", "innehållsförteckning", "introduktion", "korthet",
    "målgrupp", "mål",
    "och", "omfattning", "protokoll", "revisionshistorik", "sammanfattning", "syfte", "till", "tillämpning",
    "ärende", "ärendet",
))
# fmt: on
_NOT_A_TITLE = re.compile(
    r"^(?:untitled|namnlös|utan titel|microsoft word|presentation|dokument\d*|document\d*)\b", re.I
)
_SITE = re.compile(r"\s+[–·-]\s+(.+)$")
_DRAFT = re.compile(
    r"(?:(?:utkast|förslag|remissversion|arbetsversion|koncept|samrådshandling|granskningshandling|draft)\b(?!\s+på)"
    r"|(?:remiss|samråds|gransknings|arbets)(?:version|utgåva|handling|utkast|förslag)\b)",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"(?:[^\W\d_]+- och )?[^\W\d_]*(?:nämnden|styrelsen|utskottet|fullmäktige|departementet|förvaltningen)"
    r"|(?:region|landstinget)\s+[^\W\d_]+|[^\W\d_]+\s+(?:kommun|stad|universitet)|[^\W\d_]+(?:verket|myndigheten)",
    re.IGNORECASE,
)
"""A body or organisation by itself says to whom or from whom, not what about."""
_NEVER_TITLES = PROPOSAL_KINDS | {"yttrande", "remissvar", "beslut"}
_FILE_SUFFIX = re.compile(r"\.(?:pdf|docx?|html?|md|txt)$", re.IGNORECASE)
_STEM_DATE = re.compile(r"^((?:19|20)\d\d(?:-?\d\d-?\d\d|-\d\d)?)[-_ ]+")
_FRONT_BLOCKS = 12
_LONGEST_TITLE = 220
_FEWEST_WORDS_OF_A_BEGINNING = 3
_ENOUGH_LIKE_THE_STEM = 0.5
_SHORTEST_DOUBLED = 6
_LONGEST_LETTERHEAD_LINE = 90


def read_title(stem: str, stored: StoredText, metadata: dict[str, str]) -> Finding[str] | None:
    """The printed title and where it stands, or None where nothing printed can be told to be one.

    A title in the file's properties counts when the same words are printed on the document, for properties
    are often left over from an older document; so does the printed line that is most like the file's name.
    """
    named = _FILE_SUFFIX.sub("", metadata.get("title", "")).strip()
    # A web page's title ends in the name of its site.
    named = named.rpartition(" | ")[0] or named
    if named and not _NOT_A_TITLE.match(named):
        printed = _printed(named, stored)
        if printed is not None:
            return printed
    candidates = [_undoubled(candidate, stored.text) for candidate in _candidates(stored)]
    begun = next((candidate for candidate in candidates if _begins(candidate.value, named)), None)
    if begun is not None:
        site = _SITE.match(named, len(begun.value))
        alone = site is not None and not any(placed.block.text == site[1] for placed in stored.blocks)
        return begun if alone else Finding(named, begun.start, begun.end)
    if not candidates:
        return None
    heading = candidates[0] if _is_top_heading(stored, candidates[0]) else None
    best = max(candidates, key=lambda candidate: likeness(stem, candidate.value))
    if likeness(stem, best.value) >= _ENOUGH_LIKE_THE_STEM and not (heading and _is_row(stored, best)):
        return best
    first = next(placed for placed in stored.blocks if placed.block.kind != "header")
    return heading or (candidates[0] if candidates[0].start == first.start else None)


def _is_top_heading(stored: StoredText, found: Finding[str]) -> bool:
    """Whether it is a heading of the first rank with nothing but short lines before it, a letterhead's."""
    for placed in stored.blocks:
        if placed.start >= found.start:
            return placed.start <= found.end and placed.block.kind == "heading" and placed.block.depth == 1
        if placed.block.kind != "header" and len(placed.block.text) > _LONGEST_LETTERHEAD_LINE:
            return False
    return False


def _is_row(stored: StoredText, found: Finding[str]) -> bool:
    return any(p.start == found.start and p.block.kind == "row" for p in stored.blocks)


def title_from_stem(stem: str, text: str) -> str:
    """The file's name as a title, with å, ä and ö where the document's own words have them.
    A leading date is no part of the title.
    """
    leading = _STEM_DATE.match(stem)
    rest = stem[leading.end() :] if leading else stem
    spellings = _spellings(text)
    words = [_spell(word, spellings) for word in re.split(r"[-_ .]+", rest) if word]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def in_sentence_case(title: str, text: str) -> str:
    """A title in capitals as one would write it: names keep the capital that they have in the text."""
    if not title.isupper():
        return title
    usual: dict[str, Counter[str]] = {}
    for word in _WORD_INSIDE_SENTENCE.findall(text):
        if not (word.isupper() and len(word) > 1):
            usual.setdefault(word.lower(), Counter())[word] += 1

    def lower(found: re.Match[str]) -> str:
        word = found.group().lower()
        seen = usual.get(word)
        # Written both ways as often, it is a common noun that begins something somewhere.
        return max(seen, key=lambda spelling: (seen[spelling], spelling == word)) if seen else word

    lowered = _WORD.sub(lower, title)
    return lowered[:1].upper() + lowered[1:]


def _printed(title: str, stored: StoredText) -> Finding[str] | None:
    words = [re.escape(word) for word in title.split()]
    found = re.search(r"\s+".join(words), stored.text[:4000], re.IGNORECASE)
    return Finding(" ".join(found.group().split()), found.start(), found.end()) if found else None


def _begins(printed: str, named: str) -> bool:
    """Whether the printed line is the first part of the named title, the rest of it lost in layout."""
    return len(printed.split()) >= _FEWEST_WORDS_OF_A_BEGINNING and named.lower().startswith(printed.lower())


def _candidates(stored: StoredText) -> list[Finding[str]]:
    """Short unpunctuated blocks at the front that are no section's heading, headings first in rank."""
    found: list[tuple[bool, Finding[str]]] = []
    running = False
    for placed in stored.blocks[:_FRONT_BLOCKS]:
        text = placed.block.text
        # A line below the running text is no title, unless it is set as a heading.
        running = running or (placed.block.kind == "paragraph" and len(text) > _LONGEST_LETTERHEAD_LINE)
        if running and placed.block.kind != "heading":
            continue
        if placed.block.kind not in ("heading", "row", "paragraph") or len(text) > _LONGEST_TITLE:
            continue
        if text.endswith((".", ":", ";", ",")) or _is_generic(text):
            continue
        heading = placed.block.kind == "heading" and placed.block.depth == 1
        kind = exact_kind(text)
        if kind is not None and (not heading or kind in _NEVER_TITLES):
            continue
        found.append((not heading, Finding(text, placed.start, placed.end)))
    return [finding for _, finding in sorted(found, key=lambda ranked: ranked[0])]


def _undoubled(found: Finding[str], text: str) -> Finding[str]:
    """The title without a last word that also stands glued before its first: a line that was set twice."""
    words = found.value.split()
    first, last = words[0], words[-1]
    if len(words) < 3 or len(last) < _SHORTEST_DOUBLED or first == last or not first.startswith(last):
        return found
    start = found.start + text[found.start : found.end].index(first) + len(last)
    return Finding(found.value.strip()[len(last) :], start, found.end)


def is_draft(line: str) -> bool:
    """Whether a line says no more than that the document is a draft, with its day or version ("Utkast 2")."""
    found = _DRAFT.match(line.strip())
    rest = (
        re.sub(
            r"[\W\d_]+|version|den|till|januari|februari|mars|april|maj|ju[nl]i|augusti|(?:septem|okto|novem|decem)ber",
            "",
            line.strip()[found.end() :],
            flags=re.IGNORECASE,
        )
        if found
        else "x"
    )
    return not rest


def _is_generic(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return (
        not words
        or text.startswith("§")
        or all(word in _GENERIC for word in words)
        or is_draft(text)
        or _ADDRESSEE.fullmatch(text.strip()) is not None
    )


def likeness(stem: str, title: str) -> float:
    """Share of words in common, words that begin alike counted as the same; 0 to 1."""
    named = [word for word in re.split(r"[-_ .]+", stem.lower().translate(_FOLDED)) if word.isalpha()]
    printed = [word.translate(_FOLDED) for word in _WORD.findall(title.lower())]
    if not named or not printed:
        return 0.0
    common = sum(any(word[:6] == other[:6] for other in printed) for word in named)
    return 2 * common / (len(named) + len(printed))


def _spellings(text: str) -> dict[str, str]:
    """The text's words by their letters without dots and rings, the commonest spelling of each."""
    counts = Counter(word.lower() for word in _WORD.findall(text))
    return {word.translate(_FOLDED): word for word, _ in reversed(counts.most_common())}


def _spell(word: str, spellings: dict[str, str]) -> str:
    """`word` spelt as in the document; a compound that does not occur borrows from words that begin alike."""
    if word.lower() in spellings:
        return spellings[word.lower()]
    for length in range(len(word) - 1, 3, -1):
        alike = next(
            (known for plain, known in spellings.items() if plain.startswith(word[:length].lower())), None
        )
        if alike is not None:
            return alike[:length] + word[length:]
    return word
