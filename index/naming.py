"""Which document each file is: ids that stay with a content when its file is renamed or moved."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from index.library import FileState
from ingest.document import document_id


def content_of(state: FileState) -> str:
    """The part of a file's digest that its content alone decides."""
    return state.digest.partition("+")[0]


def name_files(
    contents: Mapping[str, str],
    known: Mapping[str, FileState],
    absent: Iterable[FileState],
    registered: Collection[str],
) -> dict[str, str]:
    """The document id of each file, by path.

    `contents`: the content digest of every file that is there, by path. `known`: what the library knows of
    files, by path. `absent`: the known ones that are no longer there. `registered`: the ids with an entry in
    the register.

    A person's entry for the file's stem goes first. Else a file stays the document that it was, and a new
    one with the content of an absent file is that file's document under another name. Else its stem names it.
    """
    # A document that some new file is called after went there, whatever other file has its old content.
    spoken_for = {document_id(Path(path)) for path in contents if not _document_of(path, known)}
    left: dict[str, list[str]] = {}
    for state in absent:
        if state.document and content_of(state) and state.document not in spoken_for:
            left.setdefault(content_of(state), []).append(state.document)
    names: dict[str, str] = {}
    for path, content in contents.items():
        stem = document_id(Path(path))
        orphans = left.get(content, [])
        if stem in registered:
            names[path] = stem
        elif before := _document_of(path, known):
            names[path] = before
        else:
            names[path] = orphans.pop(0) if orphans else stem
    return names


def _document_of(path: str, known: Mapping[str, FileState]) -> str | None:
    return known[path].document if path in known else None
