"""Where a learner stands, what trainers see, and the file that they take with them."""

from datetime import date

from learning.certificate import name_digest, new_code, read_code
from learning.course import Course, Item, Kind, Source
from learning.course_json import items_from_json, items_to_json
from learning.results import next_item, standing, tallies
from learning.spacing import Reply

DAY = date(2026, 3, 1)
SOURCE = Source("kort", "Regler", "Kvitton", "Inom tio dagar.", 0, 15, "0" * 64)


def course(count: int = 3, mark: int = 80) -> Course:
    items = tuple(Item(str(n), Kind.SAYS, f"Fråga {n}", ("ja", "nej"), 0, SOURCE) for n in range(count))
    return Course("k", "Kort", items=items, pass_mark=mark)


def test_the_latest_answer_counts() -> None:
    replies = [Reply("0", DAY, False), Reply("0", DAY, True)]
    assert standing(course(1), replies).has_passed


def test_a_course_is_not_passed_before_everything_is_answered() -> None:
    assert not standing(course(3), [Reply("0", DAY, True), Reply("1", DAY, True)]).has_passed


def test_a_share_just_below_the_mark_does_not_pass() -> None:
    replies = [Reply(str(n), DAY, n != 0) for n in range(3)]
    assert standing(course(3, mark=67), replies).percent == 66
    assert not standing(course(3, mark=67), replies).has_passed


def test_the_next_exercise_is_the_first_without_an_answer() -> None:
    found = next_item(course(3), [Reply("0", DAY, False)])
    assert found is not None
    assert found.id == "1"


def test_what_most_people_miss_comes_first() -> None:
    found = tallies(course(2), {"0": (10, 1), "1": (10, 9)})
    assert [(tally.item.id, tally.missed_percent) for tally in found] == [("1", 90), ("0", 10)]


def test_exercises_come_back_from_json_as_they_were() -> None:
    items = course().items
    assert items_from_json(items_to_json(items)) == items


def test_a_code_is_read_as_it_is_typed() -> None:
    code = new_code()
    assert read_code(f" {code.lower().replace('-', ' ')} ") == code


def test_what_is_no_code_is_read_as_none() -> None:
    assert read_code("0OI1-XXXX-XXXX") is None
    assert read_code("") is None


def test_a_name_is_checked_whatever_its_spaces_and_letter_case() -> None:
    assert name_digest("K", "Åsa  Öberg") == name_digest("K", "åsa öberg")
    assert name_digest("K", "Åsa Öberg") != name_digest("L", "Åsa Öberg")
