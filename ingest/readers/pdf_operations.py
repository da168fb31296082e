"""The operations of a PDF content stream: each operator with the operands before it (ISO 32000-1, 7.8.2).

pypdf reads these too, with more care than text needs and several times slower; streams with pictures written
into them, whose bytes mean nothing here, are left to it.
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import ContentStream

Operation = tuple[list[Any], bytes]
"""Operands are float for numbers, bytes for strings, str with a slash for names, and lists of these."""

_STRING = rb"(?:[^()\\]++|\\.)*+"
for _ in range(8):  # parentheses within parentheses
    _STRING = rb"(?:[^()\\]++|\\.|\(" + _STRING + rb"\))*+"
_TOKEN = re.compile(
    rb"[+-]?(?:\d++\.?\d*+|\.\d++)"
    rb"|[A-Za-z'\"][^\x00\s()<>\[\]{}/%]*+"
    rb"|\(" + _STRING + rb"(?:\)|.*+)"  # one that nothing closes goes on to the end
    rb"|<<|>>|<[0-9A-Fa-f\x00\s]*>|\[|\]|/[^\x00\s()<>\[\]{}/%]*|%[^\r\n]*",
    re.DOTALL,
)
_PICTURE = re.compile(rb"(?:\A|[\x00\s])BI[\x00\s]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_HEX_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_NUMBER = frozenset(b"+-.0123456789")
_MOST_OPERANDS = 100_000


def operations(content: ContentStream) -> Iterator[Operation]:
    """The operations of `content`, in order. What is no token is passed over, as a viewer does."""
    data = content.get_data()
    if _PICTURE.search(data):
        return iter(content.operations)
    return _read(data)


def _read(data: bytes) -> Iterator[Operation]:
    operands: list[Any] = []
    into = operands
    for found in _TOKEN.finditer(data):
        token = found[0]
        first = token[0]
        if first in _NUMBER:
            into.append(float(token))
        elif first == 0x28:
            into.append(_literal(token[1:-1]))
        elif first == 0x2F:
            into.append(_name(token))
        elif first == 0x3C and token != b"<<":
            into.append(_hexadecimal(token[1:-1]))
        elif first in b"[<":
            into = []
            operands.append(into)
        elif first in b"]>":
            into = operands
        elif first != 0x25:
            yield operands, token
            operands = into = []
        if len(operands) > _MOST_OPERANDS:
            operands = into = []


def _literal(inside: bytes) -> bytes:
    if b"\\" not in inside and b"\r" not in inside:
        return inside
    return _ESCAPE.sub(_unescaped, inside)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    if found[3]:
        return _ESCAPED.get(found[3], found[3])
    return b"" if found[2] else b"\n"


def _hexadecimal(inside: bytes) -> bytes:
    digits = b"".join(inside.replace(b"\x00", b"").split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _name(token: bytes) -> str:
    if b"#" in token:
        token = _HEX_NAME.sub(lambda found: bytes([int(found[1], 16)]), token)
    try:
        return token.decode("utf-8")
    except UnicodeDecodeError:
        return token.decode("latin-1")
