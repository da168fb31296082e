"""Measuring answers: curated questions in, figures with intervals and a report out.

In: a question file (`questions.py`) and something to ask (`run.py`'s `Asker`; `assistant_asker.py` is the one
over a library). Out: an `EvalRun` of per-case scores, which `aggregate.py` sums up, `gate.py` holds against
minimums, and `report_terminal.py`, `report_html.py`, `report_json.py` and `junit.py` show.

`loss.py` says which step lost a question. `saved.py` reads a run back, `compare.py` holds two against each
other with `significance.py`, `baseline.py` makes a limit of it, and `history.py` remembers every run.
`check.py` and `coverage.py` hold a question file against a library; `judging.py` and `adding.py` make new
questions.

Change here what counts as right: one metric a file in `metrics/`, listed in `metrics/suite.py`. Metrics see
only the JSON contract (`records.py`), never the engine's classes, so that any program that keeps the contract
can be measured. Question files and gates live in `sample/` (the sample region) and `real/` (documents beside
the project). `adapt.py` learns the query adapter from the `learning.yaml` files and `off_topic.yaml`;
`tune.py` fits the ranking's weights on the questions, `calibration.py` how likely an answer is right.
README.md here explains the figures.

Reading is measured by itself: `identity.py` (fields by `identity_fields.py`) against documents' true
identities, `statute_pdf.py` a typeset statute against the same in Markdown, `read_speed.py` and `bench.py`
how long things take. `fuzz.py` (files damaged by `mutations.py`) and `kills.py` (ingests cut short, libraries
compared by `snapshot.py`) measure what an ingest withstands.
"""
