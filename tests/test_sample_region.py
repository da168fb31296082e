"""The sample region is what it says: its quotes, its register and its built files hold together."""

import re
import zipfile
from datetime import date
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from hierarchy.documents import Status
from hierarchy.ladder import WarningCode
from hierarchy.levels import Level

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SOURCES = ROOT / "scripts" / "sample_region" / "sources"
QUESTIONS = sorted((ROOT / "evals" / "sample").glob("questions*.yaml"))
UNREGISTERED = {"resor-och-moten"}
WARNINGS = {None, *WarningCode}


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def mend(text: str) -> str:
    return squeeze(re.sub(r"(\w)-\n(?=[a-zåäö])", r"\1", text))


def files() -> dict[str, Path]:
    found = [p for p in CORPUS.glob("*/*") if p.suffix in {".pdf", ".docx", ".html", ".md"}]
    return {path.stem: path for path in found}


@cache
def source_text(document: str) -> str:
    """What a person wrote: the source of a built file, else the file without its mark-up."""
    built = SOURCES / f"{document}.md"
    path = built if built.exists() else files()[document]
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = unescape(re.sub(r"<[^>]+>", " ", text))
    if path.suffix == ".md":
        text = text.replace("|", " ")
    return squeeze(text)


@cache
def pdf_pages(document: str) -> tuple[str, ...]:
    pypdf = pytest.importorskip("pypdf")
    return tuple(mend(page.extract_text()) for page in pypdf.PdfReader(files()[document]).pages)


@cache
def questions() -> list[dict]:
    """Those of every question file on the region, since ids are looked for across them."""
    return [question for path in QUESTIONS for question in yaml.safe_load(path.read_text("utf-8"))]


def noted(kind: str) -> list[tuple[str, str]]:
    """What a note of the kind says under a question's id, with the id."""
    text = "\n".join(path.read_text("utf-8") for path in QUESTIONS)
    return re.findall(rf"^- id: (\S+)\n\s+# {kind}: (.+)$", text, re.M)


def begins_on_paper(document: str) -> date:
    found = re.search(r"Gäller från och med: ([\d-]{10})", source_text(document))
    assert found is not None
    return date.fromisoformat(found.group(1))


def register() -> list[dict]:
    return yaml.safe_load((CORPUS / "register.yaml").read_text("utf-8"))["documents"]


def sources() -> list[tuple[str, dict]]:
    return [(question["id"], source) for question in questions() for source in question["expect"]["sources"]]


def test_every_quote_stands_word_for_word_in_its_documents_source() -> None:
    missing = [(key, s["quote"]) for key, s in sources() if s["quote"] not in source_text(s["document"])]
    assert not missing


def test_every_quote_from_a_pdf_stands_on_the_page_that_is_named() -> None:
    wrong = []
    for key, source in sources():
        if files()[source["document"]].suffix == ".pdf":
            page = pdf_pages(source["document"])[source["page"] - 1]
            if source["quote"] not in page:
                wrong.append((key, source["page"]))
    assert not wrong


def test_question_ids_are_unique() -> None:
    ids = [question["id"] for question in questions()]
    assert len(ids) == len(set(ids))


def test_there_are_enough_questions_and_a_fifth_or_so_have_no_answer() -> None:
    unanswerable = [question for question in questions() if question["expect"]["abstain"]]
    assert len(questions()) >= 300
    assert 0.15 <= len(unanswerable) / len(questions()) <= 0.25


def test_questions_have_the_fields_and_values_that_the_scorer_reads() -> None:
    levels = {level.value for level in Level}
    for question in questions():
        expect = question["expect"]
        assert question["organisation"] == "exempel"
        assert question["language"] in {"sv", "en"}
        assert question["as_of"] is None or isinstance(question["as_of"], date)
        assert expect["warning"] in WARNINGS
        assert set(expect) == {"abstain", "level", "sources", "must_include", "must_not_include", "warning"}
        if expect["abstain"]:
            assert expect["level"] is None
            assert not expect["sources"]
        else:
            assert expect["level"] in levels
            assert expect["sources"]


def test_every_fact_asked_for_stands_in_one_of_the_passages() -> None:
    lacking = []
    for question in questions():
        quotes = " ".join(s["quote"] for s in question["expect"]["sources"]).lower()
        for fact in question["expect"]["must_include"]:
            if fact.lower() not in quotes:
                lacking.append((question["id"], fact))
    assert not lacking


def test_what_an_unanswerable_question_asks_for_is_nowhere_in_the_region() -> None:
    corpus = " ".join(source_text(document) for document in files())
    patterns = dict(noted("absent"))
    unanswerable = {question["id"] for question in questions() if question["expect"]["abstain"]}
    assert patterns.keys() | {key for key, _ in noted("begins later")} == unanswerable
    assert not [key for key, pattern in patterns.items() if re.search(pattern, corpus, re.I)]


def test_what_would_answer_on_a_later_day_had_not_begun_on_the_day_of_the_question() -> None:
    asked = {question["id"]: question["as_of"] for question in questions()}
    begins = {key: begins_on_paper(document) for key, document in noted("begins later")}
    assert begins
    assert all(asked[key] < begin for key, begin in begins.items())


def test_the_register_lists_exactly_the_documents_but_the_one_left_out() -> None:
    listed = [entry["document"] for entry in register()]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(files()) - UNREGISTERED


def test_register_entries_use_levels_statuses_and_organisations_that_exist() -> None:
    hierarchy = yaml.safe_load((CORPUS / "hierarchy.yaml").read_text("utf-8"))
    known = {organisation["id"] for organisation in hierarchy["organisations"]}
    for entry in register():
        assert Level(entry["level"])
        assert Status(entry["status"])
        assert set(entry["organisations"]) <= known
        assert all(isinstance(entry.get(key), date | None) for key in ("date", "valid_from", "valid_to"))


def test_a_documents_kind_stands_on_the_rung_that_the_register_gives_it() -> None:
    (organisation,) = yaml.safe_load((CORPUS / "hierarchy.yaml").read_text("utf-8"))["organisations"]
    rung_of = {kind: rung["level"] for rung in organisation["rungs"] for kind in rung["kinds"]}
    for entry in register():
        assert rung_of.get(entry["kind"], "background") == entry["level"]


def test_diary_numbers_decisions_and_dates_of_the_register_stand_in_the_documents() -> None:
    missing = []
    for entry in register():
        if entry["level"] == Level.LAW:
            continue
        text = source_text(entry["document"])
        values = [entry.get("diary_number"), str(entry["date"])]
        if entry["level"] != Level.BACKGROUND:
            values += [entry.get("decision"), str(entry["valid_from"])]
        missing += [(entry["document"], value) for value in values if value and value not in text]
    assert not missing


def test_building_again_gives_the_files_that_are_kept(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    pytest.importorskip("docx")
    from scripts.sample_region.build import build

    built = build(tmp_path)
    kept = {p.name for p in (CORPUS / "exempel").iterdir() if p.suffix in {".pdf", ".docx"}}
    assert {path.name for path in built} == kept
    assert [p.name for p in built if p.read_bytes() != (CORPUS / "exempel" / p.name).read_bytes()] == []


def test_the_word_file_carries_no_time_of_its_making() -> None:
    kept = BytesIO((CORPUS / "exempel" / "kontokort-och-utlagg.docx").read_bytes())
    with zipfile.ZipFile(kept) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(2026, 1, 20)}


def test_the_pdfs_have_what_real_ones_have() -> None:
    pypdf = pytest.importorskip("pypdf")
    pages = {
        path.stem: [page.extract_text() for page in pypdf.PdfReader(path).pages]
        for path in files().values()
        if path.suffix == ".pdf"
    }
    everything = "\n".join(page for document in pages.values() for page in document)
    assert len(re.findall(r"[a-zåäö]-\n[a-zåäö]", everything)) >= 5, "words broken at line ends"
    assert re.search(r"Planering \.{10,} 2", everything), "a contents page"
    assert "SID 3(6)" in pages["2025-11-20-protokoll-regionfullmaktige"][0], "another printed number"
    for document, texts in pages.items():
        assert 2 <= len(texts) <= 8, document
        assert all(re.search(r"[Ss]igner|undertecknat|Fastställd", text) for text in texts), "a signature"
