"""The block on a document's first page that says what it is: kind, valid from, decided by, diary number."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_lines import Line

_LABEL = re.compile(
    r"(?:(?:dokument)?(?:typ|kategori|ansvarig\w*|ansvar|ägare|namn|nummer|nr|titel)"
    r"|gäller (?:från|fr\.?|tills?|till och med)|giltig\w*|valid from|decided by"
    r"|beslut(?:at|ad|as|sfattare|ande|sdatum|snummer|sinstans)?(?: av| datum| den)?"
    r"|fastställ(?:d|t|ande)(?: av| den| datum)?|antagen(?: av| den)?|utfärdad av|framtagen av"
    r"|diarie(?:nummer|nr)|dnr|ersätter|upphäver|version(?:snummer)?|utgåva|uppdaterad|publicerad"
    r"|revider(?:ad|at|ing|ingsdatum|as)(?: av| den)?|(?:(?:vårt|ert|vår|er) )?(?:datum|referens|beteckning)"
    r"|handläggare|ansvarig(?: avdelning| funktion| enhet)?|ärendenummer|paragraf|målgrupp|organisation|enhet"
    r"|sekretess(?:klass)?)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:policy|regel|regler|riktlinje|riktlinjer|handläggningsordning|anvisning(?:ar)?|instruktion|rutin|strategi"
    r"|plan|föreskrift(?:er)?|beslut|protokoll|delegationsordning|reglemente|arbetsordning|styrdokument"
    r"|tjänsteutlåtande|tjänsteskrivelse|delegationsbeslut|vägledning|regeldokument|styrande dokument"
    r"|uppförandekod)",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(r"[A-ZÅÄÖ][^:.]{1,30}: \S")
"""A label that organisations make up themselves is known by its colon, and only between known ones."""
_ITEM = re.compile(r"§\s*\d+(?:/\d{2,4})?[.:]?\s+(?:[–-]\s+)?[A-ZÅÄÖ]")
"""The heading of a protocol's item is nobody's value; a mere "§ 12" may be."""
_VALUE_WIDTH = 70
_BETWEEN = 2
"""This many lines may stand between two labels: a value, and its second line."""


def identity_lines(lines: Sequence[Line]) -> list[int]:
    """Indexes of the identity block in `lines`, the first page in reading order; empty when there is none."""
    # Below a protocol's first item, what is labelled is that item's.
    items = next((i for i, line in enumerate(lines) if _ITEM.match(line.text)), len(lines))
    labels = [i for i, line in enumerate(lines[:items]) if _is_label(line)]
    runs: list[list[int]] = []
    for i in labels:
        between = lines[runs[-1][-1] + 1 : i] if runs else []
        if runs and _values(between) and sum(not _OWN_LABEL.match(b.text) for b in between) <= _BETWEEN:
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        first, last = run[0], _last_value(lines, run[-1])
        named = first > 0 and _is_kind(lines[first - 1])
        if named or len(run) >= 2:
            return list(range(first - named, last + 1))
    return []


def _is_label(line: Line) -> bool:
    match = _LABEL.match(line.text)
    if match is None or len(line.text) > _VALUE_WIDTH or line.text[0].islower():
        return False
    rest = match["rest"].strip()
    if match[0][: match.start("rest")].strip().lower() == "beslut" and not re.match(r":[^.]*$|\d|§|$", rest):
        return False  # "Beslut efter tillsyn" is a title
    return not rest or rest.startswith(":") or (not rest.endswith((".", ",", ";")) and len(rest.split()) <= 5)


def _is_kind(line: Line) -> bool:
    return bool(_KIND.fullmatch(line.text)) and line.text[0].isupper()


def _values(lines: Sequence[Line]) -> bool:
    return all(
        len(line.text) <= _VALUE_WIDTH
        and not line.text.endswith((".", ",", ";"))
        and not _ITEM.match(line.text)
        for line in lines
    )


def _last_value(lines: Sequence[Line], label: int) -> int:
    """The line where the last label's value ends: the label's own where it holds the value, else the next."""
    match = _LABEL.match(lines[label].text)
    rest = match["rest"].strip(" :").casefold() if match else ""
    # A line that ends in a label has the values of a row of labels below it.
    another = _LABEL.fullmatch(rest)
    of_a_row = lines[label].text.rstrip().endswith(":") or (another is not None and not another["rest"])
    if not of_a_row and not re.fullmatch(r"(?:från|fr\.? ?o\.? ?m\.?|och med| )*", rest):
        return label
    following = label + 1
    if following < len(lines) and lines[following].page == lines[label].page and _values([lines[following]]):
        return following
    return label
