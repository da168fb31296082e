"""A line of JSON as a question, and why one is refused."""

import json
from datetime import date

import pytest

from commands.json_lines import Asked, LineRefused, parse_line

DEFAULTS = Asked("-", "exempel", date(2026, 3, 1), "sv", 5)


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def test_what_a_line_leaves_out_comes_from_the_options() -> None:
    assert parse_line(line(id="a", question="Får vi?"), DEFAULTS) == Asked(
        "Får vi?", "exempel", date(2026, 3, 1), "sv", 5, "a"
    )


def test_null_means_not_chosen() -> None:
    asked = parse_line(line(question="Får vi?", organisation=None, as_of=None, language=None), DEFAULTS)
    assert (asked.organisation, asked.as_of, asked.language) == (None, None, None)


def test_fields_that_no_question_has_are_passed_over() -> None:
    assert parse_line(line(question="Får vi?", tags=["belopp"]), DEFAULTS).question == "Får vi?"


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert parse_line(b"\xef\xbb\xbf" + line(question="Ja?"), DEFAULTS).question == "Ja?"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{", "inte giltig JSON"),
        (b"[" * 100_000, "inte giltig JSON"),
        (b'{"question": "Ja?", "id": NaN}', "inte giltig JSON"),
        (b'{"question": "\xe5"}', "inte i UTF-8"),
        (b'{"question": "Ja?", "id": "\\ud800"}', "halva Unicode-tecken"),
        (b'["Ja?"]', "inget JSON-objekt"),
        (b"{}", "fältet question saknas"),
        (b'{"question": " "}', "fältet question saknas"),
        (b'{"question": 3}', "fältet question ska vara en text"),
        (b'{"question": "Ja?", "organisation": 1}', "fältet organisation ska vara en text"),
        (b'{"question": "Ja?", "as_of": "2026-02-30"}', "är inget datum"),
        (b'{"question": "Ja?", "as_of": ""}', "är inget datum"),
        (b'{"question": "Ja?", "language": "no"}', "finns inte"),
        (b'{"question": "Ja?", "top": "3"}', "fältet top ska vara ett heltal"),
        (b'{"question": "Ja?", "top": true}', "fältet top ska vara ett heltal"),
        (b'{"question": "Ja?", "after": "Nej?"}', "fältet after ska vara en lista av frågor"),
        (b'{"question": "Ja?", "after": ["Nej?", " "]}', "fältet after ska vara en lista av frågor"),
        (
            b'{"question": "Ja?", "conversation": [1]}',
            "fältet conversation ska vara en text eller ett heltal",
        ),
        (b'{"question": "Ja?", "top": 0}', "fältet top ska vara från 1"),
    ],
)
def test_a_line_that_is_no_question_is_refused_with_the_reason(raw: bytes, why: str) -> None:
    with pytest.raises(LineRefused, match=why):
        parse_line(raw, DEFAULTS)
