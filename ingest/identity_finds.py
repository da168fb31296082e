"""What is found of a document's identity, each with the words that show it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from hierarchy.documents import Confidence, Evidence
from ingest.blocks import Reading
from ingest.identity_labels import Finding, identity_spans
from ingest.running_heads import running_heads
from ingest.stored_text import StoredText, assemble

T = TypeVar("T")


@dataclass(kw_only=True)
class Finds:
    """A document's text and running heads, and the evidence found in them by field.

    `text` is the stored text of `reading.blocks`.
    """

    reading: Reading
    text: str
    evidence: dict[str, Evidence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        stored = assemble(self.reading.blocks)
        self.stored = stored if stored.text == self.text else StoredText(self.text, stored.blocks, ())
        self.spans = identity_spans(self.stored)
        self.heads = running_heads(self.reading)
        self.head_spans = identity_spans(self.heads)

    def find(
        self,
        name: str,
        find: Callable[[StoredText, tuple[tuple[int, int], ...]], Finding[T] | None],
        confidence: Confidence = Confidence.STATED,
    ) -> T | None:
        """What `find` finds in the text, else in the running heads, which a page alone can show."""
        found = find(self.stored, self.spans)
        if found is not None:
            return self.take(name, found, confidence)
        printed = find(self.heads, self.head_spans)
        if printed is None:
            return None
        self.evidence[name] = self.on_paper(confidence)
        return printed.value

    def on_paper(self, confidence: Confidence) -> Evidence:
        """Of a running head: the first page, and never surer than read."""
        sure = Confidence.INFERRED if confidence is Confidence.INFERRED else Confidence.READ
        return Evidence(page=1 if self.reading.pages else None, confidence=sure)

    def take(
        self, name: str, found: Finding[T] | None, confidence: Confidence = Confidence.STATED
    ) -> T | None:
        """The value found, with the words that show it noted as the field's evidence."""
        if found is None:
            return None
        if found.start == found.end:
            self.evidence[name] = self.on_paper(confidence)
        else:
            self.evidence[name] = self.show(found.start, found.end, confidence)
        return found.value

    def show(self, start: int, end: int, confidence: Confidence) -> Evidence:
        """The stored text from `start` to `end` as evidence, with its page."""
        mark = self.stored.mark_at(start)
        quote = self.text[start:end].strip()
        return Evidence(quote, mark.page if mark else None, confidence=confidence)
