"""A rule is quoted with the exception that stands after it."""

import pytest

from answers.exceptions import exceptions_to
from index.passages import units

RULE = "Ett avtal ska skrivas under av två personer."


def quoted_with(text: str, chosen: int = 0) -> list[str]:
    """What is quoted as an exception when the unit number `chosen` of the text is the rule."""
    every = units(text, 0, len(text))
    return [u.span.text_in(text) for u in exceptions_to([every[chosen]], every, text, 0, len(text))]


@pytest.mark.parametrize(
    "exception",
    [
        "Detta gäller inte avtal under 10 000 kronor.",
        "Kravet gäller dock inte vid avrop.",
        "En chef får dock ensam skriva under avtal om lokaler.",
        "Undantag beslutas av avdelningschefen.",
        "This does not apply to framework agreements.",
    ],
)
def test_what_turns_against_the_rule_right_after_it_comes_with_it(exception: str) -> None:
    assert quoted_with(f"{RULE}\n\n{exception}") == [exception]


@pytest.mark.parametrize(
    "next_one",
    ["Avtalet diarieförs samma dag.", "Avtalet får inte vara muntligt.", "Undantagen gäller även avrop."],
)
def test_what_only_goes_on_does_not(next_one: str) -> None:
    assert quoted_with(f"{RULE}\n\n{next_one}") == []


def test_an_exception_that_names_the_paragraph_is_found_further_away() -> None:
    text = f"{RULE}\n\nAvtalet diarieförs.\n\nFörsta stycket gäller inte vid avrop."
    assert quoted_with(text) == ["Första stycket gäller inte vid avrop."]


def test_an_exception_from_another_paragraph_is_none_from_this() -> None:
    text = f"{RULE}\n\nAvtalet diarieförs.\n\nTrots andra stycket får en anteckning göras senare."
    assert quoted_with(text) == []


def test_an_exception_with_a_list_is_quoted_whole() -> None:
    exception = "Detta gäller inte\n1. avrop, eller\n2. köp under 10 000 kronor."
    assert quoted_with(f"{RULE}\n\n{exception}") == [exception]
