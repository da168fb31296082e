"""Which state of a library something was answered from."""

import hashlib

from index.library import Library

_KEPT = ("hierarchy", "thresholds", "synonyms")


def library_version(library: Library) -> str:
    """Eight hexadecimal digits that change when any document, or what is kept beside them, does."""
    digest = hashlib.blake2b(digest_size=4)
    for file in sorted(library.files(), key=lambda state: state.path):
        digest.update(f"{file.digest} {file.document}\n".encode())
    for key in _KEPT:
        digest.update(library.meta.get(key, "").encode())
    return digest.hexdigest()
