"""An answer written down whole, and read again exactly as it was given."""

import zlib
from functools import cache

from pydantic import TypeAdapter, ValidationError

from hierarchy.ladder import Answer
from hierarchy.procurement.purchase import Outcome

LARGEST = 4_000_000
"""Bytes of an answer's JSON that are kept, at most: hundreds of times the longest one measured."""


class Unreadable(ValueError):
    """What was written down is no answer as this version of the program knows them."""


def written(answer: Answer) -> bytes:
    """The answer as compressed JSON, with everything in it."""
    return zlib.compress(_codec().dump_json(answer))


def read(kept: bytes) -> Answer:
    """The answer that `written` made `kept` of: equal to it in every field. Raises `Unreadable`."""
    try:
        unpacked = zlib.decompressobj().decompress(kept, LARGEST)
        return _codec().validate_json(unpacked)
    except (zlib.error, ValidationError) as error:
        raise Unreadable(str(error)) from error


@cache
def _codec() -> TypeAdapter[Answer]:
    """Made at the first answer: going through the types takes some hundredths of a second."""
    codec = TypeAdapter(Answer)
    # The ladder names the outcome of a purchase without importing it.
    codec.rebuild(force=True, _types_namespace={"Outcome": Outcome})
    return codec
