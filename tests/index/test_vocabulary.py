"""A question's words in the library's terms."""

from pathlib import Path

import pytest

from index.analysis import stem, terms
from index.vocabulary import QueryWord, SynonymFileError, Vocabulary, load_synonyms

LIBRARY = (
    "gåva gåvor leverantör leverantörer avtal gräns direktupphandling upphandling resa flyg lön lönesättning"
)


def vocabulary(text: str = LIBRARY, synonyms: dict[str, tuple[str, ...]] | None = None) -> Vocabulary:
    return Vocabulary(dict.fromkeys(terms(text), 1), 10, synonyms or {})


def only(question: str, **options: dict[str, tuple[str, ...]]) -> QueryWord:
    (word,) = vocabulary(LIBRARY, **options).read(question)
    return word


def test_a_word_of_the_library_is_itself_in_any_form() -> None:
    word = only("Gåvorna")
    assert word.known
    assert word.terms[stem("gåva")] == 1.0


def test_a_compound_that_the_library_lacks_is_read_as_its_parts() -> None:
    word = only("avtalsgräns")
    assert word.known
    assert {stem("avtal"), stem("gräns")} <= word.terms.keys()


def test_a_compound_that_was_written_apart_is_joined() -> None:
    words = vocabulary().read("direkt upphandling")
    assert words
    assert all(stem("direktupphandling") in word.terms for word in words)


def test_a_synonym_counts_only_where_the_library_has_it() -> None:
    word = only("present", synonyms={"present": ("gåva", "paket")})
    assert set(word.terms) == {stem("gåva")}


def test_synonyms_of_one_form_of_a_word_are_those_of_its_other_forms() -> None:
    word = only("presenterna", synonyms={"presenten": ("gåva",)})
    assert set(word.terms) == {stem("gåva")}


def test_a_word_is_had_in_any_form_and_falls_apart_where_both_parts_are() -> None:
    assert vocabulary().has("gåvornas")
    assert vocabulary().falls_apart("avtalsgräns")
    assert not vocabulary().has("avtalsgräns")
    assert not vocabulary().falls_apart("astronomi")


def test_a_word_that_nothing_resembles_is_unknown_and_the_most_important() -> None:
    unknown, known = vocabulary().read("astronomi gåva")
    assert not unknown.known
    assert not unknown.terms
    assert unknown.importance > known.importance


def test_a_rare_word_is_more_important_than_a_common_one() -> None:
    both = Vocabulary({stem("gåva"): 9, stem("flyg"): 1}, 10, {})
    assert both.importance(stem("flyg")) > both.importance(stem("gåva"))


def test_an_empty_library_reads_a_question_too() -> None:
    (word,) = Vocabulary({}, 0, {}).read("gåva")
    assert not word.known


def test_synonym_files_add_to_each_other_in_lower_case(tmp_path: Path) -> None:
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text("Present: [gåva]\nbil: tjänstebil\n", "utf-8")
    other.write_text("present: [paket]\n", "utf-8")
    assert load_synonyms(one, other, tmp_path / "saknas.yaml") == {
        "present": ("gåva", "paket"),
        "bil": ("tjänstebil",),
    }


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("- bara en lista\n", "ingen lista med ord och deras synonymer"),
        ("ord: 5\n", "”ord” har inte en synonym"),
        ("ord: [a, [b]]\n", "”ord” har inte en synonym"),
        ("present: [gåva]\nord: [a\n", "är inte YAML"),
        ("enkel fråga: [interpellation]\n", "”enkel fråga” är inte ett ord för sig"),
        ("on: [på]\n", "är inte ett ord för sig"),
    ],
)
def test_a_synonym_file_that_is_not_understood_is_named_with_a_remedy(
    tmp_path: Path, content: str, what: str
) -> None:
    path = tmp_path / "synonyms.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(SynonymFileError) as caught:
        load_synonyms(path)
    assert str(path) in caught.value.message
    assert what in caught.value.message
    assert caught.value.remedy


def test_the_projects_own_synonyms_load() -> None:
    path = Path(__file__).parents[2] / "index" / "synonyms.yaml"
    synonyms = load_synonyms(path)
    assert synonyms
    assert all(synonyms.values())
