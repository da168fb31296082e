"""Files damaged at random, the same way for the same seed."""

import io
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

_NUMBER = re.compile(rb"(?<=[ /\[(<>])-?\d{1,7}(?=[ /\])<>\r\n])")
_ODD_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"-2147483648", b"99999999999999999999")

Mutation = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True)
class Mutated:
    """A damaged file: which it was, what was done to it, and what it is now."""

    source: Path
    damage: str
    content: bytes


def flip_bytes(content: bytes, chance: random.Random) -> bytes:
    """Up to 32 bytes, each with some of its bits turned."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 32)):
        changed[chance.randrange(len(changed))] ^= chance.randint(1, 255)
    return bytes(changed)


def cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def swap_chunks(content: bytes, chance: random.Random) -> bytes:
    a, b, c, d = sorted(chance.randrange(len(content) + 1) for _ in range(4))
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def repeat_chunk(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    chunk = content[start : start + chance.randint(1, 2_000)]
    place = chance.randrange(len(content))
    return content[:place] + chunk * chance.randint(1, 20) + content[place:]


def drop_chunk(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randint(1, 500) :] or content[:1]


def change_numbers(content: bytes, chance: random.Random) -> bytes:
    """Up to 8 of the numbers that stand in dictionaries and tables made odd, or made another's."""
    found = list(_NUMBER.finditer(content))
    for match in sorted(
        chance.sample(found, min(len(found), chance.randint(1, 8))), key=_place, reverse=True
    ):
        other = chance.choice((*_ODD_NUMBERS, chance.choice(found)[0]))
        content = content[: match.start()] + other + content[match.end() :]
    return content


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    cut_short,
    swap_chunks,
    repeat_chunk,
    drop_chunk,
    change_numbers,
)


def unpacked(pdf: bytes) -> bytes:
    """A PDF whose pages stand unpacked in it, so that damage reaches what they say."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        content = page.get_contents()
        plain = DecodedStreamObject()
        plain.set_data(content.get_data() if content is not None else b"")
        page[NameObject("/Contents")] = plain
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def mutations(sources: Sequence[Path], count: int, seed: int) -> Iterator[Mutated]:
    """`count` damaged files, in turn of each of the sources; of the PDFs half are damaged unpacked."""
    contents = {path: [path.read_bytes()] for path in sources}
    for path, forms in contents.items():
        if path.suffix == ".pdf":
            forms.append(unpacked(forms[0]))
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        source = sources[number % len(sources)]
        content = chance.choice(contents[source])
        damages = chance.choices(MUTATIONS, k=chance.choice((1, 1, 1, 2, 3)))
        for damage in damages:
            content = damage(content, chance)
        yield Mutated(source, " + ".join(damage.__name__ for damage in damages), content)


def _place(match: re.Match[bytes]) -> int:
    return match.start()
