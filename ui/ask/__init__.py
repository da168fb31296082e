"""The page where one asks: the conversation, and each answer drawn as a ladder whose quotes open.

`chat` is the page; `conversation` what has been asked, `turn` the place of a question and its answer,
`choices` whose rules are asked for, `suggestions` what to ask. `answer` draws an answer: `lead` its first
line, `ladder` its rungs, `citation` the quotes of one provision, `remarks` what one must know of them,
`nothing` the help where nothing is found. `reading` is the view behind a quote: `context` its provision,
`original` the page of the PDF, `reference` how it is referred to. `judgement` asks whether it is right.
"""
