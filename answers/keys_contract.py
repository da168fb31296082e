"""The JSON contract of `keys check`, `propose` and `review` with `--json`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from answers.key_lines import Lines
from index.key_places import Coverage, Nowhere
from index.key_proposals import Proposal


def key_check_to_json(
    folder: Path, nowhere: Sequence[Nowhere], coverage: Sequence[Coverage]
) -> dict[str, Any]:
    """What leads nowhere in the folder's files, and of each document the provisions without keys."""
    return {
        "folder": str(folder),
        "nowhere": [
            {"file": n.file, "act": n.act, "address": n.address, "near": list(n.near)} for n in nowhere
        ],
        "documents": [
            {"document": c.document, "title": c.title, "provisions": c.provisions, "without": list(c.without)}
            for c in coverage
        ],
    }


def proposed_to_json(
    model: str, proposed: Iterable[tuple[str, Path, Mapping[str, Lines | str]]], stopped: str | None
) -> dict[str, Any]:
    """Of each document its file and, by address, the lines, or why the reply could not be used (a sentence).

    `stopped` is why the model was asked no more.
    """
    return {
        "model": model,
        "stopped": stopped,
        "documents": [
            {
                "document": document,
                "file": str(file),
                "provisions": [_asked_about(address, found) for address, found in found_at.items()],
            }
            for document, file, found_at in proposed
        ],
    }


def waiting_to_json(waiting: Iterable[tuple[str, Mapping[str, Proposal]]]) -> dict[str, Any]:
    """The lines that wait for a person, by what key files call the document."""
    return {
        "proposed": [
            {"act": act, "address": address, "model": p.model, "on": p.on.isoformat(), "lines": list(p.lines)}
            for act, entries in waiting
            for address, p in entries.items()
            if p.lines
        ]
    }


def _asked_about(address: str, found: Lines | str) -> dict[str, Any]:
    if isinstance(found, str):
        return {"address": address, "lines": [], "refused": [], "failed": found}
    refused = [{"line": line, "reason": reason} for line, reason in found.refused]
    return {"address": address, "lines": list(found.kept), "refused": refused, "failed": None}
