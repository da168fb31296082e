"""The page where one asks: the conversation, and each answer drawn as a ladder whose quotes open.

`chat` is the page. Of conversations: `conversation` is the open one, `history` the others in the side panel,
`talk_menu` what can be done with it. Of an answer: `answer` draws it (`lead` its first line, `citation` the
quotes of one provision), `kept` holds one given before against the library of today, `actions` shares it and
takes it away (`paper`, `download`), `feedback` asks whether it helped. `shared` is what a link opens, and
`question_log` notes what was asked, without who.
"""
