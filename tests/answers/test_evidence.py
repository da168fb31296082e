"""Which units of a provision answer, and how much of it is quoted."""

from answers.evidence import QUOTE_CHARACTERS, covered, quotes, weigh
from answers.whole_lists import LIST_CHARACTERS
from tests.answers.making import asked, candidate, document, evidence, word

TEXT = "Blommor får tas emot.\n\nPengar får aldrig tas emot, oavsett belopp.\n\nFråga din chef."


def test_the_unit_with_the_words_of_the_question_comes_first() -> None:
    found = weigh(asked("Får jag ta emot pengar?"), [word("peng")], candidate(document(), TEXT), TEXT)
    assert found[0].unit.text_in(TEXT).startswith("Pengar")
    assert found[0].coverage == 1.0
    assert found[-1].coverage == 0.0


def test_a_unit_that_holds_the_kind_of_thing_asked_for_is_preferred() -> None:
    text = "Gåvor ska vara små.\n\nGåvor får kosta högst 100 kronor."
    found = weigh(asked("Vilket belopp får en gåva kosta?"), [], candidate(document(), text), text)
    assert [evidence.fits for evidence in found] == [True, False]
    assert "100 kronor" in found[0].unit.text_in(text)


ALARM = "Larmet testas varje månad.\n\nLarmet får inte stängas av."
ALARM_WORDS = [word("ofta", importance=5.0), word("larm", importance=4.0), word("test", importance=4.0)]


def test_a_unit_with_all_that_a_terse_question_is_about_and_how_often_says_all() -> None:
    found = weigh(asked("Hur ofta ska larmet testas?"), ALARM_WORDS, candidate(document(), ALARM), ALARM)
    assert {e.unit.text_in(ALARM): e.says_all for e in found} == {
        "Larmet testas varje månad.": True,
        "Larmet får inte stängas av.": False,
    }


def test_a_text_without_the_kind_of_thing_asked_for_does_not_say_all() -> None:
    text = "Larmet testas av vaktmästaren."
    [found] = weigh(asked("Hur ofta ska larmet testas?"), ALARM_WORDS, candidate(document(), text), text)
    assert not found.says_all


def test_a_question_that_tells_much_is_not_weighed_as_terse() -> None:
    more = [*ALARM_WORDS, *map(word, ("larm", "larm", "larm"))]
    found = weigh(asked("Hur ofta ska larmet testas?"), more, candidate(document(), ALARM), ALARM)
    assert not any(evidence.says_all for evidence in found)


def test_where_no_kind_of_thing_is_asked_for_the_provision_has_to_be_about_the_words() -> None:
    question, text = asked("När får man minnesgåva?"), "Minnesgåva lämnas efter 25 år."
    for share, says_all in ((1.0, True), (0.4, False)):
        about = candidate(document(), text, heading_coverage=share)
        [found] = weigh(question, [word("minnesgåv")], about, text)
        assert found.says_all is says_all


def test_every_unit_of_the_provision_is_weighed_and_none_outside_it() -> None:
    found = weigh(asked(), [], candidate(document(), TEXT), TEXT + "\n\nEn helt annan bestämmelse.")
    assert {evidence.unit.text_in(TEXT) for evidence in found} == set(TEXT.split("\n\n"))


def test_coverage_is_the_share_of_the_questions_words_by_importance() -> None:
    words = [word("gåv", importance=3.0), word("chef", importance=1.0)]
    assert covered(words, {"gåv"}) == 0.75  # 3 of 3 + 1
    assert covered(words, {"gåv", "chef"}) == 1.0
    assert covered([], {"gåv"}) == 0.0


def test_neighbouring_units_become_one_quote() -> None:
    spans = quotes([evidence(0, 21).unit, evidence(23, 66).unit], TEXT)
    assert [span.text_in(TEXT) for span in spans] == [TEXT[:66]]


def test_units_apart_are_quoted_apart_in_reading_order() -> None:
    last = TEXT.index("Fråga")
    spans = quotes([evidence(last, len(TEXT)).unit, evidence(0, 21).unit], TEXT)
    assert [span.text_in(TEXT) for span in spans] == ["Blommor får tas emot.", "Fråga din chef."]


def test_a_lead_in_is_quoted_with_its_item() -> None:
    text = "Följande får aldrig tas emot:\n- pengar\n- resor"
    lead, item = text.index("\n"), text.index("- resor")
    spans = quotes([evidence(item, len(text), lead=(0, lead)).unit], text)
    assert [span.text_in(text) for span in spans] == [text]


def test_a_lead_in_that_stands_far_away_is_a_quote_of_its_own() -> None:
    filler = "- " + "x" * QUOTE_CHARACTERS
    text = f"Detta får aldrig tas emot:\n{filler}\n- resor"
    lead, item = text.index("\n"), text.index("- resor")
    spans = quotes([evidence(item, len(text), lead=(0, lead)).unit], text)
    assert [span.text_in(text) for span in spans] == ["Detta får aldrig tas emot:", "- resor"]


def test_a_lead_in_that_serves_two_items_is_quoted_once() -> None:
    filler = "- " + "x" * QUOTE_CHARACTERS
    text = f"Detta får aldrig tas emot:\n{filler}\n- resor\n{filler}\n- pengar"
    lead = (0, text.index("\n"))
    items = [text.index("- resor"), text.index("- pengar")]
    chosen = [evidence(items[0], items[0] + 7, lead), evidence(items[1], len(text), lead)]
    assert [span.text_in(text) for span in quotes([one.unit for one in chosen], text)].count(
        "Detta får aldrig tas emot:"
    ) == 1


ITEMS = "\n".join(
    f"- {number}. en uppgift som nämnden har och som tar en rad att beskriva" for number in range(14)
)
TASKS = f"Nämnden har följande uppgifter:\n{ITEMS}\n\nNämnden har sitt säte i Norr."


def test_a_question_for_a_list_gets_the_lead_in_with_every_item() -> None:
    for question, whole in (("Vilka uppgifter har nämnden?", True), ("Var har nämnden sitt säte?", False)):
        found = weigh(asked(question), [], candidate(document(), TASKS), TASKS)
        spans = {span.text_in(TASKS) for item in found for span in quotes([item.unit], TASKS)}
        assert (f"Nämnden har följande uppgifter:\n{ITEMS}" in spans) is whole


def test_a_list_too_long_to_quote_stays_in_its_parts() -> None:
    text = TASKS.replace("beskriva", "beskriva " + "utförligt " * 20)
    found = weigh(asked("Vilka uppgifter har nämnden?"), [], candidate(document(), text), text)
    assert max(len(item.unit.span) for item in found) <= LIST_CHARACTERS
    assert sum(item.unit.lead is not None for item in found) > 1
