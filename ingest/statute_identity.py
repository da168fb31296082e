"""The identity of a statute, from the front matter that it is published with."""

import re
from datetime import date

from hierarchy.documents import Confidence, Evidence, GoverningDocument, Status
from hierarchy.levels import Level
from ingest.dates import first_date
from ingest.kinds import kind_in_title

ABBREVIATIONS = {
    "1949:105": "TF", "1974:152": "RF", "1991:1469": "YGL", "2016:1145": "LOU", "2016:1146": "LUF",
    "2016:1147": "LUK", "2011:1029": "LUFS", "2008:962": "LOV", "2017:725": "KL", "2017:900": "FL",
    "2009:400": "OSL", "1990:782": "ArkivL", "1977:1160": "AML", "1982:80": "LAS", "1976:580": "MBL",
    "2008:567": "DL", "2017:30": "HSL", "2008:355": "PDL", "2010:659": "PSL", "1992:1434": "HL",
    "1993:100": "HF", "1972:207": "SkL", "2008:579": "KonkL",
}  # fmt: skip
"""Everyday abbreviations of statutes, by their number in Svensk författningssamling."""

_FUNDAMENTAL_LAWS = frozenset(("1810:0926", "1810:926", "1949:105", "1974:152", "1991:1469"))
_NUMBER = re.compile(r"\b(\d{4}:\d{1,4})\b")
_FIRST_WORDS = (
    ("tillkännagivande", "tillkännagivande"),
    ("förordning", "förordning"),
    ("kungörelse", "kungörelse"),
    ("lag", "lag"),
)


def is_statute(metadata: dict[str, str]) -> bool:
    """Whether front matter names a number in a statute book and the statute's own heading.

    A summary or a guide to a statute may carry the statute's number; its heading gives it away.
    """
    heading = metadata.get("rubrik", "").split()
    return statute_number(metadata) is not None and bool(heading) and kind_in_title(heading[0]) is None


def statute_number(metadata: dict[str, str]) -> str | None:
    """The statute-book number in the front matter, which a summary of a statute may carry too."""
    found = _NUMBER.search(metadata.get("beteckning", ""))
    return found.group(1) if found else None


def statute_identity(stem: str, metadata: dict[str, str]) -> GoverningDocument:
    """The identity as the front matter gives it: evidence quotes the metadata, which has no page."""
    number = statute_number(metadata) or metadata["beteckning"]
    title = metadata["rubrik"]
    fields: dict[str, tuple[str, date | None]] = {
        name: (metadata.get(key, ""), first_date(metadata.get(key, "")))
        for name, key in (("date", "utfardad_datum"), ("valid_from", "ikraft_datum"))
    }
    ends = next(
        (metadata[key] for key in ("upphor_datum", "upphavd_datum", "upphavd") if key in metadata), ""
    )
    valid_to = first_date(ends)
    evidence = {
        "title": title,
        "number": metadata["beteckning"],
        "kind": title,
        "level": title,
        "status": title,
    }
    evidence |= {name: written for name, (written, value) in fields.items() if value is not None}
    if valid_to is not None:
        evidence["valid_to"] = ends
    return GoverningDocument(
        document=stem,
        title=title,
        kind=_kind(title, number),
        level=Level.LAW,
        status=Status.REPEALED if ends else Status.ADOPTED,
        date=fields["date"][1],
        valid_from=fields["valid_from"][1],
        valid_to=valid_to,
        number=number,
        abbreviation=ABBREVIATIONS.get(number),
        evidence={name: Evidence(quote, confidence=Confidence.STATED) for name, quote in evidence.items()},
    )


def _kind(title: str, number: str) -> str:
    if number in _FUNDAMENTAL_LAWS:
        return "grundlag"
    first = title.split()[0].lower()
    return next((kind for ending, kind in _FIRST_WORDS if first.endswith(ending)), "lag")
