"""The beginning of every answer: what was asked, and the text that a user reads."""

from answers.understanding import Understood
from hierarchy.ladder import Answer


def answer_to(question: Understood, text: str, *, abstained: bool = False) -> Answer:
    """An answer of nothing but its text yet."""
    return Answer(
        question=question.typed,
        organisation=question.organisation.id if question.organisation else None,
        as_of=question.as_of,
        language=question.language,
        abstained=abstained,
        text=text,
        asked=question.asked,
        carried=question.carried,
    )
