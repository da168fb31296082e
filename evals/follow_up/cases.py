"""The conversations, and whether a question is carried rightly in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from answers.follow_up import Asking, follow
from answers.slots import Named

CONVERSATIONS = Path(__file__).parent / "conversations.yaml"
TODAY = date(2026, 11, 2)
"""The day that the conversations are held on."""


@dataclass(frozen=True)
class Conversation:
    """Earlier questions, oldest first, and the last one.

    `region`: whose library it is about. `carried`: kinds of what is taken over, none where the question
    stands by itself. `holds`, `lacks`: words that the whole question has and has not. `becomes`: fields of
    `Asking` that hold for the turn. `written`: "before" the mechanism was built, or "after" it and followed
    once before any change.
    """

    after: tuple[str, ...]
    question: str
    region: str
    organisation: str
    written: str
    carried: tuple[str, ...]
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    becomes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What became of the last question of a conversation."""

    conversation: Conversation
    asking: Asking

    @property
    def is_carried(self) -> bool:
        return bool(self.asking.carried)

    @property
    def is_right(self) -> bool:
        """Whether it is read as meant: untouched where it stands by itself, else with all that was meant."""
        expected, text = self.conversation, self.asking.text.casefold()
        if not expected.carried:
            return self.asking.text == expected.question
        return (
            {str(carried.what) for carried in self.asking.carried} >= {*expected.carried}
            and all(words.casefold() in text for words in expected.holds)
            and not any(words.casefold() in text for words in expected.lacks)
            and all(getattr(self.asking, name) == value for name, value in expected.becomes.items())
        )


@dataclass(frozen=True)
class Figures:
    """`precision`: of those carried, how many rightly; `recall`: of those to be carried, how many rightly;
    `untouched`: of those that stand by themselves, how many are left alone. None where there are none.
    """

    precision: float | None
    recall: float | None
    untouched: float | None


def load_conversations(path: Path = CONVERSATIONS) -> tuple[Conversation, ...]:
    """Every conversation in the order of the file. Raises TypeError where a field is missing or unknown."""
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return tuple(_conversation(entry) for entry in entries)


def _conversation(entry: dict[str, Any]) -> Conversation:
    lists = ("after", "carried", "holds", "lacks")
    fields: dict[str, Any] = {key: tuple(v) if key in lists else v for key, v in entry.items()}
    return Conversation(**fields)


def followed(conversation: Conversation, known: Named) -> Outcome:
    """The last question as it is asked after the others."""
    return Outcome(conversation, follow(conversation.question, conversation.after, known, TODAY))


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Precision and recall over some conversations."""
    carried = [o for o in outcomes if o.is_carried]
    leaning = [o for o in outcomes if o.conversation.carried]
    alone = [o for o in outcomes if not o.conversation.carried]
    return Figures(_right(carried), _right(leaning), _right(alone))


def _right(outcomes: Sequence[Outcome]) -> float | None:
    return sum(o.is_right for o in outcomes) / len(outcomes) if outcomes else None
