"""Provisions in, passages found out: the library and the ways into it.

`update` makes the folders into a library (SQLite: documents, provisions, full text) and lets the vectors
(Chroma) follow; `library` reads it; `retrieval` asks each rung by meaning and by words.

- Into the library: `scan`, `files`, `naming` and `reading` see what the folders hold now and which document
  each file is; `writer` writes it in one transaction, and `following` brings the vectors after.
  `write_access` lets one process in at a time; `forgetting` alone removes anything for good.
- What a question means here: `spelling` (with `letters` and `lexicon`) for the words that were meant,
  `analysis` and `vocabulary` for the terms they are searched by, `acts` and `references` for the
  statutes and places that it names, the `query_adapter` for its vector.
- `cross_references` leads from a document's references to the library's provisions, and `broken_references`
  says which of them lead nowhere.

What helps to find without being text of a document (everyday `keys`, `synonyms.yaml`, `glossary_en.yaml`,
`sister_acts.yaml`) comes in here. Change here how things are found. What may answer, and which level decides,
is decided above.
"""
