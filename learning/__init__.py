"""Courses for new colleagues, made of provisions and curated questions.

In: a library's provisions and limits, and what a trainer picks. Out: proposed questions with their sources,
courses, what a learner should repeat and when, a certificate. Pure: `people` keeps, `ui.learn` draws.

`course` is what a course is. `material` finds sentences worth asking about, `carriers` the words that carry
them, `options` wrong answers; `asking`, `cloze`, `cases`, `rungs` and `curated` each propose one kind of
question, `proposing` gathers them. `changes` holds a course against the library of today, `spacing` says when
to repeat, `results` how it went.
"""
