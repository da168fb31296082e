"""Courses for new colleagues, made of provisions and curated questions.

In: a library's provisions and limits, and what a trainer picks. Out: proposed questions with their sources,
courses, what a learner should repeat and when, a certificate. Pure: `people` keeps, `ui.learn` draws.
"""
