"""The limits that a provision's text states: in sentences, in items of a list, and in rows of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hierarchy.amounts import Comparator
from index.limit_figures import Figure, Unit, decimal_of, figures
from index.sentences import sentence_spans


@dataclass(frozen=True)
class SaidLimit:
    """A figure with its comparator and the words around it.

    `quotes` are verbatim parts of the text that together hold the figure and the comparator; `said` is what a
    reader needs to understand it: an item with its lead-in, a row with its header. `threshold_table`: the
    header says that its figures are the thresholds of the procurement acts.
    """

    figure: Figure
    comparator: Comparator
    quotes: tuple[str, ...]
    said: str
    threshold_table: bool = False


_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[a-zåäö]\)|[ivx]+\)|[-–•*])\s+(?=\S)")
_LONGEST_LABEL = 160
_SHORTEST_SENTENCE = 50
"""A sentence up to this long has hardly room for a report: "Julgåva: max 500 kronor inklusive moms."."""
_ENDED = re.compile(r"[.:;!?][”\"’)]?\s*$")
# A rule obliges, allows, forbids or tells what follows; a sentence that only reports a figure does not.
_BINDS = re.compile(
    r"\b(?:ska|skall|måste|får|bör|behöver|behövs|krävs|kräver|gäller|tillåt\w*|räcker|godkänn\w*|beslutar|medför|"
    r"är skyldig\w*|(?:är|utgör) (?:minst|högst|lägst|maximalt)|gränsen|görs|sker|tas|ges|ersätts|bokförs|"
    r"kan (?:\w+ ){0,3}(?:uppgå|vara|bli))\b",
    re.I,
)
_PASSIVE = re.compile(r"\b\w{3,}[^\Ws]as\b", re.I)
_REPORTED = re.compile(
    r"\b(?:uppskattas|beräknas|väntas|prognostiseras|redovisas|bedömas|kallas|anses|motsvaras)\b", re.I
)
_PAST = re.compile(
    r"\b(?:var|hade|blev|uppgick|gjordes|kostade|ökade|minskade|har (?:gjorts|ökat|minskat))\b", re.I
)
_OBLIGES = re.compile(r"\b(?:ska|skall|måste|får|behövs|krävs)\b", re.I)
_THE_LIMIT = re.compile(r"\bgräns(?:en|värdet)?\b[^.;\d]{0,20}$", re.I)

_HEADS = re.compile(
    r"\b(?:(?P<at_most>högst\w*|max\w*|tak(?:et|belopp)?|upp till)|"
    r"(?P<at_least>lägst\w*|minst\w*|minimi\w*|tröskelvärde\w*|från)|"
    r"(?P<under>under|mindre än|lägre än)|(?P<over>över|mer än))\b",
    re.I,
)
_THRESHOLD = re.compile(r"\btröskelvärde", re.I)
_UNIT = re.compile(
    r"\b(?:(?P<euro>euro|eur)|(?P<million>mnkr|mkr|msek)|(?P<thousand>tkr|kkr)|(?P<krona>kronor|kr|sek))\b|€",
    re.I,
)
_FACTORS = {"million": Decimal(1_000_000), "thousand": Decimal(1_000), "krona": Decimal(1)}
_CELL = re.compile(r"(?<![\d,.])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?(?![\d,])")


def limits_said(text: str) -> Iterator[SaidLimit]:
    """Every limit in a provision's text, in reading order."""
    lead, header, ended_at = "", "", 0  # the last sentence over a list, and the line over a table
    for match in _LINE.finditer(text):
        line = match[0]
        if "\n\n" in text[ended_at : match.start()]:
            header = ""
            lead = lead if lead.rstrip().endswith(":") else ""
        ended_at = match.end()
        marker = _ITEM.match(line)
        if marker:
            yield from _in_item(lead, line[marker.end() :])
        elif header and not _ENDED.search(line):
            row = tuple(_in_row(header, line))
            yield from row
            # A row without figures is no new header, unless it is one that compares.
            header = line if not row and not figures(line) and _comparators(line) else header
        else:
            # A line that is no sentence ("Hotell högst 1 600 kronor") is a rule by its comparison alone.
            is_sentence = _ENDED.search(line) or len(line) > _LONGEST_LABEL
            yield from _in_sentences(line) if is_sentence else _in_item("", line)
            *_, (start, end) = [(0, 0), *sentence_spans(line)]
            lead, header = line[start:end], "" if _ENDED.search(line) else line


# --- running text --------------------------------------------------------------------------------


def _in_sentences(line: str) -> Iterator[SaidLimit]:
    """A sentence that tells "gränsen" compares as the sentence before it did."""
    before: SaidLimit | None = None
    for start, end in sentence_spans(line):
        sentence = line[start:end]
        if not _is_rule(sentence):
            continue
        for figure in figures(sentence):
            quote = around(sentence, figure)
            if figure.comparator:
                before = SaidLimit(figure, figure.comparator, (quote,), sentence)
                yield before
            elif before and _THE_LIMIT.search(sentence[: figure.start]):
                said = f"{before.said} {sentence}"
                yield SaidLimit(figure, before.comparator, (*before.quotes[:1], quote), said)


def _is_rule(sentence: str) -> bool:
    if _PAST.search(sentence) and not _OBLIGES.search(sentence):
        return False
    if len(sentence) <= _SHORTEST_SENTENCE and not _REPORTED.search(sentence):
        return True
    passive = (match[0] for match in _PASSIVE.finditer(sentence))
    return bool(_BINDS.search(sentence)) or any(not _REPORTED.fullmatch(verb) for verb in passive)


def _in_item(lead: str, item: str) -> Iterator[SaidLimit]:
    """An item that compares itself, or one whose lead-in ends in the words that compare."""
    said = f"{lead} {item}" if lead else item
    shift = len(said) - len(item)
    own = {figure.start: figure for figure in figures(item) if figure.comparator}
    for figure in figures(said):
        if figure.start < shift or figure.comparator is None:
            continue
        here = replace(figure, start=figure.start - shift, end=figure.end - shift)
        quote = around(item, here)
        led = here.start not in own and not any(other.start < here.start for other in own.values())
        quotes = (_last(lead), quote) if led else (quote,)
        yield SaidLimit(here, figure.comparator, quotes, said)


_LONGEST_QUOTE = 260


def around(text: str, figure: Figure) -> str:
    """The text, or of a long one whole words around the figure: enough before it to hold what compares."""
    if len(text) <= _LONGEST_QUOTE:
        return text.strip()
    start = 0 if figure.start < 140 else text.find(" ", figure.start - 140) + 1
    stop = text.rfind(" ", 0, figure.end + 90) if figure.end + 90 < len(text) else len(text)
    return text[start : max(stop, figure.end)].strip()


def _last(lead: str) -> str:
    """The end of a lead-in, where the words that compare stand."""
    return (
        lead.strip() if len(lead) <= _LONGEST_QUOTE else lead[lead.find(" ", len(lead) - 140) + 1 :].strip()
    )


# --- tables --------------------------------------------------------------------------------------


def _in_row(header: str, row: str) -> Iterator[SaidLimit]:
    """The row's own comparisons, else those of the header over it."""
    said = f"{header}\n{row}"
    own = tuple(figure for figure in figures(row) if figure.comparator)
    if own:
        for figure in own:
            yield SaidLimit(figure, figure.comparator or Comparator.AT_LEAST, (row.strip(),), said)
        return
    if figures(header):
        return
    is_threshold = bool(_THRESHOLD.search(header))
    for figure, comparator in _under_header(header, row):
        yield SaidLimit(figure, comparator, (header.strip(), row.strip()), said, is_threshold)


def _under_header(header: str, row: str) -> Sequence[tuple[Figure, Comparator]]:
    """The row's figures with what the header's columns say of them; kronor alone where euro stands beside."""
    columns = header.split("\t")
    cells = row.split("\t")
    if len(columns) > 1 and len(columns) == len(cells):
        pairs = [
            (figure, comparator)
            for column, cell in zip(columns, cells, strict=True)
            if (comparator := next(iter(_comparators(column)), None))
            for figure in _figures_of(cell, _units(column))
        ]
    else:
        read, told = _figures_of(row, _units(header)), _comparators(header)
        if len(read) != len(told):
            told = told[:1] * len(read) if len(set(told)) == 1 else []
        pairs = list(zip(read, told, strict=False))
    kronor = [pair for pair in pairs if pair[0].unit is Unit.KRONOR]
    return kronor or pairs


def _comparators(header: str) -> list[Comparator]:
    return [Comparator(str(match.lastgroup)) for match in _HEADS.finditer(header)]


def _units(header: str) -> list[tuple[Unit, Decimal]]:
    return [
        (Unit.KRONOR, _FACTORS[match.lastgroup]) if match.lastgroup in _FACTORS else (Unit.EURO, Decimal(1))
        for match in _UNIT.finditer(header)
    ]


def _figures_of(text: str, units: Sequence[tuple[Unit, Decimal]]) -> list[Figure]:
    """Figures with a unit of their own, else bare ones with the header's units: the last cells of the row."""
    told = list(figures(text))
    if told or not units:
        return told
    bare = list(_CELL.finditer(text))[-len(units) :]
    return [
        Figure(decimal_of(match[0]) * factor, unit, None, *match.span())
        for match, (unit, factor) in zip(bare, units, strict=False)
    ]
