"""The tables of sentences: both languages say the same things."""

from pathlib import Path
from string import Formatter

import yaml

from answers import wording
from answers.wording import wording_of


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _flat(table: dict[str, object], above: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        flat |= _flat(value, f"{key}.") if isinstance(value, dict) else {f"{above}{key}": str(value)}
    return flat


def test_both_languages_have_the_same_sentences_with_the_same_blanks() -> None:
    tables = yaml.safe_load(Path(wording.__file__).with_name("wording.yaml").read_text("utf-8"))
    swedish, english = _flat(tables["sv"]), _flat(tables["en"])
    assert {key: _fields(text) for key, text in swedish.items()} == {
        key: _fields(text) for key, text in english.items()
    }


def test_a_language_without_a_table_is_answered_in_swedish() -> None:
    assert wording_of("fi").say("law") == "Lagstiftning"
