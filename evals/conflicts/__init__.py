"""Planted conflicts: a fictional region whose rules collide, and look-alikes that don't.

`corpus/` holds its documents and governance files, `cases.yaml` each pair with a question that finds it and
what is to be shown. `cases.py` reads the file, `measure.py` asks and counts; `python -m evals.conflicts`
prints precision and recall. Plant another by writing two rules into documents and the pair into `cases.yaml`.
"""
