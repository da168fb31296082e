"""A file in, its identity and its citable pieces out.

In: PDF, DOCX, HTML, Markdown and text files, and the governance folder that people keep by hand
(`hierarchy.yaml`, `register.yaml`). Out: for each file a `GoverningDocument` with evidence for every field,
the stored text that all quotes come from, and its `Provision`s with offsets into that text; or the reason
why the file was refused and what its owner can do.

The way in is `document` (one file), or `reading_process` where a file may be hostile: it reads in a process
of its own, held to `limits`. Then, in order:

- `readers` make any format a `Reading` of `blocks`; `stored_text` joins them to the text that is quoted, and
  `layout` keeps where each stood.
- `structure` divides the text: `statutes` (`statute_*`, `section_parts`), `protocols` (`protocol_*`), and
  `outline` for all that is known by its headings. `pinpoint` finds what is finer than a provision.
- `identity` reads what the document is: labelled values (`identity_labels`, `identity_columns`), its kind
  (`identity_kind`, `kinds`), `titles`, `dates`, `meeting`, `issuer`, `contact`, `organisation`, `language`,
  and for laws `statute_identity`. `governance` merges it with the register (`register`, `hierarchy_file`).
- Doubts are sentences for a person: of the identity (`identity_doubts`), the text (`text_doubts`), the
  reading (`reading_doubts`), and of documents side by side (`between_documents`).
- `says_of_others` (`said*`, `speaker`, `statement_patterns`, `matter_names`, `document_names`) is what a
  record tells of other documents, and `review_interval` when a document asks to be looked over; `registrar`
  makes proposals and checks of them.

Change here how files are read, cleaned and divided, and how identities are read and merged with the register;
when readings come out otherwise, give `document.READING` another value. What the words mean is decided in
`hierarchy`; nothing here searches, ranks or answers.
"""
