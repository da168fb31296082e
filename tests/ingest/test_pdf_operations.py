"""A content stream's operations are read as the standard says, and rubbish among them breaks nothing."""

import re

from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from ingest.readers.pdf_operations import Operation, operations


def read(data: bytes) -> list[Operation]:
    content = ContentStream(None, None)
    content.set_data(data)
    return list(operations(content))


def test_operands_stand_before_their_operator() -> None:
    assert read(b"/F1 11 Tf 70 -.5 Td (ab)Tj\n[(a) -20 <6262>]TJ") == [
        (["/F1", 11.0], b"Tf"),
        ([70.0, -0.5], b"Td"),
        ([b"ab"], b"Tj"),
        ([[b"a", -20.0, b"bb"]], b"TJ"),
    ]


def test_escapes_and_inner_parentheses_of_strings_are_read() -> None:
    assert read(rb"(\345 \(a\) (b (c (d))) \\ \n) Tj") == [([b"\xe5 (a) (b (c (d))) \\ \n"], b"Tj")]


def test_a_comment_and_a_dictionary_are_no_operators() -> None:
    assert read(b"% Tj\n/P <</MCID 3>> BDC (a) Tj")[-1] == ([b"a"], b"Tj")


def test_a_picture_written_into_the_stream_is_passed_over() -> None:
    picture = b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x28 EI"
    assert [operator for _, operator in read(b"q " + picture + b" Q (a) Tj")][-2:] == [b"Q", b"Tj"]


@given(st.binary(max_size=60))
def test_any_bytes_written_as_a_string_are_read_back(data: bytes) -> None:
    escaped = re.sub(rb"([()\\])", rb"\\\1", data).replace(b"\r", rb"\r")
    assert read(b"(" + escaped + b") Tj") == [([data], b"Tj")]


@given(st.binary(max_size=200))
def test_rubbish_gives_operations_or_none(data: bytes) -> None:
    if b"BI" not in data:
        assert all(operator for _, operator in read(data))
