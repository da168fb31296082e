"""A file in, its identity and its citable pieces out.

In: PDF, DOCX, HTML, Markdown and text files, and the governance folder that people keep by hand
(`hierarchy.yaml`, `register.yaml`). Out: for each file a `GoverningDocument` with evidence for every field,
the stored text that all quotes come from, and its `Provision`s with offsets into that text; or the reason
why the file was refused and what its owner can do.

Change here how files are read, cleaned and divided, and how identities are read and merged with the register.
What the words mean is decided in `hierarchy`; nothing here searches, ranks or answers.
"""
