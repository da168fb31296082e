"""The page where one asks: the conversation, and each answer drawn as a ladder whose quotes open.

`chat` is the page; `conversation` what has been asked; `answer` draws an answer (`lead` its first line,
`citation` the quotes of one provision); `feedback` asks whether it helped; `question_log`
notes what was asked.
"""
