"""What a library's documents show of one another: a decision dated twice, acts cited by old numbers.

Pure functions over what was ingested. What they return are doubts, Swedish sentences for a reader, and
never a change: which of two sources is right is for a person to say.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hierarchy.documents import GoverningDocument, Status
from hierarchy.levels import Level
from ingest.document import IngestedDocument
from ingest.document_names import same_section, title_words
from ingest.said import SaidOfOther
from ingest.says_of_others import says_of_others

_NAMES = {
    "date": "beslutsdatum",
    "decision": "beslutsparagraf",
    "adopted_by": "beslutande organ",
    "valid_from": "första giltighetsdag",
    "valid_to": "sista giltighetsdag",
    "conditional_on": "villkor",
}
_STATUS = {
    Status.ADOPTED: "beslutad",
    Status.PROPOSED: "ett förslag",
    Status.REFERRED_BACK: "återremitterad",
    Status.SUPERSEDED: "ersatt",
    Status.REPEALED: "upphävd",
    Status.UNCONFIRMED: "obekräftad",
}
_NUMBERED = r"(?P<number>\d{4}:\d{1,4})"
_ACT = re.compile(
    r"\b(?P<name>[Ll]agen\s+om\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,3}?"
    r"|[^\W\d_]*(?:lag(?:en)?|balk(?:en)?|förordning(?:en)?|form(?:en)?)|[A-ZÅÄÖ]{2,6})"
    rf"(?:\s+\(|,\s+)(?:SFS[\s:]*)?{_NUMBERED}\)?(?P<about>\s+om\s+(?:[^\W\d_]+\s?){{1,4}})?",
)
_SERIES = re.compile(
    rf"(?P<name>(?:[^\W\d_]+\s+){{3}}[^\W\d_]+)(?:\s+\(|,\s+)(?P<series>[A-ZÅÄÖ-]{{1,12}}FS)\s+{_NUMBERED}"
)
_BARE = frozenset(("lag", "lagen", "förordning", "förordningen", "balk", "balken", "sfs"))


@dataclass(frozen=True)
class Contradiction:
    """Two values of one field of one document that can't both be right.

    `document`: the id of the one spoken of, or None where the library hasn't got it; `name`: what it is
    called. `said`: the statements that differ from one another or from the document's own `stated` value.
    """

    document: str | None
    name: str
    field: str
    said: tuple[SaidOfOther, ...]
    stated: str | None = None


def contradictions(
    said: Iterable[SaidOfOther], library: Iterable[GoverningDocument]
) -> tuple[Contradiction, ...]:
    """Where statements differ from what the document says of itself, or from one another.

    A proposal that something be replaced contradicts nothing: it has not happened.
    """
    held = {document.document: document for document in library}
    found: list[Contradiction] = []
    groups: dict[tuple[str, str], list[SaidOfOther]] = defaultdict(list)
    for one in said:
        if not one.proposed and (one.field in _NAMES or one.field == "status"):
            subject = one.document or " ".join(sorted(title_words(one.name)))
            groups[subject, one.field].append(one)
    for (subject, field), statements in groups.items():
        document = held.get(subject)
        stated = getattr(document, field) if document is not None and field != "status" else None
        if document is not None and stated is not None:
            differing = tuple(one for one in statements if not _agrees(field, one.value, stated))
            if differing:
                found.append(Contradiction(subject, document.title, field, differing, _shown(stated)))
            continue
        for clashing in _clashes(field, statements):
            name = document.title if document is not None else clashing[0].name
            known = document.document if document is not None else None
            found.append(Contradiction(known, name, field, clashing))
    return tuple(found)


def doubts_between(documents: Iterable[IngestedDocument]) -> dict[str, tuple[str, ...]]:
    """Doubts by document id: of the one spoken of and of the one that speaks."""
    ingested = tuple(documents)
    library = [one.document for one in ingested]
    doubts: dict[str, dict[str, None]] = defaultdict(dict)
    for found in contradictions(says_of_others(ingested), library):
        for document, sentence in _sentences(found):
            doubts[document].setdefault(sentence)
    for document, sentence in _acts(ingested):
        doubts[document].setdefault(sentence)
    return {document: tuple(sentences) for document, sentences in doubts.items()}


def _sentences(found: Contradiction) -> list[tuple[str, str]]:
    if found.field == "status":
        told = ", ".join(
            dict.fromkeys(f"{_STATUS[Status(str(one.value))]} ({_where(one)})" for one in found.said)
        )
        sentence = f"”{found.name}” beskrivs olika: {told}."
        return [(document, sentence) for document in dict.fromkeys(one.source for one in found.said)]
    sentences: list[tuple[str, str]] = []
    for one in found.said:
        value, field = _shown(one.value), _NAMES[found.field]
        if found.document is not None and found.stated is not None:
            own = found.stated
            sentences += [
                (found.document, f"{one.source} anger {value} som {field}; dokumentet anger {own}."),
                (one.source, f"Anger {value} som {field} för {found.document}, som själv anger {own}."),
            ]
        else:
            others = dict.fromkeys(_shown(other.value) for other in found.said if other.value != one.value)
            told = ", ".join(others)
            sentence = f"Anger {value} som {field} för ”{found.name}”; annat anges också: {told}."
            sentences.append((one.source, sentence))
    return sentences


def _clashes(field: str, statements: Sequence[SaidOfOther]) -> Iterator[tuple[SaidOfOther, ...]]:
    """Statements that can't all be right.

    A fate changes with time: what was proposed one day is adopted on another. It clashes only where one
    source calls the same thing both, and gives no days that tell them apart.
    """
    if field != "status":
        if len({_key(one.value) for one in statements}) > 1:
            yield tuple(statements)
        return
    for source in dict.fromkeys(one.source for one in statements):
        undated = tuple(one for one in statements if one.source == source and one.on is None)
        if {Status.ADOPTED, Status.PROPOSED} <= {one.value for one in undated}:
            yield undated


def _where(one: SaidOfOther) -> str:
    return one.section or (f"s. {one.page}" if one.page else one.source)


def _acts(ingested: Sequence[IngestedDocument]) -> list[tuple[str, str]]:
    """Acts cited by a name with a number that the library, or most of its documents, give otherwise."""
    numbers: dict[str, str] = {}
    for one in ingested:
        law = one.document
        if law.level is Level.LAW and law.number:
            names = (law.title, law.abbreviation or law.title)
            numbers |= {_act_name(name): law.number for name in names}
    cited: dict[str, Counter[str]] = defaultdict(Counter)
    by_document: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one in ingested:
        if one.document.level is not Level.LAW:
            for name, number in _citations(one.text):
                cited[_act_name(name)][number] += 1
                by_document[one.document.document, _act_name(name)].setdefault(number, name)
    doubts: list[tuple[str, str]] = []
    for (document, plain), given in by_document.items():
        known = numbers.get(plain)
        if len(given) > 1:
            name = next(iter(given.values()))
            doubts.append((document, f"Hänvisar till {name} både som {' och som '.join(given)}."))
            continue
        ((number, name),) = given.items()
        usual, times = cited[plain].most_common(1)[0]
        if known is not None and known != number:
            doubts.append((document, f"Hänvisar till {name} som {number}; i biblioteket har den {known}."))
        elif known is None and usual != number and times > cited[plain][number]:
            doubts.append((document, f"Hänvisar till {name} som {number}; andra dokument anger {usual}."))
    return doubts


def _citations(text: str) -> Iterator[tuple[str, str]]:
    """Each act that the text cites by name and number."""
    for found in _ACT.finditer(text):
        name = " ".join(found["name"].split())
        if name.casefold() in _BARE:
            if not found["about"]:
                continue
            name = f"{name} {' '.join(found['about'].split())}"
        yield name, found["number"]
    for found in _SERIES.finditer(text):
        if found["series"] != "SFS":
            yield " ".join(found["name"].split()), f"{found['series']} {found['number']}"


def _act_name(name: str) -> str:
    """The name without its article: "förvaltningslagen" and "Förvaltningslag" are one."""
    words = name.casefold().split()
    for ending in ("en", "n"):
        if words and words[0].endswith(("lagen", "balken", "förordningen", "formen")):
            words[0] = words[0].removesuffix(ending)
            break
    return " ".join(words)


def _agrees(field: str, said: object, stated: object) -> bool:
    if field == "decision":
        return same_section(str(said), str(stated))
    return _key(said) == _key(stated)


def _key(value: object) -> str:
    return "".join(character for character in str(value).casefold() if character.isalnum())


def _shown(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
