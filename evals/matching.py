"""When a shown text holds an expected passage.

Texts are compared without regard to white space and letter case, because the same passage is cut differently
by different readers: a result may hold the whole passage, or be one sentence out of it. Nothing is fuzzy: an
altered amount or word is a different passage.
"""

from evals.questions import ExpectedSource

LONGER_THAN_A_PHRASE = 25
"""A shown text must be longer than this to count as a part of the passage: shorter ones stand anywhere."""

LONG_PASSAGE = 60
"""A passage longer than this is recognised by its opening, since a block may end before the passage does."""

OPENING = slice(5, LONG_PASSAGE)
"""The opening leaves out the first characters, where a list marker or a section sign may be cut off."""


def normalised(text: str) -> str:
    """Lower case, every run of white space (no-break spaces too) as one space, and none at the ends."""
    return " ".join(text.split()).lower()


def holds(shown: str, passage: str) -> bool:
    """Whether `shown` holds `passage`, a sufficiently long part of it, or the opening of a long one.

    An empty passage is held by nothing.
    """
    there, wanted = normalised(shown), normalised(passage)
    if not wanted:
        return False
    if wanted in there:
        return True
    if len(there) > LONGER_THAN_A_PHRASE and there in wanted:
        return True
    return len(wanted) > LONG_PASSAGE and wanted[OPENING] in there


def is_expected(sources: tuple[ExpectedSource, ...], document: str, section: str, shown: str) -> bool:
    """Whether a text from a section of a document (its stem) is any of the expected passages.

    An expected passage without a quote is any text of its section.
    """
    return any(
        source.document == document
        and (
            holds(shown, source.quote)
            if source.quote
            else normalised(section) == normalised(source.section or "")
        )
        for source in sources
    )
