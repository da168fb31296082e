"""An answer in the terminal."""

from dataclasses import replace

import pytest

from commands.answer_view import answer_shown
from commands.output import console
from hierarchy.ladder import Answer, Band, Confidence, Parallel
from hierarchy.levels import Hierarchy
from tests.queued_assistant import REGION


def shown(answer: Answer, capsys: pytest.CaptureFixture[str]) -> str:
    console().print(answer_shown(answer, Hierarchy((REGION,))))
    return capsys.readouterr().out


def test_the_answer_stands_first_and_its_scope_below(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(answer, capsys).splitlines()
    assert lines[:2] == [
        "Ja, under 700 000 kronor.",
        "Gäller Region Exempel, så som reglerna var 1 mars 2026.",
    ]


def test_the_rungs_stand_in_order_with_their_relation_and_silence(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(answer, capsys).splitlines()
    rungs = [line for line in lines if line.startswith(("●", "○"))]
    assert rungs == [
        "● Lagstiftning  [Avgör]",
        "○ Policy beslutad av fullmäktige: här hittades inget som svarar på frågan.",
        "○ Riktlinje  [Preciserar]",
        "○ Regler på intranätet: här hittades inget som svarar på frågan.",
    ]


def test_a_quote_stands_with_section_page_and_its_warning(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(answer, capsys)
    quote = out.index("  ”Över 100 000 kronor ska tre leverantörer tillfrågas.”\n")
    source = out.index("– Riktlinje för köp, Tre anbud, sida 7 (sida 2 i filen), Obekräftad status\n")
    warning = out.index("! Observera. Ingen har bekräftat uppgifterna.\n")
    assert quote < source < warning < out.index("Bakgrund")


def test_a_quote_from_a_scanned_page_says_so_with_its_confidence(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *rest = answer.citations
    scanned = replace(answer, citations=(replace(first, ocr_confidence=0.87), *rest))
    assert "inskannad text, säkerhet 0,87" in shown(scanned, capsys)
    assert "inskannad" not in shown(answer, capsys)


def test_a_warning_of_the_whole_answer_stands_at_its_head(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(answer, capsys)
    assert out.index("! Observera. Biblioteket är gammalt.") < out.index("Steg för steg")


def test_background_stands_apart_after_the_ladder(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(answer, capsys)
    assert out.index("Bakgrund – avgör inte") < out.index("”Skälen ska antecknas.”")


def test_a_conflict_says_which_prevails_and_why(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    out = " ".join(shown(answer, capsys).split())
    assert "Lag om köp, 2 § går före Riktlinje för köp, Tre anbud." in out
    assert "Lagen står över riktlinjen. (lex superior)" in out


def test_an_abstention_is_said_in_full_with_what_may_be_related(
    abstention: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(abstention, capsys)
    assert out.startswith("Jag hittar inget svar i dokumenten.\nFråga inköpsenheten.\n")
    assert out.index("Kanske relaterat") < out.index("”Skälen ska antecknas.”")
    assert "Steg för steg" not in out


def test_an_english_answer_has_an_english_ladder(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(replace(answer, language="en", text="Yes."), capsys)
    assert "● Legislation  [Decides]" in out


def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    long = replace(answer, text="Ja, under ett villkor. " * 12)
    lines = shown(long, capsys).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_brackets_and_control_characters_of_a_document_are_shown_as_text(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(replace(answer, text="[bold]Ja[/bold] \x1b[31mnej"), capsys)
    assert out.startswith("[bold]Ja[/bold] \ufffd[31mnej\n")


def test_an_answer_says_how_sure_it_is_where_that_was_measured(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    sure = replace(answer, confidence=Confidence(0.91, Band.HIGH, 0.92))
    told = " ".join(shown(sure, capsys).split())
    assert "Säkerhet: hög. Av svar som detta har 9 av 10 haft rätt källa på de frågor som mätts." in told
    assert "Säkerhet" not in shown(replace(answer, confidence=Confidence(0.91)), capsys)


def test_the_counterparts_in_sister_acts_stand_quietly_below_their_provision(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    counterpart = replace(
        answer.citations[0], document=replace(answer.citations[0].document, abbreviation="LUF")
    )
    printed = shown(replace(answer, parallels=(Parallel(0, counterpart),)), capsys)
    assert printed.count(f"Motsvarande bestämmelse: LUF {counterpart.provision.address}") == 1
    assert "Motsvarande" not in shown(answer, capsys)
