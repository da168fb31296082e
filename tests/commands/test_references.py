"""`references`: what a text refers to, for a person and for a program."""

import io
import json
import sys

import pytest

from cli import run

Captured = pytest.CaptureFixture[str]


def test_references_as_json_have_every_field_of_the_contract(capsys: Captured) -> None:
    assert run(["references", "enligt 2 kap. 9 § andra stycket 3 kommunallagen", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "references": [
            {
                "text": "2 kap. 9 § andra stycket 3 kommunallagen",
                "start": 7,
                "end": 47,
                "act": "2017:725",
                "chapter": "2",
                "section": "9",
                "stycke": 2,
                "mening": None,
                "point": "3",
            }
        ]
    }


def test_references_in_a_terminal_are_words_and_what_they_point_at(capsys: Captured) -> None:
    assert run(["references", "Se 6 kap. 38 § KL, § 3/26, dnr RS 2026/12 och 5 §."]) == 0
    assert capsys.readouterr().out == (
        "6 kap. 38 § KL\n    2017:725 · 6 kap. 38 §\n"
        "§ 3/26\n    protokoll · § 3/26\n"
        "RS 2026/12\n    ärende RS 2026/12\n"
        "5 §\n    samma text · 5 §\n"
    )


def test_a_text_may_come_on_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("4 §\nköplagen".encode())))
    assert run(["references", "-", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["references"]
    assert (found["text"], found["act"]) == ("4 §\nköplagen", "1990:931")


def test_standard_input_that_is_no_text_is_refused(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"4 \xa7")))
    assert run(["references", "-"]) == 2
    assert capsys.readouterr().err == "Texten på standard in är inte i UTF-8. Spara om den som UTF-8.\n"


@pytest.mark.parametrize("act", ["2016:1145", "LOU", "lagen om offentlig upphandling"])
def test_the_act_that_the_text_belongs_to_may_be_given(act: str, capsys: Captured) -> None:
    assert run(["references", "enligt 4 §", "--act", act, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["references"][0]["act"] == "2016:1145"


def test_an_act_that_is_none_is_refused_with_how_to_give_one(capsys: Captured) -> None:
    assert run(["references", "enligt 4 §", "--act", "cykelfrågan"]) == 2
    assert capsys.readouterr().err == (
        "”cykelfrågan” är ingen känd författning. Skriv dess nummer, till exempel 2016:1145, efter --act.\n"
    )


@pytest.mark.parametrize("text", ["", "Här hänvisas ingenstans."])
def test_a_text_without_references_has_an_empty_list(text: str, capsys: Captured) -> None:
    assert run(["references", text, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"references": []}
