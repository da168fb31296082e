"""Questions for yes or no, and questions that take something for granted: how often what is said is right.

`questions.yaml` holds them with what the documents decide, half written before the mechanism, half after it.
`cases.py` reads the file, `measure.py` asks and counts; `python -m evals.verdicts` prints the figures.
"""
