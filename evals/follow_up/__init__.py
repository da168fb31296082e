"""Conversations whose last question leans on those before it, and as many whose last stands by itself.

`conversations.yaml` holds them with what is to be carried over; `cases.py` reads the file and judges,
`python -m evals.follow_up` prints precision and recall of what is carried rightly.
"""
