"""Questions to go on with after an answer, made from the headings near it and from what the register knows.

A heading becomes a question only where Swedish lets it do so without being rewritten ("Betalningsvillkor" →
"Vad gäller för betalningsvillkor?"); whether the library answers it is for the engine to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answers.wording import wording_of
from hierarchy.documents import GoverningDocument, Provision
from hierarchy.ladder import Answer
from hierarchy.levels import Level

NEAREST = 6
"""Headings on each side of what was cited that questions are made of."""
_LONGEST = 64
_MOST_WORDS = 7
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[a-z]\))\s+")
_PLAIN = re.compile(r"[\w ,()/’'–-]+")
# What says where one is in a document and not what it is about.
_SAYS_NOTHING = frozenset(
    (
        *("allmänt", "allmänna", "ansvar", "avgränsning", "avgränsningar", "bakgrund", "beskrivning"),
        *("bestämmelser", "bilaga", "bilagor", "checklista", "definition", "definitioner", "dokumenthuvud"),
        *("giltighet", "historik", "ikraftträdande", "inledande", "inledning", "innehåll", "inriktning"),
        *("kontakt", "mål", "och", "om", "omfattning", "principer", "processansvar"),
        *(
            "referenser",
            "roller",
            "sammanfattning",
            "syfte",
            "tillämpningsområde",
            "tillämpningsområdet",
            "uppdrag",
        ),
        *("uppföljning", "utgångspunkter", "ärendet", "översikt", "övrigt"),
    )
)
_MODAL = "får|ska|kan|bör|måste"
_REWRITTEN = (
    # "Vem som får överklaga", "När kontokort får användas", "Hur ärendena avgörs", "Så gör du köp".
    (re.compile(r"(Vem|Vilka|Vad) som ([a-zåäö].+)"), r"\1 \2?"),
    (re.compile(rf"(När|Hur|Var) ((?:\w+ ){{1,4}})({_MODAL}) (.+)"), r"\1 \3 \2\4?"),
    (re.compile(r"Hur (\w+) (\w+s)"), r"Hur \2 \1?"),
    (re.compile(r"När (\w+ \w+)"), r"Vad gäller när \1?"),
    (re.compile(r"Så gör du (.+)"), r"Hur gör jag \1?"),
)
# A question of another form, a sentence and a command are no topics; "planera för …" is a command.
_NO_TOPIC = re.compile(
    rf"(?:(?:vem|vilka|vilken|vilket|vad|när|hur|var|varför|så|om|att|som)\b|\w+era\b)|"
    rf".*\b(?:{_MODAL}|är|inte|hör)\b",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(r"(?:särskilda |allmänna )?bestämmelser om ", re.IGNORECASE)


@dataclass(frozen=True)
class Suggestion:
    """A question, and what an answer to it must cite: a document's provision, or any of the document."""

    question: str
    document: str
    address: str | None = None


def question_of(heading: str, language: str) -> str | None:
    """A question that asks for what stands under `heading`; None where no natural one can be made."""
    topic = " ".join(_NUMBER.sub("", heading.strip()).split()).rstrip(":. ")
    if topic.endswith("?"):
        return topic if len(topic) <= _LONGEST else None
    if len(topic) > _LONGEST or len(topic.split()) > _MOST_WORDS or not _PLAIN.fullmatch(topic):
        return None
    if topic.isupper():
        topic = topic.capitalize()
    words = topic.casefold().split()
    if len(topic) < 5 or all(word in _SAYS_NOTHING for word in words):
        return None
    if language == "sv":
        for pattern, question in _REWRITTEN:
            if pattern.fullmatch(topic):
                return pattern.sub(question, topic)
        if _NO_TOPIC.match(topic):
            return None
        topic = _PREAMBLE.sub("", topic)
    return wording_of(language).next("about", topic=_uncapitalised(topic))


def suggestions(
    answer: Answer, provisions: Iterable[tuple[GoverningDocument, Sequence[Provision]]]
) -> Iterator[Suggestion]:
    """Questions near an answer, nearest first: by `provisions` (each document's, in reading order), and then
    of the document that decides.

    What the answer cites already is left out, as is a document in another language than the answer's.
    """
    cited = {(c.document.document, c.provision.address) for c in answer.citations}
    asked = {answer.question.casefold()}
    for document, near in provisions:
        if document.language != answer.language:
            continue
        for provision in _outwards(near, {a for d, a in cited if d == document.document}):
            heading = provision.heading or (provision.path[-1] if provision.path else "")
            question = question_of(heading, answer.language)
            if question and question.casefold() not in asked:
                asked.add(question.casefold())
                yield Suggestion(question, document.document, provision.address)


def of_document(document: GoverningDocument, language: str) -> Iterator[Suggestion]:
    """Questions about the document itself that its register entry answers."""
    say = wording_of(language).next
    if len(document.title) > _LONGEST or document.level is Level.LAW:
        return
    if document.adopted_by and document.date:
        yield Suggestion(say("decided", title=document.title), document.document)
    elif document.valid_from:
        yield Suggestion(say("in_force", title=document.title), document.document)


def _outwards(provisions: Sequence[Provision], cited: set[str]) -> list[Provision]:
    """Those not cited, by their distance to what is; a heading once, and none that a cited one has."""
    at = [i for i, provision in enumerate(provisions) if provision.address in cited]
    if not at:
        return []
    taken = {provisions[i].heading for i in at}
    by_distance = sorted(range(len(provisions)), key=lambda i: (min(abs(i - j) for j in at), -i))
    kept: list[Provision] = []
    for i in by_distance:
        provision = provisions[i]
        if provision.heading and provision.heading not in taken:
            taken.add(provision.heading)
            kept.append(provision)
    return kept[: 2 * NEAREST]


def _uncapitalised(topic: str) -> str:
    """With a small first letter, unless the word is an abbreviation."""
    return topic if topic[1:2].isupper() or topic[1:2].isdigit() else topic[:1].lower() + topic[1:]
