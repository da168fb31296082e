"""The report as a page."""

import re
from html.parser import HTMLParser

from evals.gate import Gate
from evals.report_html import html_report
from evals.run import run


class Page(HTMLParser):
    """What a page is made of: tags with attributes, and that every element is closed in order."""

    VOID = frozenset({"meta"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tags if name == tag)


def test_every_element_is_closed(small_run) -> None:
    assert Page(html_report(small_run, Gate({"level": 0.85}))).open == []


def test_nothing_is_loaded_from_anywhere(small_run) -> None:
    text = html_report(small_run, Gate({"level": 0.85}))
    loading = {"src", "href", "xlink:href", "srcset", "action", "data", "style"}
    assert not [(tag, attrs) for tag, attrs in Page(text).tags if loading & attrs.keys()]
    assert not re.search(r"https?:|url\(|@import|<script|<link", text)


def test_what_comes_from_documents_and_questions_is_escaped(build) -> None:
    nasty = "<script>alert('å & ä')</script>"
    citation = build.citation("rutin", nasty, section=nasty)
    question = build.question(nasty, tags=(nasty,), organisation=nasty)
    done = run([question], build.asker([build.answer(citation, answer=nasty)], texts={"rutin": nasty}))
    text = html_report(done, title=nasty, subtitle=nasty)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_the_page_is_swedish_and_follows_light_and_dark(small_run) -> None:
    text = html_report(small_run)
    assert '<html lang="sv">' in text
    assert "prefers-color-scheme: dark" in text


def test_charts_have_titles_tables_captions_and_ids_are_unique(small_run) -> None:
    page = Page(html_report(small_run, Gate({"level": 0.85})))
    assert page.count("svg") == page.count("desc") == 4
    assert page.count("table") == page.count("caption") == 7
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_failed_cases_show_the_expected_beside_the_found(small_run) -> None:
    text = html_report(small_run)
    row = next(row for row in text.split("<tr>") if "fel · exempel · belopp · kort" in row)
    expected, found, faults = row.split("<td")[1:]
    assert "Enhetschefen".lower() in expected.lower()
    assert "Kaffe serveras klockan tre &lt;b&gt;varje&lt;/b&gt; dag." in found
    assert "nivån är regel, väntad policy" in faults
    assert "2 av 4 frågor" in text


def test_the_gate_is_told_first(small_run) -> None:
    assert "Alla gränser är nådda." in html_report(small_run, Gate({"refusal_recall": 1.0}))
    failed = html_report(small_run, Gate({"level": 0.85, "facts": 0.5}))
    assert "2 gränser är inte nådda." in failed
    assert failed.index("gränser är inte nådda") < failed.index("<svg")
    assert "Inga gränser är satta." in html_report(small_run)


def test_a_run_without_faults_says_so(build) -> None:
    done = run([build.question()], build.asker([build.answer(build.citation())], [[build.result()]]))
    assert "<p>Inga.</p>" in html_report(done)


def test_a_run_of_unanswerable_questions_has_no_charts_of_sources(build) -> None:
    text = html_report(run([build.question(abstain=True)], build.asker([build.answer()])))
    assert Page(text).count("svg") == 1
