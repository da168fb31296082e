"""The page where one asks: the conversation, and each answer drawn as a ladder whose quotes open.

`chat` is the page. Of conversations: `conversation` is the open one, `history` the others in the side panel,
`talk_menu` what can be done with it, `turn` the place of a question and its answer, `choices` whose rules are
asked for, `suggestions` what to ask. Of an answer: `answer` draws it (`lead` its first line, `ladder` its
rungs, `citation` the quotes of one provision, `remarks` what one must know of them, `nothing` the help where
nothing is found), `kept` holds one given before against the library of today, `actions` shares it and takes
it away (`paper`, `download`), `feedback` asks whether it helped. `reading` is the view behind a quote:
`context` its provision, `original` the page of the PDF. `shared` is what a
link opens, and `question_log` notes what was asked, without who.
"""
