"""What an administrator does to the library: adds files, reads them in, confirms, and takes it back.

In: files and decisions of the person who keeps the library. Out: the documents' folder and its register
changed, each change on a list with the way back. Reading itself is `ingest` and `index`, pages are in `ui`.
"""
