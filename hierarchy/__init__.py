"""The legal core: levels, documents, validity, precedence and the parts of an answer.

In: values. Out: values. No I/O, no model, no framework, nothing of ours imported. Change here what the words
of the domain mean; everything else in the project is built on them.

`levels`, `documents` and `ladder` are the words; `validity`, `editions` and `subjects` say which document
applies and which are about the same; `precedence` and `conflicts` who prevails; `statements` and `amounts`
(with `numerals`) read what a sentence demands.
"""
