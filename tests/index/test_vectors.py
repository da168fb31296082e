"""The vectors in Chroma follow the library's passages."""

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest

from hierarchy.levels import Level
from index.embedding import Vectors
from index.errors import VectorsDamaged, VectorsUnreachable
from index.vectors import VECTOR_FOLDER, VectorStore, reconcile
from tests.conftest import ROOT
from tests.index.library_folder import FakeEmbedder


@pytest.fixture
def store(tmp_path: Path) -> VectorStore:
    return VectorStore(tmp_path)


def vectors_of(digests: Sequence[str]) -> dict[str, Vectors]:
    return {key: FakeEmbedder().query(key) for key in digests if not key.startswith("okänd")}


def passages(*rows: tuple[int, Level, str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute("CREATE TABLE passage (id INTEGER, level TEXT, digest TEXT)")
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?)", rows)
    return connection


def test_the_nearest_passages_come_first_with_their_cosine(store: VectorStore) -> None:
    vectors = np.array([[1, 0], [0, 1], [0.8, 0.6]], dtype=np.float32)
    store.add(Level.RULE, [1, 2, 3], vectors)
    found = store.search(Level.RULE, np.array([1, 0], dtype=np.float32), 2)
    assert [number for number, _ in found] == [1, 3]
    assert [cosine for _, cosine in found] == pytest.approx([1.0, 0.8], abs=1e-5)


def test_what_was_added_is_in_the_graph_on_disk_and_not_put_there_anew_at_every_opening(
    store: VectorStore, tmp_path: Path
) -> None:
    store.add(Level.RULE, [1, 2], np.eye(2, dtype=np.float32))
    # Chroma writes this file when it syncs, never before.
    assert list((tmp_path / VECTOR_FOLDER).rglob("index_metadata.pickle"))


def test_an_opening_sees_what_another_process_has_written_since_the_last_one(
    store: VectorStore, tmp_path: Path
) -> None:
    store.add(Level.RULE, range(200), np.eye(200, dtype=np.float32))
    assert len(store.vectors(Level.RULE)) == 200
    rebuild = (
        "import sys, pathlib, numpy as np\n"
        "from hierarchy.levels import Level\n"
        "from index.vectors import VectorStore\n"
        "store = VectorStore(pathlib.Path(sys.argv[1]))\n"
        "store.delete(Level.RULE, range(200))\n"
        "store.add(Level.RULE, range(200, 400), np.eye(200, dtype=np.float32))\n"
    )
    subprocess.run([sys.executable, "-c", rebuild, str(tmp_path)], cwd=ROOT, check=True, timeout=60)
    assert VectorStore(tmp_path).vectors(Level.RULE).keys() == set(range(200, 400))


def test_a_level_of_few_is_compared_whole_and_one_of_many_by_its_graph_with_the_same_outcome(
    store: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(Level.POLICY, [1, 2, 3], np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]], dtype=np.float32))
    towards = np.array([0.8, 0.6], dtype=np.float32)
    whole = store.search(Level.POLICY, towards, 2)
    monkeypatch.setattr("index.vectors._FEW", 0)
    store.add(Level.POLICY, [4], np.array([[-1.0, 0.0]], dtype=np.float32))
    assert [number for number, _ in whole] == [2, 1]
    assert store.search(Level.POLICY, towards, 2) == [(n, pytest.approx(c, abs=1e-6)) for n, c in whole]


def test_what_is_added_and_deleted_is_seen_by_the_next_search(store: VectorStore) -> None:
    towards = np.array([1.0, 0.0], dtype=np.float32)
    store.prepare()
    store.add(Level.POLICY, [1, 2], np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32))
    assert [number for number, _ in store.search(Level.POLICY, towards, 9)] == [1, 2]
    store.delete(Level.POLICY, [1])
    assert [number for number, _ in store.search(Level.POLICY, towards, 9)] == [2]


def test_each_level_is_searched_by_itself_and_an_empty_one_gives_nothing(store: VectorStore) -> None:
    store.add(Level.RULE, [1], np.array([[1, 0]], dtype=np.float32))
    assert store.search(Level.LAW, np.array([1, 0], dtype=np.float32), 5) == []
    assert store.ids(Level.LAW) == set()
    assert store.ids(Level.RULE) == {1}


def test_the_store_is_made_to_hold_exactly_the_librarys_passages(store: VectorStore) -> None:
    store.add(Level.RULE, [1, 9], FakeEmbedder().passages(["a", "borta"]))
    rows = [(1, Level.RULE, "a"), (2, Level.RULE, "b"), (3, Level.LAW, "c")]
    connection = passages(*rows)
    assert reconcile(connection, store, vectors_of) == 0
    assert store.ids(Level.RULE) == {1, 2}
    assert store.ids(Level.LAW) == {3}
    assert reconcile(connection, store, vectors_of) == 0
    connection.close()


def test_a_passage_without_a_vector_stays_out_until_it_has_one(store: VectorStore) -> None:
    connection = passages((1, Level.RULE, "a"), (2, Level.RULE, "okänd"))
    assert reconcile(connection, store, vectors_of) == 1
    assert store.ids(Level.RULE) == {1}
    assert not reconcile(connection, store, lambda keys: {key: FakeEmbedder().query(key) for key in keys})
    assert store.ids(Level.RULE) == {1, 2}
    connection.close()


def test_a_cleared_store_takes_vectors_of_another_length(store: VectorStore) -> None:
    store.add(Level.RULE, [1], np.array([[1, 0]], dtype=np.float32))
    store.clear()
    assert store.ids(Level.RULE) == set()
    store.add(Level.RULE, [1], np.array([[1, 0, 0]], dtype=np.float32))
    assert store.ids(Level.RULE) == {1}


def test_more_vectors_than_one_batch_holds(store: VectorStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.vectors._BATCH", 4)
    store.add(Level.RULE, range(10), FakeEmbedder().passages([str(i) for i in range(10)]))
    assert store.ids(Level.RULE) == {*range(10)}
    store.delete(Level.RULE, range(9))
    assert store.ids(Level.RULE) == {9}


class _ChromaServer(BaseHTTPRequestHandler):
    """As much of a Chroma server as a client needs in order to be made; it refuses every collection."""

    def do_GET(self) -> None:
        who = {"user_id": "", "tenant": "default_tenant", "databases": ["default_database"]}
        where = {"name": "default", "tenant": "default_tenant", "id": str(UUID(int=0))}
        self._reply(200, who if self.path.endswith("/identity") else where)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._reply(500, {"error": "InternalError", "message": "out of memory"})

    def _reply(self, status: int, body: dict[str, object]) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: the test's own output stays readable."""


@pytest.fixture
def server() -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a server, and how to end it."""
    listening = HTTPServer(("127.0.0.1", 0), _ChromaServer)
    thread = threading.Thread(target=lambda: listening.serve_forever(poll_interval=0.01))
    thread.start()

    def end() -> None:
        listening.shutdown()
        listening.server_close()

    yield f"http://127.0.0.1:{listening.server_port}", end
    end()
    thread.join()


def test_a_server_that_does_not_answer_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(VectorsUnreachable) as caught:
        VectorStore(tmp_path, "http://127.0.0.1:9")
    assert "127.0.0.1:9" in caught.value.message


def test_a_server_that_ends_between_two_questions_is_named_with_a_remedy(
    tmp_path: Path, server: tuple[str, Callable[[], None]]
) -> None:
    url, end = server
    store = VectorStore(tmp_path, url)
    end()
    with pytest.raises(VectorsUnreachable) as caught:
        store.search(Level.RULE, np.array([1, 0], dtype=np.float32), 2)
    assert caught.value.message == f"Chroma-servern på {url} svarar inte."


def test_a_servers_own_error_is_told_with_its_words(
    tmp_path: Path, server: tuple[str, Callable[[], None]]
) -> None:
    url, _ = server
    with pytest.raises(VectorsUnreachable, match="out of memory"):
        VectorStore(tmp_path, url).ids(Level.RULE)


@pytest.mark.parametrize("url", ["localhost:8000", "chroma", "http://", "http://chroma:port"])
def test_what_is_no_address_is_refused_instead_of_guessed(tmp_path: Path, url: str) -> None:
    with pytest.raises(VectorsUnreachable) as caught:
        VectorStore(tmp_path, url)
    assert url in caught.value.message


def test_a_damaged_vector_folder_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / VECTOR_FOLDER).mkdir()
    (tmp_path / VECTOR_FOLDER / "chroma.sqlite3").write_bytes(b"no database " * 400)
    with pytest.raises(VectorsDamaged) as caught:
        VectorStore(tmp_path)
    assert str(tmp_path / VECTOR_FOLDER) in caught.value.remedy
