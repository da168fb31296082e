"""`compare` and `ask --explain` as an administrator and a doubter meet them."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from answers.explaining import Cited, Explanation, Outcome, Reading, Verdict, Weighed
from cli import run
from hierarchy.ladder import Answer
from hierarchy.levels import Level
from hierarchy.validity import Validity

from ..answers.editions import editions_library
from .conftest import SearchingAssistant

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> str:
    with closing(editions_library(tmp_path / "bibliotek")):
        return str(tmp_path / "bibliotek")


def test_a_document_is_compared_with_the_edition_before_it(data: str, capsys: Captured) -> None:
    assert run(["compare", "mote-2024", "--data", data]) == 0
    out = capsys.readouterr().out
    assert "Mötespolicy (2018-03-05)  →  Mötespolicy (2024-06-01)" in out
    assert "1 ändrad, 1 ny, 1 borttagen" in out
    assert "[-stiftelser-] {+helägda bolag+}" in out


def test_as_json_every_offset_addresses_its_own_edition(data: str, capsys: Captured) -> None:
    assert run(["compare", "mote-2024", "mote-2018", "--data", data, "--json"]) == 0
    record: dict[str, Any] = json.loads(capsys.readouterr().out)
    changes = {change["kind"]: change for change in record["changes"]}
    assert (record["earlier"]["document"], record["later"]["document"]) == ("mote-2018", "mote-2024")
    assert changes["added"]["later"]["address"] == "2 Distans"
    assert changes["removed"]["later"] is None
    (difference,) = changes["changed"]["differences"]
    before, whole = difference["before"], changes["changed"]["earlier"]
    assert before["text"] == "stiftelser"
    assert whole["text"][before["start"] - whole["start"] : before["end"] - whole["start"]] == "stiftelser"


def test_without_an_edition_before_it_says_how_to_name_one(data: str, capsys: Captured) -> None:
    assert run(["compare", "mote-2018", "--data", data]) == 2
    assert "ingen tidigare utgåva av ”mote-2018”" in capsys.readouterr().err


def test_an_unknown_document_is_refused_with_the_nearest(data: str, capsys: Captured) -> None:
    assert run(["compare", "mote-2025", "--data", data]) == 2
    assert "mote-2024" in capsys.readouterr().err


EXPLANATION = Explanation(
    reading=Reading(
        *("sv", "exempel", (), None, date(2026, 3, 1), (), ("policy",), (), None, None, (), False, False),
        reread=(("dirket", "direkt"),),
    ),
    in_scope={Level.LAW: 1, Level.GUIDELINE: 2},
    left_out=(),
    candidates={
        Level.LAW: (
            Weighed(
                "lag", "Lag om köp", "2 §", 2.5, 0.1, {"relevance": 7.0}, {}, {"unit": 1.5}, Outcome.QUOTED
            ),
        )
    },
    verdict=Verdict.SUPPORTED,
    leading=2.5,
    limits={"support_from": -0.5},
    sure={"constant": 0.5},
    arranged=(Cited(0, "Lag om köp", "2 §", Level.LAW, "decides", Validity.IN_FORCE),),
    warnings=(),
)


class Explaining(SearchingAssistant):
    """A queued assistant that can also say how it came to its answers."""

    def explained(self, question: str, **chosen: Any) -> tuple[Answer, Explanation]:
        return self.ask(question, **chosen), EXPLANATION


@pytest.fixture
def explaining(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> Explaining:
    fake = Explaining(queue=[answer])
    monkeypatch.setattr("cli.open_assistant", lambda settings: fake)
    return fake


def test_the_way_to_the_answer_follows_it_step_by_step(explaining: Explaining, capsys: Captured) -> None:
    assert run(["ask", "Får vi köpa direkt?", "--explain"]) == 0
    out = capsys.readouterr().out
    steps = ["1. Så förstods", "2. Dokument", "3. Bästa", "4. Svar", "5. Ordning", "6. Varningar"]
    places = [out.index(step) for step in steps]
    assert places == sorted(places)
    assert out.index("Ja, under 700 000 kronor.") < places[0]
    assert "2,50  Lag om köp, 2 §: citeras" in out


def test_it_tells_what_was_read_otherwise_than_typed(explaining: Explaining, capsys: Captured) -> None:
    assert run(["ask", "Får vi köpa dirket?", "--explain"]) == 0
    assert "Läst som: dirket → direkt" in capsys.readouterr().out


def test_as_json_it_stands_under_a_key_of_its_own(explaining: Explaining, capsys: Captured) -> None:
    assert run(["ask", "Får vi köpa direkt?", "--explain", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["answer"].startswith("Ja,")
    assert record["explanation"]["verdict"]["why"] == "supported"


def test_unasked_for_it_is_not_there(explaining: Explaining, capsys: Captured) -> None:
    assert run(["ask", "Får vi köpa direkt?", "--json"]) == 0
    assert "explanation" not in json.loads(capsys.readouterr().out)
