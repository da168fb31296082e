"""What is asked of a person, and what the answers make of an entry."""

from datetime import date
from pathlib import Path

from hierarchy.documents import Status
from ingest.register import RegisterEntry
from ingest.registrar.register_file import RegisterFile
from ingest.registrar.review import Answers, edits_for, questions
from tests.ingest.registrar.making import HIERARCHY, claim, document, register_of
from tests.ingest.registrar.test_proposal import CONFIRMED, UNCONFIRMED

TODAY = date(2026, 11, 2)
READ = document(title="Policy för inköp", doubts=("Är det så?",))


def entry_of(register: RegisterFile) -> RegisterEntry:
    entry = register.register.entry("kop")
    assert entry is not None
    return entry


def answered(register: RegisterFile, answers: Answers, by: str = "Per Al") -> RegisterFile:
    return register.edited(edits_for(entry_of(register), answers, by, TODAY))


def test_every_unconfirmed_field_is_asked_about_with_where_it_stands(tmp_path: Path) -> None:
    (asked,) = questions(register_of(tmp_path, UNCONFIRMED), [READ], [], HIERARCHY)
    assert [q.field for q in asked.fields] == ["title", "kind", "level", "status", "date"]
    assert asked.fields[0].evidence.quote == "ord om title"
    assert asked.doubts == ("Är det så?",)


def test_of_a_confirmed_entry_only_doubts_and_differences_are_asked(tmp_path: Path) -> None:
    register = register_of(tmp_path, CONFIRMED)
    (asked,) = questions(register, [READ], [], HIERARCHY)
    assert (asked.fields, asked.doubts) == ((), ("Är det så?",))
    said = claim("kop", "status", Status.REPEALED)
    (asked,) = questions(register, [document(title="Köp")], [said], HIERARCHY)
    assert [(q.field, q.said.value if q.said else None) for q in asked.fields] == [
        ("title", "Köp"),
        ("status", Status.REPEALED),
    ]


def test_a_doubt_that_a_person_keeps_is_asked_again_only_when_the_document_is_named(tmp_path: Path) -> None:
    register = answered(register_of(tmp_path, CONFIRMED), Answers(kept=("Är det så?",)))
    assert questions(register, [READ], [], HIERARCHY) == []
    (asked,) = questions(register, [READ], [], HIERARCHY, only="kop")
    assert asked.doubts == ("Är det så?",)
    assert len(asked.fields) == 5


def test_a_settled_doubt_never_comes_back(tmp_path: Path) -> None:
    text = CONFIRMED + "    doubts:\n      - Är det så?   # läst ur dokumentet\n"
    register = answered(register_of(tmp_path, text), Answers(settled=("Är det så?",)))
    assert questions(register, [READ], [], HIERARCHY, only="kop")[0].doubts == ()
    assert (entry_of(register).document.doubts, entry_of(register).settled) == ((), ("Är det så?",))


def test_confirming_everything_is_written_as_it_always_was(tmp_path: Path) -> None:
    fields = ("title", "kind", "level", "status", "date")
    register = answered(register_of(tmp_path, UNCONFIRMED), Answers(confirmed=fields))
    assert register.text == UNCONFIRMED + "    confirmed: {by: Per Al, on: 2026-11-02}\n"
    assert entry_of(register).document.confirmed


def test_confirming_some_fields_names_them(tmp_path: Path) -> None:
    register = answered(register_of(tmp_path, UNCONFIRMED), Answers(confirmed=("date", "title")))
    assert register.text.endswith("    confirmed: {by: Per Al, on: 2026-11-02, fields: [title, date]}\n")
    assert not entry_of(register).document.confirmed
    assert set(entry_of(register).document.evidence) == {"title", "date"}


def test_two_people_can_confirm_the_whole_between_them(tmp_path: Path) -> None:
    register = answered(register_of(tmp_path, UNCONFIRMED), Answers(confirmed=("title", "kind", "level")))
    register = answered(register, Answers(confirmed=("status", "date")), by="Eva Ek")
    entry = entry_of(register)
    assert entry.document.confirmed
    assert {n: e.confirmed_by for n, e in entry.document.evidence.items()} == {
        "title": "Per Al",
        "kind": "Per Al",
        "level": "Per Al",
        "status": "Eva Ek",
        "date": "Eva Ek",
    }


def test_a_changed_field_is_confirmed_by_whoever_changed_it(tmp_path: Path) -> None:
    register = answered(register_of(tmp_path, CONFIRMED), Answers(changed=(("date", date(2025, 1, 2)),)))
    entry = entry_of(register)
    assert entry.document.confirmed
    assert entry.document.date == date(2025, 1, 2)
    assert entry.document.evidence["date"].confirmed_by == "Per Al"
    assert entry.document.evidence["title"].confirmed_by == "Eva Ek"


def test_a_change_drops_the_programs_note_and_keeps_a_persons_comment(tmp_path: Path) -> None:
    text = UNCONFIRMED.replace("titel\n", "titel   # läst s. 1: ”Policy”\n")
    register = answered(register_of(tmp_path, text), Answers(changed=(("title", "Köppolicy"),)))
    assert "    title: Köppolicy   # min egen titel\n" in register.text


def test_what_is_not_known_is_written_as_null(tmp_path: Path) -> None:
    register = answered(register_of(tmp_path, UNCONFIRMED), Answers(changed=(("decision", None),)))
    assert "    decision: null\n" in register.text
    assert "decision" in entry_of(register).given


def test_unconfirmed_entries_come_before_doubts_about_confirmed_ones(tmp_path: Path) -> None:
    text = CONFIRMED + UNCONFIRMED.removeprefix("documents:\n").replace("kop", "resor")
    register = register_of(tmp_path, text)
    asked = questions(register, [READ, document("resor")], [], HIERARCHY)
    assert [q.document for q in asked] == ["resor", "kop"]
