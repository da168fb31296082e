"""A library several times as large: `python -m evals.enlarge DATA INTO [--times 10]`.

To measure speed without embedding for an hour, every document gets altered copies: new ids, titles and
numbers, for the same organisations, on the same rung and with the same dates, so that all of them may answer.
A share of the words of each copy is exchanged for words of the same length from documents of the same kind,
drawn as often as they stand there, so that terms stay about as common as they are. Each vector is its
original's with noise added, at a cosine of some 0.96 from it: nearer than other documents would lie, so that
a search meets a thicker crowd than real documents make. Everything is written by the library's own writer and
vector store.

It is a library to time, not to judge answers by: what stands in the copies means nothing.
"""

import argparse
import re
import shutil
import sys
from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np

from hierarchy.documents import GoverningDocument
from index.embedded_text import embedded_units
from index.embedding import Vectors
from index.embedding_cache import EmbeddingCache, digest
from index.following import embed, follow, note_task
from index.keys import PROJECT_KEYS, Keys, load_keys
from index.library import Library
from index.write_access import locked, writable
from index.writer import LibraryWriter, StoredDocument, act_of

TIMES = 10
EXCHANGED = 0.3
"""The share of the words that may be exchanged which are."""
NOISE = 0.3
"""Length of the noise that is added to a vector of length 1."""

# Short words, names and abbreviations stay, so that sentences and lists end where they did.
_WORD = re.compile(r"(?<![\w.-])[a-zåäö]{4,}(?![\w.-])")


class Exchange:
    """Words exchanged for others of the same length: every offset of a text stays what it was."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for text in texts:
            for word in _WORD.findall(text):
                self._by_length[len(word)].append(word)

    def altered(self, text: str, chance: Random) -> str:
        """The text with a share of its words exchanged."""

        def other(match: re.Match[str]) -> str:
            stays = chance.random() >= EXCHANGED or len(match[0]) not in self._by_length
            return match[0] if stays else chance.choice(self._by_length[len(match[0])])

        return _WORD.sub(other, text)


class NoisyVectors:
    """An embedder of texts whose originals' vectors are known: those, with noise."""

    def __init__(self, engine: str, known: Mapping[str, Vectors]) -> None:
        self.id = engine
        self._known = known
        self._chance = np.random.default_rng(0)

    def query(self, text: str) -> Vectors:
        vector: Vectors = self.passages([text])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vectors:
        own = np.stack([self._known[text] for text in texts])
        noise = self._chance.standard_normal(own.shape)
        noisy = own + NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
        return np.asarray(noisy / np.linalg.norm(noisy, axis=1, keepdims=True), dtype=np.float32)


class NoProgress:
    """Progress that nobody watches."""

    def begin(self, stage: str, total: int) -> None: ...

    def advance(self, steps: int = 1) -> None: ...


def enlarge(data: Path, into: Path, times: int = TIMES) -> None:
    """Make `into` a library `times` the size of the one in `data`, which is not touched.

    Raises LibraryMissing and StaleIndex for what is no library of this version.
    """
    library = Library(data)
    ids, engine = [document.document for document in library.documents()], library.meta["engine"]
    folders = [PROJECT_KEYS, *([library.governance / "keys"] if library.governance else [])]
    library.close()
    shutil.copytree(data, into)
    with writable(into), locked(into):
        writer, cache = LibraryWriter(into), EmbeddingCache(into)
        try:
            originals = [writer.stored(document) for document in ids]
            keys = load_keys(folders)
            copies = list(_copies(originals, keys, times))
            every = Keys(dict(ChainMap(*(dict(own.entries) for *_, own in copies), dict(keys.entries))))
            known: dict[str, Vectors] = {}
            for original, copy, _ in copies:
                writer.put_document(copy.path, copy.ingested, every)
                known.update(_vectors_of(copy, original, cache, engine))
            embed(writer, cache, engine, every, NoProgress(), lambda: NoisyVectors(engine, known))
            # Whatever settings the original's collections were made with, these get today's.
            note_task(writer, engine, None, rebuild=True)
            writer.commit()
            follow(writer, cache, into, engine, None)
        finally:
            cache.close()
            writer.close()


def _copies(
    originals: Sequence[StoredDocument], keys: Keys, times: int
) -> Iterator[tuple[StoredDocument, StoredDocument, Keys]]:
    """Every document with each of its altered copies, and the keys to the copy."""
    chance = Random(0)
    texts: dict[str, list[str]] = defaultdict(list)
    for stored in originals:
        texts[stored.ingested.document.kind].append(stored.ingested.text)
    exchanges = {kind: Exchange(of_kind) for kind, of_kind in texts.items()}
    for stored in originals:
        document = stored.ingested.document
        exchange = exchanges[document.kind]
        lines = keys.entries.get(act_of(document), {})
        for number in range(2, times + 1):
            copied = _renamed(document, number, exchange.altered(document.title, chance))
            ingested = replace(
                stored.ingested,
                document=copied,
                read=copied,
                text=exchange.altered(stored.ingested.text, chance),
                provisions=tuple(
                    replace(provision, document=copied.document) for provision in stored.ingested.provisions
                ),
            )
            own = {
                address: tuple(exchange.altered(line, chance) for line in asked)
                for address, asked in lines.items()
            }
            yield stored, StoredDocument(stored.path, ingested), Keys({act_of(copied): own})


def _renamed(document: GoverningDocument, number: int, title: str) -> GoverningDocument:
    """A copy's identity: what it is called is its own, whom and when it binds is the original's."""
    return replace(
        document,
        document=f"{document.document}-{number}",
        title=title,
        number=f"{document.number}-{number}" if document.number else None,
        abbreviation=None,
        supersedes=None,
    )


def _vectors_of(
    copy: StoredDocument, original: StoredDocument, cache: EmbeddingCache, engine: str
) -> dict[str, Vectors]:
    """The originals' vectors by the words that are embedded for the copy's passages."""
    pairs = list(zip(_embedded(copy), _embedded(original), strict=True))
    vectors = cache.vectors(engine, [digest(own) for _, own in pairs])
    return {altered: vectors[digest(own)] for altered, own in pairs}


def _embedded(stored: StoredDocument) -> Iterator[str]:
    document, text = stored.ingested.document, stored.ingested.text
    for provision in stored.ingested.provisions:
        yield from (said for _, said in embedded_units(document, provision, text))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.enlarge", description="Gör ett större bibliotek.")
    parser.add_argument("data", type=Path, help="mapp med ett bibliotek")
    parser.add_argument("into", type=Path, help="mapp som inte finns än")
    parser.add_argument("--times", type=int, default=TIMES, help="hur många gånger så stort")
    chosen = parser.parse_args(arguments)
    enlarge(chosen.data, chosen.into, chosen.times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
