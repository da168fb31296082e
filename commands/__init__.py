"""The parts of the command `regelstegen`, whose commands themselves stand in `cli`.

In: the words of a command line, settings, and JSON lines on standard input. Out: text for a terminal or one
JSON document on standard output, sentences on standard error, and an exit status. Change here how the command
reads, says and shows things; engines are imported where they are used, so that help is quick.

`usage`, `options` and `failures` are the language of the command line; `opening` finds what a command works
on; `json_lines` takes many questions; `output`, `answer_view`, `library_view` and `references_view` show.
`forget` and `serve` are commands that are more than a call. `register_commands` is the group `regelstegen
register`, with a file for each command, and `register_opening`, `register_view`, `review_view` and
`review_prompt` for what they share; `eval_commands` is the group `regelstegen eval` in the same way.
`ingest_report*` is the page that `ingest --report` writes.
"""
