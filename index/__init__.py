"""Provisions in, passages found out: the library and the ways into it.

`update` makes the folders into a library (SQLite: documents, provisions, full text) and lets the
vectors (Chroma) follow; `library` reads it; `retrieval` asks each rung by meaning and by words.
`scan`, `files`, `naming` and `reading` see what the folders hold now and which document each file is;
`following` brings the vectors after.
What helps to find without being text of a document (everyday `keys`, `synonyms.yaml`, `glossary_en.yaml`)
comes in here, as does the `query_adapter` that turns a question towards administrative text. Change here how
things are found. What may answer, and which level decides, is decided above.
"""
