"""Courses and what learners answer, as they are kept: trainers change, learners have what is theirs."""

from datetime import date
from pathlib import Path

import pytest

from learning.course import Course, Item, Kind, Source
from learning.spacing import Reply
from people import courses, progress
from people.courses import ChangedMeanwhile
from people.database import Database
from people.errors import NotKept
from people.person import Person, Role

DAY = date(2026, 3, 1)
TRAINER, OTHER_TRAINER = Person("a" * 64, Role.TRAINER), Person("b" * 64, Role.TRAINER)
READER = Person("c" * 64)
SOURCE = Source("kort", "Regler", "Kvitton", "Inom tio dagar.", 0, 15, "0" * 64)
ITEM = Item("1", Kind.SAYS, "När?", ("i dag", "i morgon"), 0, SOURCE)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path)


@pytest.fixture
def kept(database: Database) -> Course:
    return courses.new_course(database, TRAINER, Course("", "Kort", items=(ITEM,)))


def test_a_course_comes_back_as_it_was_made(database: Database, kept: Course) -> None:
    found = courses.find_course(database, kept.id)
    assert found is not None
    assert found.course == kept
    assert not found.published


def test_a_reader_can_change_no_course(database: Database, kept: Course) -> None:
    for change in (
        lambda: courses.new_course(database, READER, kept),
        lambda: courses.save(database, READER, kept, 1),
        lambda: courses.publish(database, READER, kept.id, True),
        lambda: courses.delete(database, READER, kept.id, True),
    ):
        with pytest.raises(NotKept, match="Bara utbildare"):
            change()


def test_another_trainer_may_change_it_but_never_over_a_change_unseen(
    database: Database, kept: Course
) -> None:
    assert courses.save(database, OTHER_TRAINER, kept, 1) == 2
    with pytest.raises(ChangedMeanwhile):
        courses.save(database, TRAINER, kept, 1)


def test_learners_meet_what_is_published_and_not_deleted(database: Database, kept: Course) -> None:
    assert courses.published_courses(database) == []
    courses.publish(database, TRAINER, kept.id, True)
    assert [one.course.id for one in courses.published_courses(database)] == [kept.id]
    courses.delete(database, TRAINER, kept.id, True)
    assert courses.published_courses(database) == []


def test_a_deleted_course_comes_back_published_as_it_was(database: Database, kept: Course) -> None:
    courses.publish(database, TRAINER, kept.id, True)
    courses.delete(database, TRAINER, kept.id, True)
    courses.delete(database, TRAINER, kept.id, False)
    assert [one.course for one in courses.published_courses(database)] == [kept]


def test_a_copy_is_a_course_of_its_own(database: Database, kept: Course) -> None:
    made = courses.copy(database, OTHER_TRAINER, kept, "Kort (kopia)")
    assert made.id != kept.id
    assert made.items == kept.items


def test_nobody_has_anybody_elses_answers(database: Database, kept: Course) -> None:
    progress.add_reply(database, READER.id, kept.id, Reply("1", DAY, False))
    assert progress.replies(database, READER.id) == {kept.id: [Reply("1", DAY, False)]}
    assert progress.replies(database, TRAINER.id) == {}


def test_counts_take_each_learners_first_answer_and_name_nobody(database: Database, kept: Course) -> None:
    for person, first in ((READER, False), (TRAINER, True)):
        progress.begin(database, person.id, kept.id, DAY)
        progress.add_reply(database, person.id, kept.id, Reply("1", DAY, first))
        progress.add_reply(database, person.id, kept.id, Reply("1", DAY, True))
    progress.finish(database, READER.id, kept.id, DAY)
    counts = progress.counts(database, kept.id)
    assert (counts.began, counts.finished, counts.first) == (2, 1, {"1": (2, 1)})
    assert READER.id not in repr(counts)


def test_a_certificate_is_found_by_its_code_and_keeps_no_name(database: Database, kept: Course) -> None:
    made = progress.issue(
        database, READER.id, kept, "Åsa Öberg", percent=90, editions=(("Regler", "§ 1"),), day=DAY
    )
    found = progress.find_certificate(database, made.code)
    assert found is not None
    assert (found.title, found.issued, found.percent) == ("Kort", DAY, 90)
    assert "Åsa" not in repr(found)
    assert "Öberg".encode() not in database.path.read_bytes()
    assert progress.find_certificate(database, "ABCD-EFGH-JKMN") is None
