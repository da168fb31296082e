"""Measuring answers: curated questions in, figures with intervals and a report out.

In: a question file (`questions.py`) and something to ask (`run.py`'s `Asker`; `assistant_asker.py` is the one
over a library). Out: an `EvalRun` of per-case scores, which `aggregate.py` sums up, `gate.py` holds against
minimums, and `report_terminal.py`, `report_html.py` and `report_json.py` show.

Change here what counts as right: one metric a file in `metrics/`, listed in `metrics/suite.py`. Metrics see
only the JSON contract (`records.py`), never the engine's classes, so that any program that keeps the contract
can be measured. Question files and gates live in `sample/` (the sample region) and `real/` (documents beside
the project). `adapt.py` learns the query adapter from the `learning.yaml` files and `off_topic.yaml`;
`tune.py` fits the ranking's weights on the questions. README.md here explains the figures.

Reading is measured by itself: `identity.py` (fields by `identity_fields.py`) against documents' true
identities, `statute_pdf.py` a typeset statute against the same in Markdown, `read_speed.py` and `bench.py`
how long things take. `fuzz.py` (files damaged by `mutations.py`) and `kills.py` (ingests cut short, libraries
compared by `snapshot.py`) measure what an ingest withstands.
"""
