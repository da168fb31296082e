"""What may stand in the files that people keep by hand: asked before a merged text is written."""

from pathlib import Path

from hierarchy.levels import Hierarchy
from ingest.governance import REGISTER_FILE
from ingest.register import parse_register
from ingest.thresholds_file import (
    PROPOSALS_FILE,
    THRESHOLDS_FILE,
    load_thresholds,
    parse_proposals,
    parse_thresholds,
)


def checked_for(hierarchy: Hierarchy, path: Path, content: bytes) -> None:
    """Raises GovernanceError for a text that is no such file."""
    text = content.decode("utf-8")
    if path.name == REGISTER_FILE:
        parse_register(path, text)
    elif path.name == THRESHOLDS_FILE:
        parse_thresholds(path, text, hierarchy)
    elif path.name == PROPOSALS_FILE:
        limits = path.with_name(THRESHOLDS_FILE)
        confirmed = load_thresholds(limits, hierarchy) if limits.is_file() else ()
        parse_proposals(path, text, hierarchy, [threshold.id for threshold in confirmed])
