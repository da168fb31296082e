"""What is measured: one metric a file, each a pure function.

In: a question, the answer to it and the search results for it, as the JSON contract gives them. Out: a
`Score`, or None where the metric does not apply to the case. A case without a score is left out of the
metric's mean; it is never a zero. To add a metric, write its file and list it in `suite.py`.
"""
