"""The page on quality, for administrators: how good the answers are, and what is missing.

`page` is the page, with a part for each question it answers: `measures` (figures over time and the latest
report, with `failures` and `background_run`), `queue` (what readers think, with `shares` and
`make_question`), `unanswered` (by topic), `covered` (what no test question touches) and `latency`.
`question_files` knows the files of test questions; `trend` and `tables` draw.
"""
