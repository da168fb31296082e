"""What a question names and the library holds nothing of: another body's rules, an act without a text.

A text of the library can answer such a question only where it names the same itself: a guideline that tells
what another act requires of us, a contract with that other body.
"""

from dataclasses import dataclass

from answers.scope import Scope
from answers.understanding import Understood
from references.finding import acts_named


@dataclass(frozen=True)
class Absent:
    """`acts`: numbers of acts (as named where no number is known); `body`: an organisation, in lower case."""

    acts: frozenset[str]
    body: str | None

    def is_named_in(self, text: str) -> bool:
        """Whether a text speaks of what is absent, so that it may answer all the same."""
        if self.body and self.body not in text.casefold():
            return False
        return not self.acts or any(number in self.acts for _, number in acts_named(text))


def absent_from(question: Understood, scope: Scope) -> Absent | None:
    """What the question is about and the library lacks; None where it has a part of what is named."""
    acts = frozenset(
        number for act in scope.missing_acts if not scope.named_acts for _, number in acts_named(act.name)
    )
    stranger = question.stranger if not question.others else None
    body = stranger.casefold().removesuffix("s") if stranger else None
    return Absent(acts, body) if acts or body else None
