"""Questions grouped by what they are about."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.embedding import Vectors, open_embedder
from people.asked import Unanswered, folded
from people.database import Database
from people.meanings import meanings
from people.topics import Topic, topics

DAY = date(2026, 3, 1)
GROUPS = {
    "semester": [
        "Hur många semesterdagar har jag?",
        "Får jag spara semester till nästa år?",
        "När måste jag ansöka om sommarsemester?",
    ],
    "lösenord": ["Jag har glömt mitt lösenord, vem ringer jag?", "Hur ofta måste lösenordet bytas?"],
    "friskvård": ["Hur stort är friskvårdsbidraget?", "Vad räknas som friskvård?"],
    "parkera": ["Var får jag parkera vid sjukhuset?", "Hur söker jag parkeringstillstånd?"],
    "hunden": ["Får jag ta med hunden till jobbet?"],
}
"""Questions that a person would put together, by a word of the group's name."""


def unanswered(question: str, times: int = 1) -> Unanswered:
    return Unanswered(question, folded(question), times, DAY)


QUESTIONS = [unanswered(question) for group in GROUPS.values() for question in group]


def as_sets(found: list[Topic]) -> set[frozenset[str]]:
    return {frozenset(question.question for question in topic.questions) for topic in found}


class CountingEmbedder:
    """Gives every text a vector of its own, and counts."""

    id = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, text: str) -> Vectors:
        self.asked.append(text)
        return np.eye(8, dtype=np.float32)[len(text) % 8]

    def passages(self, texts: object) -> Vectors:
        raise NotImplementedError


def test_questions_on_one_thing_are_together_and_named_by_the_word_they_share() -> None:
    embedder = open_embedder()
    found = topics(QUESTIONS, {one.folded: embedder.query(one.question) for one in QUESTIONS})
    assert as_sets(found) == {frozenset(group) for group in GROUPS.values()}
    assert {topic.words[0] for topic in found} == set(GROUPS)


def test_without_meanings_the_words_alone_group_also_within_longer_words() -> None:
    assert frozenset(GROUPS["friskvård"]) in as_sets(topics(QUESTIONS, {}))


def test_the_most_asked_topic_comes_first_and_in_it_the_most_asked_question() -> None:
    asked = [
        unanswered("Får jag ta med hunden?"),
        unanswered("Var kan man parkera?", 2),
        unanswered("Vad kostar det att parkera?", 5),
    ]
    found = topics(asked, {})
    assert [topic.times for topic in found] == [7, 1]
    assert found[0].questions[0].times == 5


def test_a_question_of_nothing_but_words_of_asking_is_named_by_itself() -> None:
    (topic,) = topics([unanswered("Vad gäller?")], {})
    assert topic.words == ("Vad gäller?",)


def test_nothing_asked_is_no_topic() -> None:
    assert topics([], {}) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["semester", "parkering", "lösenord", "avtal", "resa", "hund"]),
            min_size=1,
            max_size=4,
        ).map(" ".join),
        unique=True,
        max_size=25,
    )
)
def test_every_question_is_in_exactly_one_topic(texts: list[str]) -> None:
    asked = [unanswered(text) for text in texts]
    found = [question for topic in topics(asked, {}) for question in topic.questions]
    assert sorted(found, key=lambda one: one.folded) == sorted(asked, key=lambda one: one.folded)


def test_each_meaning_is_worked_out_once_and_no_more_at_a_time_than_asked_for(database: Database) -> None:
    embedder = CountingEmbedder()
    assert len(meanings(database, embedder, QUESTIONS[:4], 3)) == 3
    assert len(meanings(database, embedder, QUESTIONS[:4], 3)) == 4
    assert embedder.asked == [question.question for question in QUESTIONS[:4]]


def test_what_was_kept_is_what_was_worked_out(database: Database) -> None:
    embedder = CountingEmbedder()
    made = meanings(database, embedder, QUESTIONS[:2], 2)
    kept = meanings(database, embedder, QUESTIONS[:2], 2)
    assert kept.keys() == made.keys()
    for name, vector in made.items():
        assert vector.tolist() == pytest.approx(kept[name].tolist())
