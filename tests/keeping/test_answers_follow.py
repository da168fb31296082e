"""What the chat answers follows what an administrator does, and what is undone."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hierarchy.documents import Status
from index.library import Library
from ingest.limits import Limits
from keeping import uploads
from keeping.kept import checked_for
from keeping.ledger import Ledger
from tests.conftest import TODAY, open_assistant
from tests.keeping import small_region

NEW_EDITION = """# Regel om köp

Dokumenttyp: Regel
Beslutad av: Regiondirektören 2026-05-12, § 7/26
Gäller från och med: 2026-06-01

## Belopp

Direktupphandling får användas om värdet understiger 400 000 kronor.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = small_region.write(tmp_path / "dokument")
    small_region.read_in(tmp_path / "data", folder)
    return folder


def quoted(folder: Path, question: str) -> list[str]:
    """The documents whose words an answer gives as the rule."""
    assistant = open_assistant(folder.parent / "data")
    with closing(assistant.library):
        answer = assistant.ask(question, organisation="norr")
    return [answer.citations[i].document.document for rung in answer.rungs for i in rung.citations]


def taken_back(ledger: Ledger, folder: Path, number: int) -> None:
    with closing(Library(folder.parent / "data")) as library:
        hierarchy = library.hierarchy
    ledger.undo(number, "Eva Ek", lambda path, content: checked_for(hierarchy, path, content))
    small_region.read_in(folder.parent / "data", folder, TODAY)


@pytest.fixture
def handed_in(folder: Path) -> Callable[[str, str], tuple[Ledger, int]]:
    def hand_in(name: str, content: str) -> tuple[Ledger, int]:
        ledger = Ledger(folder.parent / "data", [folder])
        file = uploads.accepted(uploads.Upload(name, content.encode()), folder / "norr", Limits())
        change = uploads.put(ledger, "Eva Ek", folder / "norr", [file], {})
        assert change is not None
        small_region.read_in(folder.parent / "data", folder, TODAY)
        return ledger, change.number

    return hand_in


def test_a_new_edition_answers_and_the_undo_brings_the_former_back(
    folder: Path, handed_in: Callable[[str, str], tuple[Ledger, int]]
) -> None:
    question = "Vid vilket belopp får direktupphandling användas?"
    assert quoted(folder, question) == ["regel-om-kop"]
    ledger, number = handed_in("regel-om-kop-2026.md", NEW_EDITION)
    assert quoted(folder, question) == ["regel-om-kop-2026"]
    taken_back(ledger, folder, number)
    assert quoted(folder, question) == ["regel-om-kop"]


def test_what_only_the_former_edition_says_is_no_rule_any_more(
    folder: Path, handed_in: Callable[[str, str], tuple[Ledger, int]]
) -> None:
    question = "Ska jag kontrollera om det finns ett avtal enligt regel om köp?"
    assert quoted(folder, question) == ["regel-om-kop"]
    handed_in("regel-om-kop-2026.md", NEW_EDITION)
    assert "regel-om-kop" not in quoted(folder, question)
    with closing(Library(folder.parent / "data")) as library:
        assert library.documents_on(TODAY)["regel-om-kop"].status is Status.SUPERSEDED
