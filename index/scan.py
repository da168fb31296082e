"""Which files below a folder are documents to read."""

from collections.abc import Iterator
from pathlib import Path

# Kept by people beside the documents; read as what they are, not as documents.
GOVERNANCE_FILES = frozenset({"hierarchy.yaml", "register.yaml", "thresholds.yaml", "synonyms.yaml"})
_GOVERNANCE_FOLDERS = frozenset({"keys"})


def documents_below(root: Path, data: Path) -> Iterator[Path]:
    """Every file below `root` in a stable order, without hidden files, governance files and READMEs.

    The library's own folder `data` is left out where it lies below `root` (both absolute). So are links that
    lead out of the folder: a document belongs to the folder that was named.
    """
    own = data if data != root and data.is_relative_to(root) else None
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if any(part.startswith(".") for part in relative.parts) or relative.parts[0] in _GOVERNANCE_FOLDERS:
            continue
        if path.name in GOVERNANCE_FILES or path.stem.upper() == "README" or path.name.startswith("~$"):
            continue
        if own is not None and path.is_relative_to(own):
            continue
        if path.is_file() and path.resolve().is_relative_to(root.resolve()):
            yield path
