"""A document's editions, what is said of them, and what became of its entry."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hierarchy.documents import Status
from hierarchy.validity import Validity
from ingest.registrar.check_editions import Editions
from ingest.registrar.history import History, history_of
from ingest.registrar.journal import line, read_journal, write_journal
from ingest.said import SaidOfOther
from tests.ingest.registrar.making import HIERARCHY, document, register_of

TODAY = date(2026, 11, 2)
OLDEST = document("kop-2010", date=date(2010, 1, 1), status=Status.SUPERSEDED, valid_to=date(2017, 12, 31))
OLD = document("kop-2018", date=date(2018, 1, 1), supersedes="kop-2010", valid_to=date(2023, 12, 31))
NEW = document("kop-2024", date=date(2024, 1, 1), supersedes="kop-2018")
OTHER = document("resor", title="Resepolicy")
SAID = SaidOfOther(
    "kop-2018", "policyn", "status", Status.REPEALED, "Policyn upphör.", 2, None, "protokoll", "§ 4", 0, 15
)


def history(folder: Path, name: str, entry: str = "", journal: tuple = ()) -> History:  # type: ignore[type-arg]
    documents = (NEW, OTHER, OLD, OLDEST)
    register = register_of(folder, entry).register
    asked = next(d for d in documents if d.document == name)
    return history_of(asked, register.entry(name), Editions(documents, HIERARCHY), [SAID], journal, TODAY)


def test_the_chain_is_the_same_from_whichever_edition_one_asks(tmp_path: Path) -> None:
    for name in ("kop-2010", "kop-2018", "kop-2024"):
        chain = history(tmp_path, name).chain
        assert [e.document.document for e in chain] == ["kop-2010", "kop-2018", "kop-2024"]
    assert [(e.replaces, e.replaced_by[:1]) for e in chain] == [
        ((), ("kop-2018",)),
        (("kop-2010",), ("kop-2024",)),
        (("kop-2010", "kop-2018"), ()),
    ]


def test_an_edition_without_a_last_day_is_superseded_once_its_successor_is_in_force(tmp_path: Path) -> None:
    open_ended = replace(OLD, valid_to=None)
    register = register_of(tmp_path, "").register
    for day, state in ((date(2023, 6, 1), Validity.IN_FORCE), (TODAY, Validity.SUPERSEDED)):
        editions = Editions((NEW, open_ended), HIERARCHY)
        found = history_of(open_ended, register.entry("kop-2018"), editions, [], (), day)
        assert found.chain[0].state is state


def test_each_edition_bears_what_others_say_of_it(tmp_path: Path) -> None:
    chain = history(tmp_path, "kop-2024").chain
    assert [len(edition.said) for edition in chain] == [0, 1, 0]


def test_who_has_confirmed_what_is_told(tmp_path: Path) -> None:
    entry = "documents:\n  - document: resor\n    title: Resepolicy\n    kind: policy\n"
    entry += "    confirmed: {by: Eva Ek, on: 2026-04-20, fields: [title]}\n"
    (confirmation,) = history(tmp_path, "resor", entry).confirmations
    assert (confirmation.by, confirmation.on, confirmation.fields) == (
        "Eva Ek",
        date(2026, 4, 20),
        ("title",),
    )


def test_what_a_person_has_changed_by_hand_shows_against_the_journal(tmp_path: Path) -> None:
    entry = "documents:\n  - document: resor\n    title: Resepolicy\n    date: 2024-05-06\n"
    told = (
        line(TODAY, "Eva Ek", "propose", "resor", "title", None, "Policy för resor"),
        line(TODAY, "Eva Ek", "propose", "resor", "date", None, date(2024, 5, 6)),
        line(TODAY, "Eva Ek", "propose", "annan", "title", None, "Annan"),
    )
    found = history(tmp_path, "resor", entry, told)
    assert [(e.field, e.before, e.now) for e in found.by_hand] == [
        ("title", "Policy för resor", "Resepolicy")
    ]
    assert found.changes == told[:2]


def test_the_journal_is_read_as_it_was_written_whatever_stands_between(tmp_path: Path) -> None:
    first = line(TODAY, "Åsa Öst", "review", "resor", "date", None, date(2024, 5, 6))
    second = line(TODAY, "Åsa Öst", "confirm", "resor", "title", "Ä", "Ä")
    assert read_journal(tmp_path) == []
    write_journal(tmp_path, [first])
    with (tmp_path / "register-historik.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"on": "2026-11-0\n')
    write_journal(tmp_path, [second])
    assert read_journal(tmp_path) == [first, second]
