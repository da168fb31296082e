"""What one person does: asks, reads, opens a quote now and then, begins anew after a few questions."""

import asyncio
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import monotonic, perf_counter

from websockets.exceptions import WebSocketException

from scripts.load.tab import PageFailed, Run, Tab, opened

PAUSE = (10.0, 30.0)
"""Seconds between an answer and the next question, evenly spread: a short answer is read in that time."""
CONVERSATION = 5
"""Questions before a conversation is left for a new one."""
OPENING = 0.5
"""The share of answers of which a quote is opened."""
PATIENCE = 30.0
"""Seconds until an answer counts as never given."""
_NEW = "talk-new"
_MARK = re.compile(r"ärende L(\d{4})")


@dataclass
class Seen:
    """What people met, together: seconds of each answer, of its first sign and of each opened quote."""

    answers: list[float] = field(default_factory=list)
    first_signs: list[float] = field(default_factory=list)
    openings: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Budget:
    """How much may still be done: until `ends` on the clock of `time.monotonic`, and `questions` in all."""

    ends: float
    questions: int

    def left(self) -> float:
        return self.ends - monotonic()

    def take(self) -> bool:
        """Whether one more question may be asked; it is then counted."""
        if self.questions < 1 or self.left() <= 0:
            return False
        self.questions -= 1
        return True


async def use(address: str, number: int, questions: Sequence[str], budget: Budget, seen: Seen) -> None:
    """Person `number` (from 0, under 10 000) at work until the budget is spent.

    What went wrong is in `seen`, and the person then begins again.
    """
    chance = random.Random(number)
    asked = _questions(number, questions)
    # People do not come through the door at the same moment.
    await _rest(chance.uniform(0, PAUSE[1]), budget)
    while budget.left() > 0:
        try:
            async with opened(address) as tab:
                _check(await asyncio.wait_for(tab.load(), PATIENCE), number)
                await _work(tab, number, asked, chance, budget, seen)
        except TimeoutError:
            seen.errors.append(f"person {number}: inget svar på {PATIENCE:.0f} sekunder")
        except (PageFailed, OSError, WebSocketException) as error:
            seen.errors.append(f"person {number}: {error}")
        await _rest(chance.uniform(*PAUSE), budget)


def _questions(number: int, questions: Sequence[str]) -> Iterator[str]:
    """The person's own, without end; the first of each conversation names a matter that is theirs alone."""
    at = number
    while True:
        yield f"Vilka regler gäller inköpet i ärende L{number:04d}?"
        for _ in range(CONVERSATION - 1):
            yield questions[at % len(questions)]
            at += 1


async def _work(
    tab: Tab, number: int, asked: Iterator[str], chance: random.Random, budget: Budget, seen: Seen
) -> None:
    count = 0
    while budget.take():
        question = next(asked)
        run = await asyncio.wait_for(tab.write("question", question), PATIENCE)
        _check(run, number)
        if run.first is None:
            raise PageFailed(f"svaret visar inte frågan: {question}")
        seen.answers.append(run.seconds)
        seen.first_signs.append(run.first)
        seen.sizes.append(run.size)
        count += 1
        quotes = tab.keys("source-")
        if quotes and chance.random() < OPENING:
            await _rest(chance.uniform(*PAUSE) / 2, budget)
            begun = perf_counter()
            _check(await asyncio.wait_for(tab.press(chance.choice(quotes)), PATIENCE), number)
            seen.openings.append(perf_counter() - begun)
        await _rest(chance.uniform(*PAUSE), budget)
        if count % CONVERSATION == 0 and _NEW in tab.widgets:
            _check(await asyncio.wait_for(tab.press(_NEW), PATIENCE), number)


def _check(run: Run, number: int) -> None:
    """Raises `PageFailed` where the page holds what another person asked."""
    others = {mark for text in run.texts for mark in _MARK.findall(text)} - {f"{number:04d}"}
    if others:
        raise PageFailed(f"sidan visar vad någon annan har frågat: ärende L{', L'.join(sorted(others))}")


async def _rest(seconds: float, budget: Budget) -> None:
    await asyncio.sleep(max(0.0, min(seconds, budget.left())))
